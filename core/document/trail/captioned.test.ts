import { expect, it } from 'vitest';
import type { Source } from '../../base/source.ts';
import { endOfFlow, stepOfCaptions } from './captioned.ts';
import { mergeTrails, oldestFirst } from './merge.ts';
import { trailOfTable } from './table.ts';
import { trailOfLines } from './timeline.ts';

const source: Source = { from: 'page', frame: '', label: '', path: 'ul' };
const DONE = [
  '科室审核',
  '实际办理：钱一',
  '候选办理：钱一,吴四',
  '接收时间：2026-10-09 09:12',
  '办结时间：2026-10-09 15:40',
];

it('reads captions with their values as a table of steps has them in columns', () => {
  expect(stepOfCaptions([...DONE, '耗时：6小时', '通过 2026-10-09 15:40', '内容属实，同意上报。'], source)).toEqual({
    step: '科室审核',
    role: 'reviewer',
    actors: ['钱一'],
    action: '通过',
    opinion: '内容属实，同意上报。',
    time: '2026-10-09T15:40:00',
    state: 'done',
    source,
  });
});

it('takes the last of several acts', () => {
  const acts = ['转办 2026-10-09 11:20', '吴四转办给钱一：本人外出', '通过 2026-10-09 15:40', '同意。'];
  expect(stepOfCaptions([...DONE, ...acts], source)).toMatchObject({ action: '通过', opinion: '同意。' });
  const newestFirst = ['退回 2026-10-09 15:40', '请补充。', '转办 2026-10-09 11:20', '本人外出'];
  expect(stepOfCaptions([...DONE, ...newestFirst], source)).toMatchObject({ action: '退回', opinion: '请补充。' });
});

it('knows a step that began and did not end', () => {
  const lines = ['领导签发', '实际办理：-', '候选办理：孙二,吴四', '接收时间：2026-10-10 08:00', '办结时间：-'];
  expect(stepOfCaptions(lines, source)).toEqual({
    step: '领导签发',
    role: 'approver',
    actors: ['孙二', '吴四'],
    state: 'current',
    source,
  });
  const foretold = ['领导签发', '候选办理：孙二', '接收时间：-'];
  expect(stepOfCaptions(foretold, source)).toMatchObject({ actors: [], state: 'predicted' });
});

it('needs a person and a time under captions', () => {
  expect(stepOfCaptions(['核稿', '2026-10-09 10:00', '钱一', '审批意见：同意'], source)).toBeUndefined();
  expect(stepOfCaptions(['办理人：钱一', '联系电话：0571-00000000'], source)).toBeUndefined();
  expect(stepOfCaptions(['窗口', '工作时间：9:00-17:00'], source)).toBeUndefined();
});

it('reads the end of a flow, where nobody acts', () => {
  expect(endOfFlow(['结束', '2026-10-11 09:00 结束流程'], source)).toMatchObject({
    step: '结束',
    actors: [],
    state: 'done',
  });
  expect(endOfFlow(['结束', '钱一 2026-10-11 09:00'], source)).toBeUndefined();
  expect(endOfFlow(['结束语', '2026-10-11'], source)).toBeUndefined();
  expect(endOfFlow(['办结'], source)).toBeUndefined();
});

it('turns a record that begins with the newest', () => {
  const steps = [
    ['领导签发', '孙二', '2026-10-10 16:30'],
    ['核稿', '钱一', '2026-10-09 15:40'],
    ['拟稿', '周三', '2026-10-08 09:00'],
  ].flatMap((lines) => trailOfLines(lines, source) ?? []);
  expect(oldestFirst(steps).map(({ step }) => step)).toEqual(['拟稿', '核稿', '领导签发']);
  expect(oldestFirst(steps.toReversed()).map(({ step }) => step)).toEqual(['拟稿', '核稿', '领导签发']);
});

it('takes a row that lasted for done, where the record has no column of times', () => {
  const rows = [
    ['办件人', '办理环节', '意见内容', '办理时长'],
    ['周三', '起草', '', '21分28秒'],
    ['钱一', '核稿', '已核', '4小时'],
    ['周三', '起草', '', ''],
  ];
  const steps = trailOfTable({ rows, source });
  expect(steps.map(({ state }) => state)).toEqual(['done', 'done', 'predicted']);
  // The second round of one drawing is no other drawing of the first.
  expect(mergeTrails([steps])).toHaveLength(3);
  const strip = steps.map((step, at) => (at === 2 ? { ...step, state: 'current' as const } : step));
  expect(mergeTrails([steps, strip]).map(({ state }) => state)).toEqual(['done', 'done', 'current']);
});
