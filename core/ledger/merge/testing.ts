import { canonicalJson } from '../../base/canonical.ts';
import { sha256Now } from '../../base/hash.ts';
import type { BundlePart, BundleReading, ReadRecord } from '../bundle/reading.ts';
import { writeBundle } from '../bundle/write.ts';
import { sealEntry } from '../chain.ts';
import { EMPTY_HEAD, type EntryDraft, type Head, type StoredRecord } from '../entry.ts';
import type { EvidencePayload } from '../kinds/index.ts';
import { reportOn } from '../report.ts';
import { effectsOf } from '../store.ts';
import { checkChain } from '../verify.ts';

/** Ledgers of several windows for the tests of merging, made without a store. Imported by tests and benchmarks only. */

/** A record in memory with its blobs. */
export type MadeRecord = ReadRecord & { content: unknown; blobs: { digest: string; blob: Uint8Array }[] };

export interface Made {
  chain: string;
  records: MadeRecord[];
}

const encoder = new TextEncoder();

/**
 * A chain of these drafts, as a window would have written it: what a redaction names is dropped before it. `at` gives the
 * time of each registration.
 */
export function makeChain(
  chain: string,
  drafts: readonly EntryDraft[],
  at: (number: number) => string = (number) => new Date(Date.UTC(2026, 2, 2) + number * 60_000).toISOString(),
  before: readonly MadeRecord[] = [],
): Made {
  const records = [...before];
  const last = records.at(-1)?.entry;
  let head: Head = last === undefined ? EMPTY_HEAD : { sequence: last.sequence, hash: last.hash };
  for (const draft of drafts) {
    const payload = encoder.encode(canonicalJson(draft.payload));
    const blobs = (draft.blobs ?? []).map((blob) => ({ digest: sha256Now(blob), blob }));
    const { entry, stored } = sealEntry(draft, head, {
      chain,
      now: at(head.sequence + 1),
      payloadDigest: sha256Now(payload),
      blobDigests: blobs.map(({ digest }) => digest),
    });
    head = { sequence: entry.sequence, hash: entry.hash };
    const { drop } = effectsOf(entry, draft.payload);
    for (const [index, record] of records.entries()) records[index] = withoutContents(record, drop);
    records.push({ entry, stored, payload, content: draft.payload, blobs });
  }
  return { chain, records };
}

/** A record without the contents of these digests; what says which were dropped stays. */
export function withoutContents(record: MadeRecord, digests: readonly string[]): MadeRecord {
  if (digests.length === 0 || record.entry.kind === 'redaction') return record;
  const { payload, ...rest } = record;
  const gone = digests.includes(record.entry.payloadDigest);
  return {
    ...rest,
    ...(gone || payload === undefined ? {} : { payload }),
    blobs: record.blobs.filter(({ digest }) => !digests.includes(digest)),
  };
}

/** The reading of a bundle with these chains, checked as a file is, some records at a time. */
export async function* readingOf(
  chains: readonly Made[],
  { exportedAt = '2026-11-23T00:00:00.000Z', unit = '青禾镇便民服务中心', atOnce = 3 } = {},
): BundleReading {
  const reports = [];
  for (const { chain, records } of chains) {
    const check = checkChain(chain, { asOf: exportedAt });
    for (let from = 0; from < records.length; from += atOnce) {
      const some = records.slice(from, from + atOnce);
      for (const part of some.flatMap(({ blobs }) => blobs)) yield { is: 'blob', ...part } satisfies BundlePart;
      await check.add(
        some.map(({ stored, payload, blobs }) => ({
          entry: stored,
          ...(payload === undefined ? {} : { payload }),
          blobs: blobs.map(({ digest }) => digest),
        })),
      );
      yield {
        is: 'records',
        records: some.map(({ entry, stored, payload }) =>
          payload === undefined ? { entry, stored } : { entry, stored, payload },
        ),
      };
    }
    reports.push(check.end());
  }
  return {
    about: { exportedAt, unit },
    digest: fingerprintOf(chains, exportedAt, unit),
    report: reportOn(reports, { exportedAt }),
  };
}

