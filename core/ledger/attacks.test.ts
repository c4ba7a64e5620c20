import { describe, expect, it } from 'vitest';
import { memoryBytes } from '../base/byte-source.ts';
import { ProblemError } from '../base/problems.ts';
import { maskDraft } from '../privacy/mask.ts';
import type { Bundle, BundleChain } from './bundle/format-1.ts';
import { verifyBundle } from './bundle/read.ts';
import { bytesOf, collectChain, writeFirstFormat, writeSecondFormat, writeThirdFormat } from './bundle/testing.ts';
import { digestPayload, hashEntry } from './chain.ts';
import { EMPTY_HEAD, type EntryDraft, GENESIS, type LedgerEntry } from './entry.ts';
import type { VerifyReport } from './report.ts';
import { appendDraft } from './store.ts';
import { memoryStore, sampleNote, steadyClock } from './testing.ts';

/*
 * What somebody may do to a bundle, and what is found of it: alone, with the hash of the last entry that was printed
 * before, and with one that was printed at an earlier entry. The sentence that verification always prints
 * (`limits` in report.ts) says in words what this table says in rows.
 */

type Good = Omit<Bundle, 'digest' | 'format'>;

const redactionOf = (number: number, redacted: number): EntryDraft => ({
  ...sampleNote(number),
  kind: 'redaction',
  payload: { digests: [digestPayload(sampleNote(redacted).payload)], reason: '误存' },
});

/** The entry that carries an attachment, the one that redacts entry 2, and the last one. */
const [BLOB, REDACTION, LAST] = [7, 8, 10];
/** The entry of the earlier witness. */
const EARLY = 5;

async function chainOf(name: string, drafts: readonly EntryDraft[]): Promise<BundleChain> {
  const store = memoryStore(name);
  const now = steadyClock();
  for (const draft of drafts) await appendDraft(store, draft, { now, mask: maskDraft });
  return collectChain(name, store.stored());
}

async function goodBundle(): Promise<Good> {
  const notes = [1, 2, 3, 4, 5, 6].map(sampleNote);
  const withBlob = { ...sampleNote(BLOB), blobs: [new Uint8Array([1, 2, 3])] };
  const drafts = [...notes, withBlob, redactionOf(REDACTION, 2), sampleNote(9), sampleNote(LAST)];
  const chains = [await chainOf('chain-1', drafts), await chainOf('chain-2', [11, 12, 13].map(sampleNote))];
  return { exportedAt: '2026-03-31T08:00:00.000Z', unit: '青禾镇便民服务中心', chains };
}

function chain({ chains }: Good, at = 0): BundleChain {
  const found = chains[at];
  if (found === undefined) throw new Error(`no chain ${at}`);
  return found;
}
function entry(bundle: Good, sequence: number): LedgerEntry {
  const found = chain(bundle).entries[sequence - 1];
  if (found === undefined) throw new Error(`no entry ${sequence}`);
  return found;
}

/** Numbers, links and hashes of all entries, head and count made to fit what stands there now. */
function refit(bundle: Good, at = 0): void {
  const own = chain(bundle, at);
  own.head = EMPTY_HEAD;
  own.entries = own.entries.map((one, index) => {
    const next = { ...one, sequence: index + 1, previousHash: index === 0 ? GENESIS : own.head.hash };
    own.head = { sequence: next.sequence, hash: hashEntry(next) };
    return { ...next, hash: own.head.hash };
  });
  own.count = own.entries.length;
}
/** An entry changed, and all hashes made to fit. */
const rewrite =
  (sequence: number, change: object) =>
  (bundle: Good): void => {
    Object.assign(entry(bundle, sequence), change);
    refit(bundle);
  };
/** Another payload under a fitting digest, and all hashes made to fit. */
const repay =
  (sequence: number, payload: unknown, change: object = {}) =>
  (bundle: Good): void => {
    const own = chain(bundle);
    delete own.payloads[entry(bundle, sequence).payloadDigest];
    own.payloads[digestPayload(payload)] = payload;
    rewrite(sequence, { ...change, payloadDigest: digestPayload(payload) })(bundle);
  };
