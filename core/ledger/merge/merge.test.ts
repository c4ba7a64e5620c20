import { describe, expect, it } from 'vitest';
import { memoryBytes } from '../../base/byte-source.ts';
import { sha256Now } from '../../base/hash.ts';
import { fc, fuzzRounds } from '../../base/testing.ts';
import { readBundle, verifyBundle } from '../bundle/read.ts';
import { writeBundle } from '../bundle/write.ts';
import type { EntryDraft, StoredRecord } from '../entry.ts';
import type { EvidencePayload } from '../kinds/index.ts';
import { readContent, readEntry } from '../stored.ts';
import { mergeSources } from './merge.ts';
import type { Witness } from './questions.ts';
import { surveyBundle } from './survey.ts';
import { tellClock, tellQuestion } from './tell.ts';
import {
  correctionOf,
  evidenceOf,
  importOf,
  type Made,
  type MadeRecord,
  makeChain,
  noteOf,
  ratingOf,
  readingOf,
  redactionOf,
} from './testing.ts';
import { aboutUnion, type OpenSource, strandSources, strandWalks } from './write.ts';

const NOW = '2026-11-24T00:00:00.000Z';

/** Merges bundles of these chains, each a source, and gives what would be written, chain by chain. */
async function merge(bundles: readonly (readonly Made[])[], now = NOW, witnesses: readonly Witness[] = []) {
  const sources = await Promise.all(
    bundles.map((chains, index) => surveyBundle(readingOf(chains), `包${index + 1}.jsonl`)),
  );
  for (const { report } of sources) expect(report.fault).toBeUndefined();
  const open = (source: number) => readingOf(bundles[source] ?? []);
  const { strands, log } = await mergeSources({ sources, open, now, witnesses });
  const { records, close } = strandWalks(sources, open);
  const written: Made[] = [];
  for (const strand of strands) {
    const made: MadeRecord[] = [];
    for await (const batch of records(strand)) for (const record of batch) made.push(await madeOf(record));
    written.push({ chain: strand.chain, records: made });
  }
  await close();
  return { log, written };
}

const EMPTY = new Uint8Array();

/** The bytes of the bundle that is made of readings. */
async function bytesOfMerge(open: OpenSource, count: number): Promise<Uint8Array> {
  const sources = await Promise.all(Array.from({ length: count }, (_, source) => surveyBundle(open(source), 'a.zip')));
  const { strands } = await mergeSources({ sources, open, now: NOW });
  const pieces: Uint8Array[] = [];
  await writeBundle(
    strandSources(strands, sources, open),
    aboutUnion(sources, NOW),
    (piece) => void pieces.push(piece),
  );
  return Buffer.concat(pieces);
}
const mergedReadings = (bundles: readonly (readonly Made[])[]): Promise<Uint8Array> =>
  bytesOfMerge((source) => readingOf(bundles[source] ?? []), bundles.length);
const mergedFiles = (files: readonly Uint8Array[]): Promise<Uint8Array> =>
  bytesOfMerge((source) => readBundle(memoryBytes(files[source] ?? EMPTY), 'a.zip'), files.length);

/** A record that was written, in the form in which it was made. */
async function madeOf(record: StoredRecord): Promise<MadeRecord> {
  const { entry: stored, payload } = record;
  const entry = readEntry(record);
  if (entry === undefined) throw new Error('no entry');
  const blobs: MadeRecord['blobs'] = [];
  for await (const blob of record.blobs?.() ?? []) blobs.push({ digest: sha256Now(blob), blob });
  return { entry, stored, content: payload && readContent(payload), ...(payload && { payload }), blobs };
}

/** One thing told of what was written: what a bundle of it would be byte for byte. */
const told = (written: readonly Made[]): unknown =>
  written.map(({ chain, records }) => [
    chain,
    records.map(({ stored, payload, blobs }) => [
      new TextDecoder().decode(stored),
      payload && new TextDecoder().decode(payload),
      blobs.map(({ digest }) => digest),
    ]),
  ]);

const TEXTS = ['甲', '乙', '丙'];
const blobOf = (number: number): Uint8Array => Uint8Array.of(number, 1, 2);

/** One step of a window, as a number: a note, a file, a redaction of what was kept before. */
function draftsOf(steps: readonly number[], actor: string) {
  const drafts = [];
  const digests: string[] = [];
  for (const step of steps) {
    const draft =
      step === 9 && digests.length > 0
        ? redactionOf(digests.at(-1) ?? '', digests[0] ?? '')
        : step > 6
          ? { ...evidenceOf(TEXTS[step % 3] ?? '', {}, { actor }), blobs: [blobOf(step)] }
          : noteOf(TEXTS[step % 3] ?? '', actor);
    drafts.push(draft);
    const [{ entry } = { entry: undefined }] = makeChain('x', [draft]).records;
    if (draft.kind !== 'redaction' && entry !== undefined) digests.push(entry.payloadDigest, ...entry.blobDigests);
  }
  return drafts;
}

