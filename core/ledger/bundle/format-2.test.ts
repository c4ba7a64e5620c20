import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../base/problems.ts';
import { fc } from '../../base/testing.ts';
import { digestPayload } from '../chain.ts';
import type { EntryDraft, StoredRecord } from '../entry.ts';
import { LIMITS } from '../limits.ts';
import type { VerifyReport } from '../report.ts';
import { appendDraft } from '../store.ts';
import { memoryStore, sampleLedger, sampleNote, steadyClock } from '../testing.ts';
import { digestOf } from './format-2.ts';
import { verifyBundle } from './read.ts';
import { bytesOf, writeSecondBundle } from './testing.ts';
import { type BundleSource, writeBundle } from './write.ts';

const ABOUT = { exportedAt: '2026-11-23T00:00:00.000Z', unit: '青禾镇便民服务中心' };
type Store = ReturnType<typeof memoryStore>;

const sourceOf = (store: Store, size = 3): BundleSource => ({
  head: store.head(),
  records: (function* () {
    const all = store.stored();
    for (let from = 0; from < all.length; from += size) yield all.slice(from, from + size);
  })(),
});

async function textOf(sources: readonly BundleSource[]): Promise<string> {
  const pieces: Uint8Array[] = [];
  await writeSecondBundle(sources, ABOUT, (bytes) => void pieces.push(bytes));
  const decoder = new TextDecoder();
  return pieces.map((piece) => decoder.decode(piece)).join('');
}

const withBlobs: EntryDraft = { ...sampleNote(4), blobs: [new Uint8Array([7, 8, 9, 10]), new Uint8Array()] };
const redaction: EntryDraft = {
  ...sampleNote(5),
  kind: 'redaction',
  payload: { digests: [digestPayload(sampleNote(2).payload)], reason: '含个人信息' },
};
const sample = () => sampleLedger(3, [withBlobs, redaction]);
const verify = (text: string, size?: number): Promise<VerifyReport> => verifyBundle(bytesOf(text, size), 'a.jsonl');
const linesOf = (text: string): string[] => text.split(/(?<=\n)/);

/** The fault that a report names, or that no bundle can be made out. */
async function faultOf(text: string): Promise<string | undefined> {
  try {
    const report = await verify(text);
    expect(report.ok).toBe(report.fault === undefined);
    return report.fault?.code;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    expect(error.problem.code).toMatch(/^bundle-/);
    return error.problem.code;
  }
}

describe('a bundle in lines', () => {
  it('is canonical JSON line by line, entries and payloads as they were hashed', async () => {
    const lines = linesOf(await textOf([sourceOf(await sample())]));
    expect(lines.map((line) => Object.keys(JSON.parse(line)).join())).toEqual([
      'exportedAt,format,unit',
      'chain',
      ...['entry,hash', 'payload', 'entry,hash', 'entry,hash', 'payload'],
      ...['entry,hash', 'payload', 'blob', 'blob', 'entry,hash', 'payload'],
      'chains,digest',
    ]);
    expect(JSON.parse(lines[0] ?? '')).toEqual({ ...ABOUT, format: 'duibiao/ledger@2' });
  });

  it('has the same bytes for the same ledger, however it is read and written', async () => {
    const text = await textOf([sourceOf(await sample())]);
    expect(await textOf([sourceOf(await sample(), 1)])).toBe(text);
    expect(await textOf([sourceOf(await sample(), 100)])).toBe(text);
  });

  it('passes, wherever the pieces of the file end', async () => {
    const text = await textOf([sourceOf(await sample())]);
    for (const size of [1, 13, 100_000]) {
      expect(await verify(text, size)).toMatchObject({ ok: true, chains: [{ count: 5, redacted: 1 }] });
    }
  });

  it('tells its digest to whoever writes it', async () => {
    const store = await sample();
    const pieces: string[] = [];
    const digest = await writeSecondBundle(
      [sourceOf(store)],
      ABOUT,
      (bytes) => void pieces.push(new TextDecoder().decode(bytes)),
    );
    expect(JSON.parse(pieces.at(-1) ?? '').digest).toBe(digest);
    expect(digest).toBe(digestOf(ABOUT, [{ ...store.head(), count: 5 }]));
  });

  it('may hold several chains, each with its own end', async () => {
    const other = memoryStore('chain-2');
    const ports = { now: steadyClock(), mask: (draft: EntryDraft) => draft };
    for (let number = 1; number <= 4; number += 1) await appendDraft(other, sampleNote(number), ports);
    const empty = memoryStore('chain-3');
    const text = await textOf([sourceOf(await sample()), sourceOf(other), sourceOf(empty)]);
    expect(await verify(text)).toMatchObject({
      ok: true,
      chains: [
        { chain: 'chain-1', count: 5 },
        { chain: 'chain-2', count: 4, head: { sequence: 4 } },
        { chain: 'chain-3', count: 0, head: { sequence: 0 } },
      ],
    });
    const lines = linesOf(text);
    const at = lines.indexOf('{"chain":"chain-2"}\n');
    const section = lines.slice(at, -2);
    // A whole chain gone, put in twice, or elsewhere.
    expect(await faultOf(lines.toSpliced(at, section.length).join(''))).toBe('tail-cut');
    expect(await faultOf(lines.toSpliced(-2, 0, ...section).join(''))).toBe('chain-twice');
    expect(await faultOf([lines[0], ...section, ...lines.slice(1, at), ...lines.slice(-2)].join(''))).toBeDefined();
    expect(await faultOf(await textOf([sourceOf(other), sourceOf(other)]))).toBe('chain-twice');
  });

  it('does not need the next line to name what is wrong in a file that was cut', async () => {
    const lines = linesOf(await textOf([sourceOf(await sampleLedger(5))]));
    const report = await verify(lines.slice(0, 8).join(''));
    expect(report).toMatchObject({ ok: false, fault: { code: 'file-cut', sequence: 0 }, chains: [{ count: 3 }] });
    expect(report.message).toContain('第 3 条之后断了');
    const changed = (lines[4] ?? '').replace('第2条', '第9条');
    expect(await faultOf([...lines.slice(0, 4), changed, ...lines.slice(5, 8)].join(''))).toBe('entry-changed');
  });

  it('names the line that does not belong', async () => {
    const lines = linesOf(await textOf([sourceOf(await sampleLedger(3))]));
    const report = await verify(lines.toSpliced(5, 0, '{"poem":"x"}\n').join(''));
    expect(report.fault).toMatchObject({ code: 'line-wrong', message: expect.stringContaining('第 6 行') });
    expect(await faultOf([...lines, '\n'].join(''))).toBe('line-wrong');
    expect(await faultOf([...lines, lines.at(-1)].join(''))).toBe('line-wrong');
  });
});