/** A new entry put in at a place, with its payload, and all hashes made to fit. */
function insert(bundle: Good, sequence: number, { payload, ...draft }: Omit<EntryDraft, 'blobs'>): void {
  const { chain: name, entries, payloads } = chain(bundle);
  const payloadDigest = digestPayload(payload);
  payloads[payloadDigest] = payload;
  const registeredAt = entries[sequence - 2]?.registeredAt ?? draft.capturedAt;
  const rest = {
    format: 1,
    kindVersion: 1,
    sequence,
    registeredAt,
    blobDigests: [],
    previousHash: '',
    hash: '',
  } as const;
  entries.splice(sequence - 1, 0, { ...draft, ...rest, blobDigests: [], chain: name, payloadDigest });
  refit(bundle);
}
const hide = (bundle: Good, redacted: number): void => {
  delete chain(bundle).payloads[entry(bundle, redacted).payloadDigest];
};

/** What comes of a check: `passes`, the code of what is found, or of the problem with which the file is refused. */
interface Expected {
  alone: string;
  /** With the hash of the last entry of the first chain; left out: as alone. */
  printed?: string;
  /** With the hash of an earlier entry; left out: as with the last. */
  early?: string;
  /** What is said beside, though it is no fault. */
  says?: RegExp;
}
type Attack = readonly [name: string, change: (bundle: Good) => void, expected: Expected];

const CARELESS: readonly Attack[] = [
  ['an entry changed', (bundle) => Object.assign(entry(bundle, 3), { subject: '改过' }), { alone: 'entry-changed' }],
  [
    'an entry dated back',
    (bundle) => Object.assign(entry(bundle, 3), { factOn: '2025-12-20' }),
    { alone: 'entry-changed' },
  ],
  [
    'the hash of an entry changed',
    (bundle) => Object.assign(entry(bundle, 3), { hash: GENESIS }),
    { alone: 'entry-changed' },
  ],
  [
    'the link of an entry changed',
    (bundle) => Object.assign(entry(bundle, 3), { previousHash: GENESIS }),
    { alone: 'entry-changed' },
  ],
  [
    'an entry changed and hashed again',
    (bundle) => {
      Object.assign(entry(bundle, 3), { subject: '改过' });
      entry(bundle, 3).hash = hashEntry(entry(bundle, 3));
    },
    { alone: 'link-broken' },
  ],
  [
    'the last entry changed and hashed again',
    (bundle) => {
      Object.assign(entry(bundle, LAST), { subject: '改过' });
      entry(bundle, LAST).hash = hashEntry(entry(bundle, LAST));
    },
    { alone: 'head-differs' },
  ],
  [
    'a payload changed',
    (bundle) => Object.assign(chain(bundle).payloads[entry(bundle, 4).payloadDigest] as object, { text: '改过' }),
    { alone: 'payload-changed' },
  ],
  ['a payload removed', (bundle) => hide(bundle, 4), { alone: 'payload-missing' }],
  [
    'the payloads of two entries swapped',
    (bundle) => {
      const { payloads } = chain(bundle);
      const [one, two] = [entry(bundle, 3).payloadDigest, entry(bundle, 4).payloadDigest];
      [payloads[one], payloads[two]] = [payloads[two], payloads[one]];
    },
    { alone: 'payload-changed' },
  ],
  [
    'an attachment changed',
    (bundle) => Object.assign(chain(bundle).blobs, { [entry(bundle, BLOB).blobDigests[0] ?? '']: 'AQIE' }),
    { alone: 'blob-changed' },
  ],
  [
    'an attachment removed',
    (bundle) => delete chain(bundle).blobs[entry(bundle, BLOB).blobDigests[0] ?? ''],
    { alone: 'blob-missing' },
  ],
  [
    'an attachment removed and its name too',
    (bundle) => Object.assign(entry(bundle, BLOB), { blobDigests: [] }),
    { alone: 'entry-changed' },
  ],
  [
    'a redaction made to hide another payload',
    (bundle) => {
      const { payloads } = chain(bundle);
      const payload = payloads[entry(bundle, REDACTION).payloadDigest] as { digests: string[] };
      payload.digests.push(entry(bundle, 3).payloadDigest);
      hide(bundle, 3);
    },
    // The first entry that is wrong is the one whose payload is gone.
    { alone: 'payload-missing' },
  ],
  ['a redaction removed', (bundle) => chain(bundle).entries.splice(REDACTION - 1, 1), { alone: 'payload-missing' }],
  ['an entry removed', (bundle) => chain(bundle).entries.splice(4, 1), { alone: 'gap' }],
  ['the first entry removed', (bundle) => chain(bundle).entries.splice(0, 1), { alone: 'gap' }],
  ['the last entry removed', (bundle) => chain(bundle).entries.splice(LAST - 1), { alone: 'tail-cut' }],
  ['all entries removed', (bundle) => chain(bundle).entries.splice(0), { alone: 'tail-cut' }],
  ['an entry doubled', (bundle) => chain(bundle).entries.splice(3, 0, entry(bundle, 3)), { alone: 'order' }],
  [
    'two entries swapped',
    (bundle) => chain(bundle).entries.splice(3, 2, entry(bundle, 5), entry(bundle, 4)),
    { alone: 'order' },
  ],
  ['all entries in reverse', (bundle) => chain(bundle).entries.reverse(), { alone: 'order' }],
  [
    'an entry of another chain put in',
    (bundle) => {
      const [strange] = chain(bundle, 1).entries;
      if (strange === undefined) throw new Error('no entry');
      chain(bundle).payloads[strange.payloadDigest] = chain(bundle, 1).payloads[strange.payloadDigest];
      chain(bundle).entries.splice(3, 0, strange);
    },
    { alone: 'other-chain' },
  ],
  ['the head changed', (bundle) => Object.assign(chain(bundle).head, { hash: GENESIS }), { alone: 'head-differs' }],
  ['the count changed', (bundle) => Object.assign(chain(bundle), { count: LAST + 1 }), { alone: 'count-differs' }],
  ['a chain doubled', (bundle) => bundle.chains.push(chain(bundle)), { alone: 'chain-twice' }],
  [
    'the names of two chains swapped',
    (bundle) => {
      chain(bundle).chain = 'chain-2';
      chain(bundle, 1).chain = 'chain-1';
    },
    { alone: 'other-chain' },
  ],
  ['no chain at all', (bundle) => bundle.chains.splice(0), { alone: 'no-chain' }],
];

