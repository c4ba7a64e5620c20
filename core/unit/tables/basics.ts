import { squeeze } from '../../base/text.ts';
import { readCell } from '../../tables/cells.ts';
import type { CellKind } from '../../tables/table-type.ts';
import type { UnitProfile } from '../profile.ts';
import { keyOn, type RowTexts, textIn, type UnitTable } from './unit-table.ts';

/** What stands in one cell of the profile: how it is called, how it is read, and where it goes. */
interface Fact {
  name: string;
  kind: CellKind;
  textOf(profile: UnitProfile): string;
  put(profile: UnitProfile, value: string | readonly string[]): UnitProfile;
}

const LEVELS = { county: '县', township: '乡镇', village: '村' } as const;
const lines = (value: string | readonly string[]): string[] => (typeof value === 'string' ? [value] : [...value]);
const one = (value: string | readonly string[]): string => lines(value).join('、');

type TextKey = 'policy' | 'openingHours' | 'systemPublishedOn' | 'systemEffectiveOn';
type ListKey = 'retiredNames' | 'leadingGroup' | 'standardisationOffice' | 'goals';
const text = (name: string, key: TextKey, kind: CellKind = 'text'): Fact => ({
  ...{ name, kind },
  textOf: (profile) => profile[key] ?? '',
  put: (profile, value) => ({ ...profile, [key]: one(value) }),
});
const list = (name: string, key: ListKey, kind: CellKind = 'list'): Fact => ({
  ...{ name, kind },
  textOf: (profile) => (profile[key] ?? []).join('、'),
  put: (profile, value) => ({ ...profile, [key]: lines(value) }),
});
const pilot = (name: string, end: 'from' | 'to'): Fact => ({
  ...{ name, kind: 'day' },
  textOf: (profile) => profile.pilot?.[end] ?? '',
  put: (profile, value) => ({ ...profile, pilot: { ...profile.pilot, [end]: one(value) } }),
});

const FACTS: readonly Fact[] = [
  {
    ...{ name: '单位名称', kind: 'text' },
    textOf: ({ name }) => name,
    put: (profile, value) => ({ ...profile, name: one(value) }),
  },
  list('曾用名', 'retiredNames'),
  {
    ...{ name: '级别', kind: 'text' },
    textOf: ({ level }) => (level === undefined ? '' : LEVELS[level]),
    put: (profile, value) => {
      const level = (Object.keys(LEVELS) as (keyof typeof LEVELS)[]).find((key) => one(value).startsWith(LEVELS[key]));
      return level === undefined ? profile : { ...profile, level };
    },
  },
  list('领导小组', 'leadingGroup', 'names'),
  list('标准化办公室', 'standardisationOffice', 'names'),
  text('方针', 'policy'),
  list('目标', 'goals'),
  text('体系发布日期', 'systemPublishedOn', 'day'),
  text('体系实施日期', 'systemEffectiveOn', 'day'),
  pilot('试点开始', 'from'),
  pilot('试点结束', 'to'),
  text('办公时间', 'openingHours'),
];

/** The unit itself: a line for each thing that stands once. */
export const basics: UnitTable = {
  type: {
    id: 'basics',
    name: '单位',
    columns: [
      { key: 'fact', head: '项目', words: '项', required: true, choices: FACTS.map(({ name }) => name).join(' ') },
      { key: 'text', head: '内容', words: '填写', required: true },
    ],
    sample: { 项目: '单位名称', 内容: '某某镇便民服务中心' },
  },
  keyOf: keyOn('fact'),
  take(profile, rows) {
    let result = profile;
    const [added, changed, missing]: string[][] = [[], [], []];
    let same = 0;
    for (const row of rows) {
      const name = squeeze(textIn(row, 'fact') ?? '');
      const fact = FACTS.find((known) => known.name === name);
      const read = fact && readCell(fact.kind, textIn(row, 'text') ?? '');
      if (fact === undefined || read?.value === undefined) {
        missing?.push(name);
        continue;
      }
      const before = fact.textOf(result);
      result = fact.put(result, read.value);
      const after = fact.textOf(result);
      if (before === after) same += 1;
      else (before === '' ? added : changed)?.push(name);
    }
    return { profile: result, added: added ?? [], changed: changed ?? [], same, missing: missing ?? [] };
  },
  rowsOf: (profile) =>
    FACTS.map(({ name, textOf }): RowTexts => ({ 项目: name, 内容: textOf(profile) })).filter(
      ({ 内容 }) => 内容 !== '',
    ),
};