describe('every byte of a bundle in lines is bound', () => {
  it('each byte, changed to whatever else', async () => {
    const bytes = new TextEncoder().encode(await textOf([sourceOf(await sample())]));
    let byNumber = 0;
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = bytes.with(at, (bytes[at] ?? 0) ^ (((at * 37) % 255) + 1));
      const outcome = await verifyBundle(pieceOf(changed), 'a.jsonl').catch((error: unknown) => error);
      if (outcome instanceof ProblemError) expect(outcome.problem.code).toMatch(/^bundle-/);
      else expect(outcome).toMatchObject({ ok: false });
      if (!(outcome instanceof ProblemError) && (outcome as VerifyReport).fault?.sequence) byNumber += 1;
    }
    // Nearly all bytes are of entries and what stands beside them: these are named by their number.
    expect(byNumber / bytes.length).toBeGreaterThan(0.8);
  }, 120_000);

  it('wherever it is cut', async () => {
    const text = await textOf([sourceOf(await sample())]);
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), async (length) => {
        expect(await faultOf(text.slice(0, length))).toBeDefined();
      }),
      { numRuns: 200 },
    );
    expect(await faultOf(text.slice(0, -1))).toBe('file-cut');
  }, 60_000);

  it('whatever lines are swapped, doubled or taken away', async () => {
    const lines = linesOf(await textOf([sourceOf(await sample())]));
    const place = fc.nat(lines.length - 1);
    await fc.assert(
      fc.asyncProperty(place, place, fc.constantFrom('swap', 'double', 'take'), async (one, two, how) => {
        const [first = '', second = ''] = [lines[one], lines[two]];
        const changed =
          how === 'swap'
            ? lines.with(one, second).with(two, first)
            : how === 'double'
              ? lines.toSpliced(two, 0, first)
              : lines.toSpliced(one, 1);
        fc.pre(changed.join('') !== lines.join(''));
        expect(await faultOf(changed.join(''))).toBeDefined();
      }),
      { numRuns: 400 },
    );
  }, 60_000);
});

async function* pieceOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

describe('a hostile bundle in lines', () => {
  const first = '{"exportedAt":"","format":"duibiao/ledger@2","unit":""}\n';
  const piece = new Uint8Array(1_000_000).fill(0x5b);
  /** So many megabytes that begin as given and then only nest. */
  async function* endless(start: string, megabytes: number): AsyncGenerator<Uint8Array> {
    yield new TextEncoder().encode(start);
    for (let sent = 0; sent < megabytes; sent += 1) yield piece;
  }

  it.each([
    ['a line without an end', `${first}{"blob":"`, 200, 'bundle-invalid'],
    ['a first line without an end', '{"format":"duibiao/ledger@2",', 600, 'bundle-invalid'],
    ['a later format', '{"format":"duibiao/ledger@4"}\n', 1, 'bundle-newer'],
    ['a later format without an end', '{"format":"duibiao/ledger@44"}', 0, 'bundle-newer'],
  ])('is refused: %s', async (_name, start, megabytes, code) => {
    await expect(verifyBundle(endless(start, megabytes), 'a.jsonl')).rejects.toMatchObject({ problem: { code } });
  });

  it('is not read on behind a line that is none', async () => {
    let sent = 0;
    async function* counted(): AsyncGenerator<Uint8Array> {
      for await (const bytes of endless(`${first}x\n`, 50)) {
        sent += 1;
        yield bytes;
      }
    }
    expect(await verifyBundle(counted(), 'a.jsonl')).toMatchObject({ ok: false, fault: { code: 'line-wrong' } });
    expect(sent).toBe(1);
  });

  it('with more chains than there may be is refused', async () => {
    const chains = Array.from({ length: LIMITS.chains + 1 }, (_, index) => `{"chain":"${index}"}\n`).join('');
    await expect(verify(first + chains, 100_000)).rejects.toMatchObject({
      problem: { code: 'bundle-invalid', message: expect.stringContaining('1000') },
    });
  });

  it('with more entries than there may be is refused, and is never written', async () => {
    const [record] = (await sampleLedger(1)).stored();
    if (record === undefined) throw new Error('no record');
    const batch: StoredRecord[] = Array.from({ length: LIMITS.entries + 1 }, () => record);
    const source = { head: { chain: 'a', sequence: 1, hash: '' }, records: [batch] };
    await expect(writeBundle([source], ABOUT, () => undefined)).rejects.toMatchObject({
      problem: { code: 'export-failed', message: expect.stringContaining('2000000') },
    });
  });
});
