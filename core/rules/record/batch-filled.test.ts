import { type DocumentSketch, describeRule } from '../testing.ts';
import { batchFilled } from './batch-filled.ts';

const list = (times: readonly string[], column = '受理时间', more: DocumentSketch = {}): DocumentSketch => ({
  kind: 'case',
  title: '办件台账',
  text: [`|办件编号|事项名称|受理人|${column}|`, ...times.map((time, index) => `|YT${index}|低保|孙丽|${time}|`)],
  ...more,
});
const times = (count: number, time: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => time(index));

describeRule(batchFilled, [
  {
    name: 'each at its time',
    document: list(times(10, (index) => `2026-03-02 09:1${index % 10}`)),
    reasons: ['passed'],
  },
  {
    name: 'many in one minute',
    document: list(times(10, () => '2026-03-02 09:10')),
    reasons: ['same-minute'],
    told: [['“受理时间”一列有10行都是2026-03-02 09:10，如果是统一填写的，请写明。', '', '1', '']],
  },
  { name: 'a few in one minute', document: list(times(5, () => '2026-03-02 09:10')), reasons: ['passed'] },
  { name: 'one day', document: list(times(10, () => '2026-03-02')), reasons: ['none'] },
  { name: 'one day and midnight', document: list(times(10, () => '2026-03-02 00:00:00')), reasons: ['none'] },
  {
    name: 'the training began for all',
    document: list(
      times(10, () => '2026-03-02 09:00'),
      '培训时间',
    ),
    reasons: ['none'],
  },
  { name: 'the same as above', document: list(['2026-03-02 09:10', ...times(9, () => '同上')]), reasons: ['passed'] },
  {
    name: 'a part was not read',
    document: list(
      times(2, (index) => `2026-03-02 09:1${index}`),
      '受理时间',
      { notes: [{ kind: 'unreadable' }] },
    ),
    reasons: ['unread'],
  },
  { name: 'no record', document: { kind: 'official' }, reasons: ['other-kind'] },
]);