/** All hashes fit again: found are only shapes and times, and with a witness what was done up to it. */
const CAREFUL: readonly Attack[] = [
  ['an entry changed, all hashes refitted', rewrite(3, { subject: '改过' }), { alone: 'passes', printed: 'not-found' }],
  [
    'an entry behind the earlier witness changed, all hashes refitted',
    rewrite(9, { subject: '改过' }),
    { alone: 'passes', printed: 'not-found', early: 'passes' },
  ],
  ['a payload replaced, all refitted', repay(4, { text: '改过' }), { alone: 'passes', printed: 'not-found' }],
  [
    'an attachment and its name removed, all refitted',
    (bundle) => {
      chain(bundle).blobs = {};
      rewrite(BLOB, { blobDigests: [] })(bundle);
    },
    { alone: 'passes', printed: 'not-found', early: 'passes' },
  ],
  [
    'an entry removed, the rest renumbered and refitted',
    (bundle) => {
      hide(bundle, 4);
      chain(bundle).entries.splice(3, 1);
      refit(bundle);
    },
    { alone: 'passes', printed: 'not-found' },
  ],
  [
    'an entry put in, all refitted',
    (bundle) => insert(bundle, 4, { ...sampleNote(4), payload: { text: '补登' } }),
    { alone: 'passes', printed: 'not-found' },
  ],
  [
    'two entries swapped, all refitted',
    (bundle) => {
      chain(bundle).entries.splice(3, 2, entry(bundle, 5), entry(bundle, 4));
      refit(bundle);
    },
    { alone: 'passes', printed: 'not-found', says: /第 5 条登记时.*往回调/ },
  ],
  [
    'the last entry dropped, count and head refitted',
    (bundle) => {
      hide(bundle, LAST);
      chain(bundle).entries.splice(LAST - 1);
      refit(bundle);
    },
    { alone: 'passes', printed: 'not-found', early: 'passes' },
  ],
  [
    'all entries dropped, count and head refitted',
    (bundle) => {
      Object.assign(chain(bundle), { entries: [], payloads: {}, blobs: {} });
      refit(bundle);
    },
    { alone: 'passes', printed: 'not-found' },
  ],
  [
    'the chain of the witness left out',
    (bundle) => bundle.chains.splice(0, 1),
    { alone: 'passes', printed: 'not-found' },
  ],
  ['another chain left out', (bundle) => bundle.chains.splice(1, 1), { alone: 'passes' }],
  ['two chains in the other order', (bundle) => bundle.chains.reverse(), { alone: 'passes' }],
  [
    'a redaction forged before the witness',
    (bundle) => {
      insert(bundle, 5, redactionOf(5, 3));
      hide(bundle, 3);
    },
    { alone: 'passes', printed: 'not-found' },
  ],
  [
    'a redaction forged between the witnesses',
    (bundle) => {
      insert(bundle, 7, redactionOf(7, 3));
      hide(bundle, 3);
    },
    { alone: 'passes', printed: 'not-found', early: 'passes' },
  ],
  [
    'a redaction forged after the witness',
    (bundle) => {
      insert(bundle, LAST + 1, redactionOf(11, 3));
      hide(bundle, 3);
    },
    { alone: 'passes', printed: 'passes', says: /见证之后隐去了 1 条在见证之前的内容/ },
  ],
  [
    'an entry added after the witness',
    (bundle) => insert(bundle, LAST + 1, { ...sampleNote(11), payload: { text: '补登' } }),
    { alone: 'passes', printed: 'passes', says: /见证是第 10 条。它之后的 1 条/ },
  ],
  ['the name of the unit changed', (bundle) => Object.assign(bundle, { unit: '另一个中心' }), { alone: 'passes' }],
  [
    'the time of the export put off',
    (bundle) => Object.assign(bundle, { exportedAt: '2026-06-30T08:00:00.000Z' }),
    { alone: 'passes' },
  ],
  [
    'the time of the export put before the entries',
    (bundle) => Object.assign(bundle, { exportedAt: '2026-03-01T08:00:00.000Z' }),
    { alone: 'passes', says: /登记时间比导出或核对的时间还晚/ },
  ],
  [
    'a time of the export that is none',
    (bundle) => Object.assign(bundle, { exportedAt: '2026-03-32T08:00:00.000Z' }),
    { alone: 'exported-time' },
  ],
  [
    'a clock set back',
    rewrite(6, { registeredAt: '2026-01-02T01:00:00.000Z' }),
    { alone: 'passes', printed: 'not-found', early: 'passes', says: /第 6 条登记时.*往回调/ },
  ],
  [
    'a time in the future',
    rewrite(6, { registeredAt: '2031-01-02T01:00:00.000Z' }),
    { alone: 'passes', printed: 'not-found', early: 'passes', says: /第 6 条的登记时间比导出或核对的时间还晚/ },
  ],
  [
    'a day that is none',
    rewrite(6, { factOn: '2026-02-30' }),
    { alone: 'fact-day', printed: 'not-found', early: 'fact-day' },
  ],
  ['a day in words', rewrite(6, { factOn: '昨天' }), { alone: 'fact-day', printed: 'not-found', early: 'fact-day' }],
  [
    'a time of registration that is none',
    rewrite(6, { registeredAt: '2026-13-02T01:00:00.000Z' }),
    { alone: 'registered-time', printed: 'not-found', early: 'registered-time' },
  ],
  [
    'a time of reading that is none',
    rewrite(6, { capturedAt: '' }),
    { alone: 'captured-time', printed: 'not-found', early: 'captured-time' },
  ],
  [
    'a payload of another shape',
    repay(6, { words: '内容' }),
    { alone: 'payload-shape', printed: 'not-found', early: 'payload-shape' },
  ],
  [
    'a payload with one thing more',
    repay(6, { text: '内容', more: 1 }),
    { alone: 'payload-shape', printed: 'not-found', early: 'payload-shape' },
  ],
  [
    'a payload that is a text',
    repay(6, '内容'),
    { alone: 'payload-shape', printed: 'not-found', early: 'payload-shape' },
  ],
  [
    'a payload under the name of another kind',
    rewrite(6, { kind: 'rating', kindVersion: 1 }),
    { alone: 'payload-shape', printed: 'not-found', early: 'payload-shape' },
  ],
  [
    'a version of a kind that is not known',
    rewrite(6, { kindVersion: 99 }),
    { alone: 'version-unknown', printed: 'not-found', early: 'version-unknown' },
  ],
  [
    'a version of a kind that never was',
    rewrite(6, { kindVersion: 0 }),
    { alone: 'version-unknown', printed: 'not-found', early: 'version-unknown' },
  ],
  [
    'a kind that nobody writes',
    rewrite(6, { kind: 'decision' }),
    { alone: 'version-unknown', printed: 'not-found', early: 'version-unknown' },
  ],
  ['a redaction of a version that is not known', rewrite(REDACTION, { kindVersion: 2 }), { alone: 'payload-missing' }],
];

