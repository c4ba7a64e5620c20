import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EntryDraft } from '../core/ledger/entry.ts';
import {
  bundleOf,
  correctionOf,
  evidenceOf,
  type Made,
  makeChain,
  noteOf,
  ratingOf,
} from '../core/ledger/merge/testing.ts';

/** Six windows whose bundles an administrator brings together, and what is known of them. */

const EXPORTED = '2026-11-20T08:00:00.000Z';
const START = Date.parse('2026-03-02T01:00:00.000Z');
const steady = (number: number): string => new Date(START + number * 60_000).toISOString();

/** So many notes that nobody else has. */
const notes = (actor: string, count: number): EntryDraft[] =>
  Array.from({ length: count }, (_, index) => noteOf(`${actor}日常记事${index + 1}`, actor));

/** 37 documents that two windows kept. */
const SHARED = 37;
const shared = (actor: string): EntryDraft[] =>
  Array.from({ length: SHARED }, (_, index) =>
    evidenceOf(`培训签到表第${index + 1}期`, { title: `培训签到表第${index + 1}期` }, { actor }),
  );

const window = (number: number): string => `综合窗口${number}`;

export interface Windows {
  /** Paths of the files: six windows, one of them exported twice. */
  files: string[];
  /** What stands on the signed sheet of the window that has lost records. */
  sheet: { sequence: number; hash: string };
  made: Made[];
}

/** Writes the bundles into a folder. 412 records, 37 of them the same, three disagreements, one shorter, two clocks. */
export async function writeWindows(folder: string): Promise<Windows> {
  const eightHours = 8 * 3_600_000;
  const fast = (number: number): string =>
    new Date(Date.parse(EXPORTED) + eightHours - (69 - number) * 60_000).toISOString();
  const back = (number: number): string =>
    number < 60 ? steady(number) : new Date(START + 60 * 60_000 - 3 * 86_400_000 + number).toISOString();
  const whole = makeChain('window-4', notes(window(4), 70), steady);
  const made: Made[] = [
    makeChain(
      'window-1',
      [
        ...shared(window(1)),
        ratingOf('C1', 2, window(1)),
        correctionOf(3, { indicators: ['C11'] }, window(1)),
        ...notes(window(1), 31),
      ],
      steady,
    ),
    makeChain('window-2', [...shared(window(2)), ratingOf('C1', 1, window(2)), ...notes(window(2), 32)], steady),
    makeChain(
      'window-3',
      [evidenceOf('收文回执', { completedOn: '2026-03-02' }, { actor: window(3) }), ...notes(window(3), 69)],
      steady,
    ),
    { ...whole, records: whole.records.slice(0, 65) },
    makeChain(
      'window-5',
      [evidenceOf('收文回执', { completedOn: '2026-03-05' }, { actor: window(5) }), ...notes(window(5), 68)],
      fast,
    ),
    makeChain('window-6', notes(window(6), 68), back),
  ];
  const files: string[] = [];
  for (const [index, one] of made.entries()) {
    const path = join(folder, `窗口${index + 1}.zip`);
    writeFileSync(path, Buffer.concat(await bundleOf(one, { exportedAt: EXPORTED, unit: '青禾镇便民服务中心' })));
    files.push(path);
  }
  const twice = join(folder, '窗口2（又一份）.zip');
  const [, second] = made;
  if (second === undefined) throw new Error('no second window');
  writeFileSync(twice, Buffer.concat(await bundleOf(second, { exportedAt: EXPORTED, unit: '青禾镇便民服务中心' })));
  return { files: [...files, twice], sheet: { sequence: 70, hash: whole.records[69]?.entry.hash ?? '' }, made };
}
