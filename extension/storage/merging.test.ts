import { beforeEach, describe, expect, it } from 'vitest';
import { sha256Now } from '../../core/base/hash.ts';
import type { EntryDraft } from '../../core/ledger/entry.ts';
import {
  bundleOf,
  evidenceOf,
  importOf,
  type Made,
  type MadeRecord,
  makeChain,
  noteOf,
  ratingOf,
  redactionOf,
} from '../../core/ledger/merge/testing.ts';
import { readEntry } from '../../core/ledger/stored.ts';
import { sampleNote, steadyClock } from '../../core/ledger/testing.ts';
import { verifyChain } from '../../core/ledger/verify.ts';
import { openDatabase } from './database.ts';
import { createLedgerReader } from './ledger-reader.ts';
import { createLedgerWriter } from './ledger-writer.ts';
import { prepareMerge } from './merging.ts';
import { branchName } from './others.ts';
import type { Database } from './schema.ts';
import { emptyStorage } from './testing.ts';

let connect: () => Promise<Database>;
let writer: ReturnType<typeof createLedgerWriter>;
beforeEach(() => {
  emptyStorage();
  const opened = openDatabase();
  connect = () => opened;
  writer = createLedgerWriter(connect, undefined, steadyClock());
});
const reader = () => createLedgerReader(connect);
const NOW = '2026-11-24T00:00:00.000Z';
const LOG = new TextEncoder().encode('{"identical":[]}');

const fileOf = async (made: Made, name = `${made.chain}.jsonl`) => ({
  name,
  content: new Blob((await bundleOf(made)) as Uint8Array<ArrayBuffer>[]),
});
const prepare = async (...chains: Made[]) =>
  prepareMerge(reader(), await Promise.all(chains.map((one) => fileOf(one))), { now: NOW });

async function merge(...chains: Made[]) {
  const prepared = await prepare(...chains);
  const note: EntryDraft = { ...importOf(...chains), blobs: [LOG] };
  return { prepared, entry: await writer.merge(prepared, note) };
}

const many = (chain: string, count: number, actor: string): Made =>
  makeChain(
    chain,
    Array.from({ length: count }, (_, index) => noteOf(`${chain}${index + 1}`, actor)),
  );

/** What stands here: where each chain ends, and what verification says of it. */
async function contents() {
  const others = await reader().others();
  const heads = [await reader().head(), ...others];
  return Promise.all(
    heads.map(async (head) => {
      const name = head.chain.split('\u0000')[0] ?? '';
      const { fault, count } = await verifyChain(name, reader().stored(head), { expected: head });
      return { name: head.chain, sequence: head.sequence, hash: head.hash, fault, count };
    }),
  );
}

