import { expect, test } from 'vitest';
import { findCitations } from '../../../core/standards/citations.ts';
import { BUILT_IN_CATALOGUE } from '../../../core/standards/pack.ts';
import { citedStandards } from '../../../core/unit/services.ts';
import { inOrder, isEnded, marksOfCited, timesOf } from './cited.ts';

const cited = (today: string, ...texts: string[]) => {
  const source = (index: number) => ({ from: 'page', frame: '', label: '', path: `#p${index}` }) as const;
  const blocks = texts.map((text, index) => ({
    ...({ kind: 'paragraph', region: 'body' } as const),
    ...{ text, source: source(index) },
  }));
  return citedStandards({ citations: findCitations(blocks) }, undefined, BUILT_IN_CATALOGUE, today);
};
const TEXTS = [
  '按照GB/T 36112-2018执行。',
  '依据GB/T 24421.1-2009编制。',
  '按照GB/T 24421.2-2009执行，见 GB/T24421.2—2009。GB/T 24421.2-2009另有规定的除外。',
];
const names = (list: ReturnType<typeof cited>) => list.map(({ designation }) => designation);

test('what ended by a row that was looked up stands first, what a person should look at next', () => {
  const list = cited('2026-11-23', ...TEXTS);
  expect(names(list.filter(isEnded))).toEqual(['GB/T 24421.2—2009']);
  expect(names(inOrder(list))).toEqual(['GB/T 24421.2—2009', 'GB/T 24421.1—2009', 'GB/T 36112—2018']);
});

test('on a day on which it was in force nothing ended', () => {
  expect(cited('2022-09-14', ...TEXTS).filter(isEnded)).toEqual([]);
});

test('each place is marked with the words that stand there and what the state is called; what nobody confirmed is said to be so', () => {
  const [current, unconfirmed, ended] = cited('2026-11-23', ...TEXTS).map((one) => marksOfCited([one]));
  expect(ended).toEqual([
    { number: 1, source: expect.objectContaining({ path: '#p2' }), words: 'GB/T 24421.2-2009', sign: '已被代替' },
    { number: 1, source: expect.objectContaining({ path: '#p2' }), words: 'GB/T24421.2—2009', sign: '已被代替' },
  ]);
  expect(unconfirmed?.map(({ sign }) => sign)).toEqual(['未核实']);
  expect(timesOf(cited('2026-11-23', ...TEXTS).filter(isEnded))).toBe(3);
  expect(current?.map(({ sign }) => sign)).toEqual(['现行']);
});

test('no more is marked than a message may hold', () => {
  const all = Array.from({ length: 300 }, (_, index) => `按照GB/T ${1000 + index}-2009执行。`);
  expect(marksOfCited(cited('2026-11-23', ...all))).toHaveLength(200);
});