const fingerprintOf = (chains: readonly Made[], ...about: string[]): string =>
  sha256Now(
    canonicalJson([...about, ...chains.map(({ chain, records }) => [chain, records.at(-1)?.entry.hash ?? ''])]),
  );

const about = (actor: string, subject: string) => ({
  factOn: '2026-03-02',
  capturedAt: '2026-03-02T01:00:00.000Z',
  actor,
  subject,
});

export const noteOf = (text: string, actor = '综合窗口1'): EntryDraft => ({
  kind: 'note',
  ...about(actor, text),
  indicators: [],
  payload: { text },
});

export const ratingOf = (indicator: string, score: number, actor = '综合窗口1'): EntryDraft => ({
  kind: 'rating',
  ...about(actor, `自报 ${indicator}`),
  factOn: '',
  indicators: [indicator],
  payload: { scorecard: 'pilot-2013-61', indicator, score, reason: '' },
});

/** A document that was kept from a page; `values` of its fields by role. */
export function evidenceOf(
  key: string,
  values: Readonly<Record<string, string>> = {},
  { actor = '综合窗口1', indicators = ['C10'] }: { actor?: string; indicators?: string[] } = {},
): EntryDraft {
  const payload: EvidencePayload = {
    document: {
      uri: `http://oa/${actor}`,
      sha256: '',
      key,
      kind: 'record',
      kindWord: '',
      stage: '',
      title: key,
      reader: '',
    },
    fields: Object.entries(values).map(([role, value]) => ({
      role,
      state: 'present',
      value,
      label: '',
      written: value,
    })),
    trail: [],
    attachments: [],
    notRead: [],
  };
  return { kind: 'evidence', ...about(actor, key), indicators, payload };
}

export const correctionOf = (
  sequence: number,
  change: { indicators?: string[]; withdrawn?: boolean; other?: { chain: string; hash: string } },
  actor = '综合窗口1',
): EntryDraft => ({
  kind: 'correction',
  ...about(actor, `第 ${sequence} 号`),
  factOn: '',
  indicators: [],
  payload: { sequence, reason: '核对过', ...change },
});

export const redactionOf = (...digests: string[]): EntryDraft => ({
  kind: 'redaction',
  ...about('综合窗口1', '隐去'),
  factOn: '',
  indicators: [],
  payload: { digests, reason: '个人信息' },
});

/** An import of bundles that ended there. */
export const importOf = (...chains: Made[]): EntryDraft => ({
  kind: 'import',
  ...about('管理员', '合并'),
  factOn: '',
  indicators: [],
  payload: {
    way: 'merge',
    sources: [],
    chains: chains.map(({ chain, records }) => ({
      chain,
      sequence: records.length,
      hash: records.at(-1)?.entry.hash ?? '',
    })),
    added: 0,
    agreed: [],
  },
});

/** The bytes of a bundle with this one chain. */
export async function bundleOf(
  { chain, records }: Made,
  about = { exportedAt: '2026-11-23T00:00:00.000Z', unit: '青禾镇便民服务中心' },
  write: typeof writeBundle = writeBundle,
): Promise<Uint8Array[]> {
  const last = records.at(-1)?.entry;
  const head = { chain, sequence: last?.sequence ?? 0, hash: last?.hash ?? EMPTY_HEAD.hash };
  const stored = records.map(({ stored: entry, payload, blobs }): StoredRecord => {
    async function* each(): AsyncGenerator<Uint8Array> {
      for (const { blob } of blobs) yield blob;
    }
    return { entry, ...(payload && { payload }), ...(blobs.length === 0 ? {} : { blobs: each }) };
  });
  const pieces: Uint8Array[] = [];
  await write([{ head, records: [stored] }], about, (bytes) => void pieces.push(bytes));
  return pieces;
}