describe('merging into the database', () => {
  it('puts the chains of others beside the own one, whole and packed, and changes nothing the second time', async () => {
    await writer.append(sampleNote(1));
    const [a, b] = [many('a', 600, '窗口1'), many('b', 3, '窗口2')];
    const { prepared, entry } = await merge(a, b);
    expect(prepared).toMatchObject({ added: 603, ownMissing: 0 });
    expect(entry).toMatchObject({ kind: 'import', sequence: 2 });
    const before = await contents();
    expect(before).toMatchObject([
      { sequence: 2, fault: undefined },
      { name: 'a', sequence: 600, fault: undefined, count: 600 },
      { name: 'b', sequence: 3, fault: undefined, count: 3 },
    ]);
    expect(await (await connect()).count('tail', IDBKeyRange.bound(['a', 0], ['a', 9_999]))).toBe(600 - 512);
    expect(await reader().lastMerge()).toMatchObject({ record: { entry: { sequence: 2 } }, log: LOG });
    for (const again of [[a, b], [b], [many('a', 5, '窗口1')]])
      expect(await prepare(...again)).toMatchObject({ added: 0, takings: [] });
    expect(await contents()).toEqual(before);
  });

  it('finds, reads and goes through the entries of each', async () => {
    await writer.append(sampleNote(1));
    await merge(many('a', 300, '窗口1'), many('b', 2, '窗口2'));
    const beside = reader().beside('a');
    const found: number[] = [];
    for await (const page of beside.search({ words: 'a299' })) found.push(...page.map(({ sequence }) => sequence));
    expect(found).toEqual([299]);
    expect(await beside.read(7)).toMatchObject({ entry: { chain: 'a', sequence: 7, actor: '窗口1' } });
    expect((await reader().find({ words: 'a299' }, 9)).entries).toEqual([]);
    const seen: string[] = [];
    for await (const { entry } of reader().allRecords()) seen.push(`${entry.actor}${entry.sequence}`);
    expect(seen.slice(0, 3)).toEqual(['综合窗口11', '管理员2', '窗口11']);
    expect(seen).toHaveLength(304);
  });

  it('goes on where a chain has grown, and keeps both ways where it forked', async () => {
    const common = many('a', 4, '窗口1');
    const left = makeChain('a', [noteOf('左', '窗口1')], undefined, common.records);
    const right = makeChain('a', [ratingOf('C1', 2, '窗口1')], undefined, common.records);
    await merge(common);
    const grown = await merge(left);
    expect(grown.prepared.added).toBe(1);
    const forked = await merge(right);
    expect(forked.prepared.added).toBe(5);
    expect((await contents()).slice(1)).toMatchObject([
      { name: 'a', sequence: 5, hash: left.records[4]?.entry.hash, fault: undefined },
      { name: branchName('a', 1), sequence: 5, hash: right.records[4]?.entry.hash, fault: undefined },
    ]);
    const branch = await reader().beside(branchName('a', 1)).read(5);
    expect(branch).toMatchObject({ branch: branchName('a', 1), entry: { chain: 'a', kind: 'rating' } });
    expect(await prepare(left, right, common)).toMatchObject({ added: 0 });
    const further = makeChain('a', [noteOf('再右', '窗口1')], undefined, right.records);
    expect((await prepare(further)).takings).toMatchObject([{ name: branchName('a', 1), at: { sequence: 5 } }]);
  });

  it('drops what a later bundle has redacted, and keeps the same bytes of another window', async () => {
    const blob = Uint8Array.of(1, 2, 3);
    const kept = { ...evidenceOf('名册', {}, { actor: '窗口1' }), blobs: [blob] };
    const first = makeChain('a', [kept, noteOf('x')]);
    const other = makeChain('b', [{ ...kept, actor: '窗口2' }]);
    await merge(first, other);
    const [record] = first.records;
    const redacted = makeChain(
      'a',
      [redactionOf(record?.entry.payloadDigest ?? '', sha256Now(blob))],
      undefined,
      first.records,
    );
    await merge(redacted);
    expect(await reader().beside('a').read(1)).not.toHaveProperty('payload');
    expect(await reader().beside('b').read(1)).toHaveProperty('payload');
    expect(await (await connect()).get('blobs', sha256Now(blob))).toEqual(blob);
    expect((await contents()).map(({ fault }) => fault)).toEqual([undefined, undefined, undefined]);
    // The earlier bundle brings nothing of it back.
    await merge(many('c', 1, '窗口3'), first);
    expect(await reader().beside('a').read(1)).not.toHaveProperty('payload');
  });

  it('refuses a bundle that is not in order, and never writes into the own chain', async () => {
    await writer.append(sampleNote(1));
    const { chain } = await reader().head();
    const cut = many('a', 3, '窗口1');
    await expect(prepare({ ...cut, records: cut.records.slice(1) })).rejects.toMatchObject({
      problem: { code: 'merge-faulty', message: expect.stringContaining('第 1 条缺失') },
    });
    await expect(prepare(many('a\u00001', 1, '窗口1'))).rejects.toMatchObject({ problem: { code: 'merge-stopped' } });
    const own: MadeRecord[] = [];
    for await (const batch of reader().stored(await reader().head()))
      for (const record of batch) {
        const entry = readEntry(record);
        if (entry !== undefined)
          own.push({
            entry,
            stored: record.entry,
            ...(record.payload && { payload: record.payload }),
            content: {},
            blobs: [],
          });
      }
    const longer = makeChain(chain, [noteOf('别处记的')], undefined, own);
    expect(await prepare(longer)).toMatchObject({ ownMissing: 1, added: 0, takings: [] });
    // Another way of the own chain is no longer its continuation: it stands beside.
    const before = await contents();
    await merge(makeChain(chain, [noteOf('甲'), noteOf('乙')]));
    expect(await contents()).toMatchObject([
      { name: chain, sequence: (before[0]?.sequence ?? 0) + 1, fault: undefined },
      { name: branchName(chain, 1), sequence: 2, fault: undefined },
    ]);
  });

  it('goes on behind what was written when it was stopped in the middle', async () => {
    const a = many('a', 700, '窗口1');
    const prepared = await prepare(a);
    let told = 0;
    const stopping = createLedgerWriter(connect, undefined, undefined, (done) => {
      told = done;
      throw new Error('killed');
    });
    await expect(stopping.merge(prepared, importOf(a))).rejects.toMatchObject({ problem: { code: 'merge-stopped' } });
    expect(told).toBe(256);
    expect((await prepare(a)).added).toBe(700 - 256);
    await merge(a);
    expect((await contents())[1]).toMatchObject({ name: 'a', sequence: 700, fault: undefined });
    expect((await contents())[0]).toMatchObject({ sequence: 1 });
  });
});
