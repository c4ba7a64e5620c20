import { canonicalJson } from '../../base/canonical.ts';
import { sha256Now } from '../../base/hash.ts';
import type { LedgerRecord } from '../entry.ts';
import { type EvidencePayload, type KnownPayload, readPayload } from '../kinds/index.ts';

/*
 * What makes two entries of different windows the same content: what was said, without who said it and when. Run ids, times,
 * seats, addresses, versions of rules and what they found are no part of it.
 */

/** What an entry is about, and all that it says of that. Left out where it is about nothing that another could be about too. */
interface Told {
  about?: unknown;
  content?: unknown;
}

/** The thing that a piece of evidence is of. One that cannot be told from others is about nothing. */
function thingOf({ document, file, paper, register }: EvidencePayload): unknown {
  if (file !== undefined) return document.sha256 === '' ? undefined : ['file', document.sha256];
  if (paper !== undefined) return ['paper', document.title, paper];
  // A register grows: that it differs from an earlier state of it says nothing.
  if (register !== undefined || document.key === '') return undefined;
  return ['document', document.key];
}

function evidenceTold(payload: EvidencePayload, factOn: string): Told {
  // What was kept to try things on is evidence of nothing.
  if (payload.sample) return {};
  const { document, fields, trail, file, paper, register, record } = payload;
  const about = thingOf(payload);
  const content = [
    'evidence',
    factOn,
    about,
    document.title,
    fields.map(({ role, state, value }) => [role, state, value]),
    trail.map(({ step, actors, action, time, state }) => [step, actors, action, time, state]),
    file?.stored,
    paper,
    register && [register.name, register.kind, register.table],
    // What a record is linked to stands in its own chain.
    record && { ...record, links: undefined },
  ];
  return { ...(about === undefined ? {} : { about }), content };
}

type Table = { [One in KnownPayload as One['kind']]?: (payload: One['payload'], factOn: string) => Told };

/** What the entries of each kind say; those of the other kinds speak of their own chain alone. */
const TOLD: Table = {
  evidence: evidenceTold,
  rating: (payload) => ({ content: ['rating', payload] }),
  // One about another entry names it by its number, which is of its own chain.
  note: (payload, factOn) => (payload.about === undefined ? { content: ['note', factOn, payload.text] } : {}),
  decision: ({ document, ...said }) => ({ content: ['decision', document.key, said] }),
  waiver: ({ document, once: _, ...said }) => ({ content: ['waiver', document?.key, said] }),
};

const digestOf = (value: unknown): string | undefined =>
  value === undefined ? undefined : sha256Now(canonicalJson(JSON.parse(JSON.stringify(value))));

/** Digests of what an entry is about and of what it says; undefined where there is nothing to compare it by. */
export function contentOf({ entry, payload }: LedgerRecord): { about?: string; content?: string } {
  if (TOLD[entry.kind as keyof Table] === undefined || payload === undefined) return {};
  const read = readPayload(entry, payload);
  const tell = read && (TOLD[read.kind as keyof Table] as ((payload: unknown, factOn: string) => Told) | undefined);
  if (read === undefined || tell === undefined) return {};
  const told = tell(read.payload, entry.factOn);
  const [about, content] = [digestOf(told.about), digestOf(told.content)];
  return { ...(about && { about }), ...(content && { content }) };
}