type LineAttack = readonly [name: string, change: (lines: string[]) => string[], alone: string];

/** On the lines of the second format, nothing refitted. */
const LINES: readonly LineAttack[] = [
  ['the first line removed', (lines) => lines.slice(1), 'bundle-invalid'],
  [
    'the unit in the first line changed',
    (lines) => lines.with(0, (lines[0] ?? '').replace('青禾', '青田')),
    'file-changed',
  ],
  ['a newer format', (lines) => lines.with(0, (lines[0] ?? '').replace('ledger@2', 'ledger@4')), 'bundle-newer'],
  ['no format', (lines) => lines.with(0, (lines[0] ?? '').replace('duibiao/ledger@2', 'x')), 'bundle-invalid'],
  [
    'an entry of another format',
    (lines) => lines.with(2, (lines[2] ?? '').replace('"format":1', '"format":2')),
    'entry-changed',
  ],
  ['a kind that is not known', (lines) => lines.with(2, (lines[2] ?? '').replace('"note"', '"poem"')), 'entry-changed'],
  ['the last line removed', (lines) => lines.slice(0, -1), 'file-cut'],
  ['the end cut off within a line', (lines) => lines.with(-1, (lines.at(-1) ?? '').slice(0, 40)), 'file-cut'],
  [
    'the digest in the last line changed',
    (lines) => lines.with(-1, (lines.at(-1) ?? '').replace(/.{66}\}\n$/, `"${GENESIS}"}\n`)),
    'file-changed',
  ],
  ['a space in the last line', (lines) => lines.with(-1, (lines.at(-1) ?? '').replace(':', ': ')), 'line-wrong'],
  ['the last line twice', (lines) => [...lines, lines.at(-1) ?? ''], 'line-wrong'],
  ['a line of words behind the end', (lines) => [...lines, '完\n'], 'line-wrong'],
  ['an empty line', (lines) => lines.toSpliced(4, 0, '\n'), 'line-wrong'],
  ['another line end', (lines) => lines.with(4, (lines[4] ?? '').replace('\n', '\r\n')), 'line-wrong'],
  ['a payload twice', (lines) => lines.toSpliced(3, 0, lines[3] ?? ''), 'line-wrong'],
  [
    'an attachment twice',
    (lines) => lines.flatMap((line) => (line.startsWith('{"blob"') ? [line, line] : [line])),
    'blob-changed',
  ],
  ['an attachment that is no base64', (lines) => lines.map((line) => line.replace('"AQID"', '"A ID"')), 'line-wrong'],
  ['the line of a chain removed', (lines) => lines.filter((line) => line !== '{"chain":"chain-2"}\n'), 'other-chain'],
  [
    'the entries of a chain removed',
    (lines) => [...lines.slice(0, lines.indexOf('{"chain":"chain-2"}\n')), ...lines.slice(-1)],
    'tail-cut',
  ],
];

