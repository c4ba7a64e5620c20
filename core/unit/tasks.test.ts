import { expect, it } from 'vitest';
import { v } from '../base/schema.ts';
import { impactOf } from '../standards/impact.ts';
import { BUILT_IN_CATALOGUE } from '../standards/pack.ts';
import type { UnitProfile } from './profile.ts';
import { serviceChanges } from './service-changes.ts';
import { addTasks } from './task-list.ts';
import { type Task, taskSchema, tasksOfServiceChanges, tasksOfWork, topicsOfListed } from './tasks.ts';
import { usesOfUnit } from './uses.ts';

const DAY = '2026-11-28';
const FROM = { source: '2027年清单.xlsx', madeOn: DAY };
const UNIT: UnitProfile = {
  schema: 'duibiao/unit@1',
  name: '青禾镇便民服务中心',
  people: [],
  windows: [{ name: '社会救助窗口', services: ['法律援助'] }],
  services: [
    { name: '临时救助申请', promisedLimit: '15个工作日', standards: ['GB/T 24421.2—2009', 'GB/T 36112—2018'] },
    { name: '法律援助', standards: [] },
  ],
  standards: [],
};
/** A catalogue in which one standard is withdrawn. */
const LATER = {
  ...BUILT_IN_CATALOGUE,
  rows: BUILT_IN_CATALOGUE.rows.map((row) =>
    row.designation === 'GB/T 36112—2018' ? { ...row, withdrawnOn: '2026-01-01' } : row,
  ),
};
const lines = (tasks: readonly Task[]): string[] =>
  tasks.map(({ about, place, name, message }) => [about, place, name, message].join(' | '));
const isWhole = (tasks: readonly Task[]): boolean => tasks.every((task) => v.is(taskSchema, task));

/** What a list makes of the profile, and its work. */
function listed(change: (unit: UnitProfile) => void): { after: UnitProfile; tasks: Task[] } {
  const after = structuredClone(UNIT);
  change(after);
  return { after, tasks: tasksOfServiceChanges(serviceChanges(UNIT, after), after, [], FROM).flat() };
}

it('each place that a change of a service touches is a piece of work', () => {
  const { tasks, after } = listed((unit) => {
    unit.services = [
      { name: '临时救助申请', promisedLimit: '10个工作日', standards: ['GB/T 24421.2—2009', 'GB/T 36112—2018'] },
    ];
  });
  expect(isWhole(tasks)).toBe(true);
  expect(lines(tasks)).toEqual([
    '“临时救助申请”承诺时限：15个工作日→10个工作日 | service | 临时救助申请 | 办事指南、公示栏上的时限跟着改。',
    '“法律援助”：清单里没有了 | service | 法律援助 | 核实是取消、合并还是下放；确实没有了的，从单位资料里删去，停用办事指南。',
    '“法律援助”：清单里没有了 | window | 社会救助窗口 | 这个窗口还列着它，确实没有了的撤下。',
  ]);
  // Both taken back: the limit is what it was, and the next list has the service again.
  const back = tasksOfServiceChanges(serviceChanges(after, UNIT), UNIT, [], FROM)
    .flat()
    .filter(({ topic }) => topic.includes('Limit'));
  const { tasks: list } = addTasks(tasks, back, DAY, topicsOfListed(UNIT));
  expect(list.map(({ ended }) => ended?.how)).toEqual(['over', 'over', 'over']);
});

it('a law in full is compared by its hash, so that the list stays small', () => {
  const law = (text: string): UnitProfile => ({
    ...UNIT,
    services: [{ name: '法律援助', standards: [], legalBasis: text.repeat(4_000) }],
  });
  const [before, after] = [law('一'), law('二')];
  const tasks = tasksOfServiceChanges(serviceChanges(before, after), after, [], FROM).flat();
  expect(isWhole(tasks)).toBe(true);
  expect(tasks.map(({ before: was }) => was.length)).toEqual([64]);
  const title = `法律援助${'𠀀'.repeat(2_000)}`;
  const document = { name: title, title, fields: [], services: ['法律援助'] };
  const [both = []] = tasksOfServiceChanges(serviceChanges(before, after), after, [document], FROM);
  expect(both.map(({ place }) => place)).toEqual(['service', 'document']);
  expect(isWhole(both)).toBe(true);
  const use = { in: 'document', name: title, designation: 'GB/T 36112—2018', title: '' } as const;
  expect(isWhole(tasksOfWork(impactOf(BUILT_IN_CATALOGUE, LATER, [use], DAY), FROM))).toBe(true);
});

it('each use of a standard that a later catalogue touches is one, and none where nothing is to do', () => {
  const tasks = tasksOfWork(impactOf(BUILT_IN_CATALOGUE, LATER, usesOfUnit(UNIT, DAY), DAY), FROM);
  expect(isWhole(tasks)).toBe(true);
  expect(tasks).toHaveLength(1);
  expect(tasks[0]).toMatchObject({ from: 'catalogue', place: 'service', name: '临时救助申请', ended: null });
  expect(tasks[0]?.about).toMatch(/^GB\/T 36112—2018：现行→/u);
  const back = tasksOfWork(impactOf(LATER, BUILT_IN_CATALOGUE, usesOfUnit(UNIT, DAY), DAY), FROM);
  expect(back).toEqual([]);
});
