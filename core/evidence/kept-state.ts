import { fillSlots, shorten } from '../base/text.ts';
import type { CheckRun, Finding } from '../check/run.ts';
import { type GroupId, groupOf, groupsOf } from '../check/summary.ts';
import type { DocumentModel } from '../document/model.ts';
import type { EvidencePayload } from '../ledger/kinds/index.ts';

/**
 * In which state something was kept: with how many faults that had to be mended, and with how many things that were not
 * read. It stands at the end of the entry's subject: so every list, sheet and file that shows the entry shows it, it is
 * under the entry's own hash, it stays when the payload is redacted, and nothing has to read a payload for it.
 */
export interface KeptState {
  must: number;
  unread: number;
}

const WORDS = {
  both: '有 {must} 处必须改，{unread} 处没读到',
  must: '有 {must} 处必须改',
  unread: '有 {unread} 处没读到',
  end: '（{words}）',
} as const;

/** Characters of the longest subject. */
const SUBJECT_LENGTH = 200;

/** The state as the panel counts it. */
export function stateOfRun(run: CheckRun, document: DocumentModel): KeptState {
  const groups = groupsOf(run, document);
  const count = (id: GroupId): number => groups.find((group) => group.id === id)?.items.length ?? 0;
  return { must: count('must'), unread: count('unread') };
}

/** The state as a payload tells it; undefined where nothing was checked. For entries too that were kept before it stood in subjects. */
export function stateOfPayload({ check, notRead }: EvidencePayload): KeptState | undefined {
  if (check === undefined) return undefined;
  // A payload may come from another version: what is no outcome of this one belongs to no group.
  const count = (id: GroupId): number => check.findings.filter((one) => groupOf(one as Finding) === id).length;
  return { must: count('must'), unread: count('unread') + notRead.length };
}

/** 有 4 处必须改，2 处没读到; '' where neither is. */
export function stateWords({ must, unread }: KeptState): string {
  const sentence = must > 0 && unread > 0 ? WORDS.both : must > 0 ? WORDS.must : unread > 0 ? WORDS.unread : '';
  return fillSlots(sentence, { must, unread });
}

/** A subject that ends with its state and is no longer than an entry's may be: what it is about is shortened, never the state. */
export function withState(about: string, state: KeptState): string {
  const words = stateWords(state);
  const end = words === '' ? '' : fillSlots(WORDS.end, { words });
  return shorten(about, SUBJECT_LENGTH - end.length) + end;
}

const END = /（有 (?:(\d+) 处必须改)?，?(?:(\d+) 处没读到)?）$/u;

/** What an entry is about, and in which state it was kept, as its subject tells. */
export function readSubject(subject: string): { about: string; state: KeptState } {
  const [end = '', must = '0', unread = '0'] = END.exec(subject) ?? [];
  return {
    about: subject.slice(0, subject.length - end.length),
    state: { must: Number(must), unread: Number(unread) },
  };
}