const outcomeOf = ({ fault, witness, doubts }: VerifyReport): string =>
  fault?.code ?? (witness === 'not-found' ? 'not-found' : (doubts[0]?.code ?? 'passes'));

async function check(
  bundle: string | Uint8Array,
  witness?: string,
): Promise<{ outcome: string; notes: readonly string[] }> {
  try {
    const content = typeof bundle === 'string' ? bytesOf(bundle) : memoryBytes(bundle);
    const report = await verifyBundle(content, 'a.jsonl', { witness });
    expect(report.ok).toBe(outcomeOf(report) === 'passes');
    for (const sentence of [report.message, ...report.notes]) expect(sentence).not.toMatch(/\{\w+\}/);
    return { outcome: outcomeOf(report), notes: report.notes };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { outcome: error.problem.code, notes: [] };
  }
}

const FORMATS = { first: writeFirstFormat, second: writeSecondFormat, third: writeThirdFormat } as const;

describe.each(['first', 'second', 'third'] as const)('a bundle of the %s format', (format) => {
  const written = async ({ chains, ...about }: Good): Promise<string | Uint8Array> => FORMATS[format](chains, about);

  it('passes untouched, with and without a witness', async () => {
    const good = await goodBundle();
    const text = await written(good);
    for (const witness of [undefined, entry(good, LAST).hash])
      expect(await check(text, witness)).toEqual({
        outcome: 'passes',
        notes: witness === undefined ? [] : [expect.stringContaining('另外 1 条链没有见证')],
      });
    expect((await check(text, entry(good, EARLY).hash)).notes[0]).toContain('它之后的 5 条，见证不能担保');
  });

  it.each([...CARELESS, ...CAREFUL])('%s', async (_name, change, expected) => {
    const { alone, printed = alone, early = printed, says } = expected;
    const bundle = await goodBundle();
    const witnesses = { alone: undefined, printed: entry(bundle, LAST).hash, early: entry(bundle, EARLY).hash };
    change(bundle);
    const text = await written(bundle);
    const found = {
      alone: await check(text),
      printed: await check(text, witnesses.printed),
      early: await check(text, witnesses.early),
    };
    expect({ alone: found.alone.outcome, printed: found.printed.outcome, early: found.early.outcome }).toEqual({
      alone,
      printed,
      early,
    });
    if (says !== undefined) expect([...found.alone.notes, ...found.printed.notes].join('\n')).toMatch(says);
  });
});

describe('the lines of a bundle', () => {
  it.each(LINES)('%s', async (_name, change, alone) => {
    const { chains, ...about } = await goodBundle();
    const lines = writeSecondFormat(chains, about).split(/(?<=\n)/);
    const changed = change(lines);
    expect(changed.join('')).not.toBe(lines.join(''));
    expect((await check(changed.join(''))).outcome).toBe(alone);
  });
});

it('is counted: found alone, told alone, found only with a witness, told only with one, never', () => {
  const rows = [...CARELESS, ...CAREFUL].map(([, , { alone, printed = alone, says }]) => {
    if (alone !== 'passes') return 'alone';
    if (printed !== 'passes') return says === undefined ? 'with a witness' : 'with a witness, and told alone';
    return says === undefined ? 'never' : 'only told';
  });
  const count = (outcome: string): number => rows.filter((row) => row === outcome).length;
  expect({
    alone: count('alone') + LINES.length,
    'with a witness': count('with a witness'),
    'with a witness, and told alone': count('with a witness, and told alone'),
    'only told': count('only told'),
    never: count('never'),
  }).toEqual({ alone: 59, 'with a witness': 11, 'with a witness, and told alone': 3, 'only told': 3, never: 4 });
});