const step = fc.integer({ min: 0, max: 9 });
/** A state of a chain: its name, what was done up to a fork, and which way it went from there and how far. */
const state = fc.record({
  chain: fc.constantFrom('a', 'b', 'c'),
  common: fc.integer({ min: 0, max: 4 }),
  way: fc.integer({ min: 0, max: 2 }),
  further: fc.integer({ min: 0, max: 4 }),
});
const bundle = fc.uniqueArray(state, { minLength: 1, maxLength: 3, selector: ({ chain }) => chain });
const STEPS = [1, 7, 9, 8, 2];
const world = fc.record({
  ways: fc.array(fc.array(step, { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 3 }),
});

/** The chain in a state of it; the same steps give the same records. */
function chainIn(
  { chain, common, way, further }: { chain: string; common: number; way: number; further: number },
  ways: number[][],
): Made {
  const steps = [...STEPS.slice(0, common), ...(ways[way] ?? []).slice(0, further)];
  return makeChain(chain, draftsOf(steps, `窗口${chain}`), (number) =>
    new Date(Date.UTC(2026, 2, 2, way * Number(number > common), number)).toISOString(),
  );
}

describe('merging any ledgers', () => {
  const three = fc
    .tuple(world, bundle, bundle, bundle)
    .map(([{ ways }, ...bundles]) => bundles.map((states) => states.map((one) => chainIn(one, ways))));

  it('is commutative, associative and idempotent, and loses nothing but what was redacted', async () => {
    await fc.assert(
      fc.asyncProperty(three, async (bundles) => {
        const [a = [], b = [], c = []] = bundles;
        const { written, log } = await merge([a, b, c]);
        const bytes = told(written);
        expect(told((await merge([c, a, b])).written)).toEqual(bytes);
        const [left, right] = [await merge([a, b]), await merge([b, c])];
        expect(told((await merge([left.written, c])).written)).toEqual(bytes);
        expect(told((await merge([a, right.written])).written)).toEqual(bytes);
        expect(told((await merge([written, written, a])).written)).toEqual(bytes);

        const kept = new Set(written.flatMap(({ records }) => records.map(({ entry }) => entry.hash)));
        for (const { entry } of bundles.flat().flatMap(({ records }) => records)) expect(kept).toContain(entry.hash);
        expect(log.entries).toBe(kept.size);
        for (const { records } of written) {
          const redactions = records.map(({ content, entry }) =>
            entry.kind === 'redaction' ? (content as { digests: string[] }).digests : [],
          );
          for (const [at, { entry, payload, blobs }] of records.entries()) {
            const redacted = new Set(redactions.slice(at + 1).flat());
            if (entry.kind === 'redaction') continue;
            expect(payload === undefined).toBe(redacted.has(entry.payloadDigest));
            expect(blobs.map(({ digest }) => digest)).toEqual(
              entry.blobDigests.filter((digest) => !redacted.has(digest)),
            );
          }
        }
      }),
      { numRuns: fuzzRounds(150) },
    );
  });

  it('gives the same bytes of a bundle in whatever order and however often, read again out of bundles of its own', async () => {
    await fc.assert(
      fc.asyncProperty(three, async (all) => {
        const [a = EMPTY, b = EMPTY, c = EMPTY] = await Promise.all(
          all.map((chains) => mergedReadings(chains.map((chain) => [chain]))),
        );
        const whole = await mergedFiles([a, b, c]);
        expect(await verifyBundle(memoryBytes(whole), 'merged.zip')).toMatchObject({ ok: true });
        for (const again of [
          await mergedFiles([c, a, b]),
          await mergedFiles([await mergedFiles([a, b]), c]),
          await mergedFiles([a, await mergedFiles([b, c])]),
          await mergedFiles([whole, whole, b]),
        ])
          expect(Buffer.compare(again, whole)).toBe(0);
      }),
      { numRuns: fuzzRounds(30) },
    );
  });

  it('keeps a chain that is a beginning of another only once, and both ways of one that forked', async () => {
    const common = makeChain('a', [noteOf('甲'), noteOf('乙')]);
    const longer = makeChain('a', [noteOf('丙')], undefined, common.records);
    const other = makeChain('a', [noteOf('丁')], undefined, common.records);
    expect((await merge([[common], [longer], [longer]])).log.chains).toMatchObject([
      { chain: 'a', branch: 0, count: 3, shared: 0 },
    ]);
    const forked = await merge([[longer], [other], [common]]);
    expect(forked.log).toMatchObject({
      entries: 4,
      chains: [
        { branch: 0, count: 3 },
        { branch: 1, count: 3, shared: 2 },
      ],
    });
    const hashes = forked.log.chains.map(({ hash }) => hash);
    expect(hashes).toEqual([...hashes].sort());
  });
});

describe('what is the same and what is said differently', () => {
  const sheet = (actor: string, values = {}): EntryDraft =>
    evidenceOf('培训签到表', { title: '培训签到表', ...values }, { actor });
  const one = (chain: string, drafts: EntryDraft[], at?: (number: number) => string): Made =>
    makeChain(chain, drafts, at);

  it('counts the same content of two windows once and names both', async () => {
    const a = one('a', [sheet('窗口1'), noteOf('甲')]);
    const b = one('b', [noteOf('乙'), sheet('窗口2')]);
    const { log } = await merge([[a], [b]]);
    expect(log).toMatchObject({ entries: 4, identicalCount: 1, disagreements: [], untold: 0 });
    expect(log.identical).toMatchObject([
      [
        { chain: 'a', sequence: 1 },
        { chain: 'b', sequence: 2 },
      ],
    ]);
    // What one window keeps twice stays as it is.
    expect((await merge([[one('c', [sheet('窗口3'), sheet('窗口3')])]])).log.identicalCount).toBe(0);
    // The same export brought twice is one.
    const twice = await merge([[a], [a]]);
    expect(twice.log).toMatchObject({
      entries: 2,
      sources: [{ names: ['包1.jsonl', '包2.jsonl'] }],
      identicalCount: 0,
    });
  });

  it('asks about points of the same item until somebody rates it who has seen all', async () => {
    const a = one('a', [ratingOf('C1', 2, '窗口1')]);
    const b = one('b', [ratingOf('C1', 1, '窗口2'), ratingOf('C2', 1, '窗口2')]);
    const asked = (await merge([[a], [b]])).log.disagreements;
    expect(asked).toMatchObject([
      {
        is: 'rating',
        points: ['C1'],
        versions: [
          { chain: 'a', sequence: 1, actor: '窗口1', says: ['2', ''] },
          { chain: 'b', sequence: 1, actor: '窗口2', says: ['1', ''] },
        ],
      },
    ]);
    const decided = makeChain('a', [importOf(b), ratingOf('C1', 1.5, '管理员')], undefined, a.records);
    expect((await merge([[decided], [b]])).log.disagreements).toEqual([]);
    // One that only comes later is not decided by it.
    const later = makeChain('b', [ratingOf('C1', 0.5, '窗口2')], undefined, b.records);
    expect((await merge([[decided], [later]])).log.disagreements).toHaveLength(1);
    // An import alone decides nothing.
    expect((await merge([[makeChain('a', [importOf(b)], undefined, a.records)], [b]])).log.disagreements).toHaveLength(
      1,
    );
    expect((await merge([[one('a', [ratingOf('C1', 1)])], [b]])).log.disagreements).toEqual([]);
  });

  it('shows the same document with other values, and no document that moved on in between', async () => {
    const a = one('a', [sheet('窗口1', { completedOn: '2026-03-02', contact: '' })]);
    const b = one('b', [sheet('窗口2', { completedOn: '2026-03-05' })]);
    const { disagreements } = (await merge([[a], [b]])).log;
    expect(disagreements).toMatchObject([
      { is: 'document', points: ['completedOn'], versions: [{ says: ['2026-03-02'] }, { says: ['2026-03-05'] }] },
    ]);
    const more = one('b', [sheet('窗口2', { completedOn: '2026-03-02', approver: '李明' })]);
    expect((await merge([[a], [more]])).log.disagreements).toEqual([]);
    const moved = sheet('窗口2', { completedOn: '2026-03-05' });
    const payload = moved.payload as EvidencePayload;
    const staged = { ...moved, payload: { ...payload, document: { ...payload.document, stage: 'issued' } } };
    expect((await merge([[a], [one('b', [staged])]])).log.disagreements).toEqual([]);
  });

  it('leaves a decided document alone: the other version taken back, or both looked at and kept', async () => {
    const a = one('a', [sheet('窗口1', { completedOn: '2026-03-02' })]);
    const b = one('b', [sheet('窗口2', { completedOn: '2026-03-05' })]);
    const other = { chain: 'b', hash: b.records[0]?.entry.hash ?? '' };
    for (const change of [{ withdrawn: true }, {}]) {
      const decided = makeChain('a', [importOf(b), correctionOf(1, { other, ...change })], undefined, a.records);
      expect((await merge([[decided], [b]])).log.disagreements).toEqual([]);
      // Another window's later version is new again.
      const third = one('c', [sheet('窗口3', { completedOn: '2026-03-09' })]);
      expect((await merge([[decided], [b], [third]])).log.disagreements).toHaveLength(1);
    }
    const unseen = makeChain('a', [correctionOf(1, { other })], undefined, a.records);
    expect((await merge([[unseen], [b]])).log.disagreements).toHaveLength(1);
  });

  it('asks what the same evidence counts for where one window changed that', async () => {
    const a = one('a', [sheet('窗口1'), correctionOf(1, { indicators: ['C11'] })]);
    const b = one('b', [sheet('窗口2')]);
    const { disagreements } = (await merge([[a], [b]])).log;
    expect(disagreements).toMatchObject([
      {
        is: 'standing',
        points: ['indicators'],
        versions: [
          { chain: 'a', says: ['C11'] },
          { chain: 'b', says: ['C10'] },
        ],
      },
    ]);
    const both = one('b', [sheet('窗口2'), correctionOf(1, { indicators: ['C11'] })]);
    expect((await merge([[a], [both]])).log.disagreements).toEqual([]);
    const other = { chain: 'b', hash: b.records[0]?.entry.hash ?? '' };
    const decided = makeChain(
      'a',
      [importOf(b), correctionOf(1, { other, indicators: ['C11'] })],
      undefined,
      a.records,
    );
    expect((await merge([[decided], [b]])).log.disagreements).toEqual([]);
  });

  it('says the same of both ways of a forked chain only once', async () => {
    const common = one('a', [sheet('窗口1'), ratingOf('C1', 2)]);
    const left = makeChain('a', [noteOf('甲')], undefined, common.records);
    const right = makeChain('a', [ratingOf('C1', 1)], undefined, common.records);
    const { log } = await merge([[left], [right]]);
    expect(log).toMatchObject({ identicalCount: 0, disagreements: [] });
    const apart = makeChain('a', [ratingOf('C1', 0)], undefined, common.records);
    expect((await merge([[apart], [right]])).log.disagreements).toHaveLength(1);
  });
});

describe('what is asked first', () => {
  const b = makeChain(
    'b',
    Array.from({ length: 20 }, (_, index) => noteOf(String(index), '窗口4')),
  );
  const admin = makeChain('a', [importOf(b)]);
  const cut = { ...b, records: b.records.slice(0, 15) };

  it('is a chain that is shorter than an import knew it, or than a signed sheet', async () => {
    const { log } = await merge([[admin], [cut]]);
    expect(log.questions).toMatchObject([{ is: 'shorter', who: '窗口4', sequence: 15, known: 20 }]);
    expect(log.questions.map(tellQuestion)).toEqual(['“窗口4”这次只有 15 条，以前合并时有 20 条，少了 5 条。']);
    expect((await merge([[admin], [cut], [b]])).log.questions).toEqual([]);
    const hash = b.records[17]?.entry.hash ?? '';
    const sheet = await merge([[cut]], NOW, [{ hash, sequence: 18 }]);
    expect(sheet.log.questions).toMatchObject([{ is: 'witness', who: '窗口4', sequence: 15, known: 18 }]);
    expect((await merge([[cut]], NOW, [{ hash }])).log.questions).toMatchObject([{ is: 'witness', who: '', known: 0 }]);
    for (const witness of [{ hash }, { hash, sequence: 18 }])
      expect((await merge([[b]], NOW, [witness])).log.questions).toEqual([]);
  });

  it('is a chain of which an entry that was imported is another one now', async () => {
    const rewritten = makeChain(
      'b',
      Array.from({ length: 25 }, (_, index) => noteOf(`重做${index}`, '窗口4')),
    );
    expect((await merge([[admin], [rewritten]])).log.questions).toMatchObject([{ is: 'rewritten', known: 20 }]);
  });
});

describe('clocks', () => {
  const minutes = (start: string) => (number: number) => new Date(Date.parse(start) + number * 60_000).toISOString();

  it('are told where a record is later than its export or earlier than the one before', async () => {
    const fast = makeChain('a', [noteOf('甲', '窗口4')], minutes('2026-11-23T08:00:00.000Z'));
    const back = makeChain('b', [noteOf('甲', '窗口5'), noteOf('乙', '窗口5')], (number) =>
      number === 1 ? '2026-03-05T00:00:00.000Z' : '2026-03-02T00:00:00.000Z',
    );
    const good = makeChain('c', [noteOf('甲', '窗口6')]);
    const { clocks } = (await merge([[fast], [back], [good]])).log;
    expect(clocks.map(tellClock)).toEqual([
      '“窗口4”的时钟像是快了 8 小时：第 1 条的登记时间比导出或现在还晚。',
      '“窗口5”的时钟往回调过 3 天：第 2 条的登记时间比上一条早。',
    ]);
    expect((await merge([[good]], '2026-11-22T23:55:00.000Z')).log.clocks).toEqual([]);
    expect((await merge([[good]], '2026-11-22T12:00:00.000Z')).log.clocks).toMatchObject([
      { is: 'exported', who: '包1.jsonl' },
    ]);
  });
});
