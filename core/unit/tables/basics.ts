import { fillSlots, squeeze } from '../../base/text.ts';
import { readCell } from '../../tables/cells.ts';
import type { CellKind } from '../../tables/table-type.ts';
import type { UnitProfile } from '../profile.ts';
import { changed, keyOn, type RowTexts, renamedIn, textIn, type UnitTable } from './unit-table.ts';

/** What stands in one cell of the profile: how it is called, how it is read, and where it goes. */
interface Fact {
  name: string;
  kind: CellKind;
  textOf(profile: UnitProfile): string;
  /** Undefined empties it. */
  put(profile: UnitProfile, value: string | readonly string[] | undefined): UnitProfile;
}

const [NAME, LEVEL] = ['单位名称', '级别'] as const;
const LEVELS = { county: '县', township: '乡镇', village: '村' } as const;
const lines = (value: string | readonly string[]): string[] => (typeof value === 'string' ? [value] : [...value]);
const one = (value: string | readonly string[]): string => lines(value).join('、');
const levelOf = (text: string): UnitProfile['level'] =>
  (Object.keys(LEVELS) as (keyof typeof LEVELS)[]).find((key) => text.startsWith(LEVELS[key]));

type TextKey = 'policy' | 'openingHours' | 'systemPublishedOn' | 'systemEffectiveOn';
type ListKey = 'retiredNames' | 'leadingGroup' | 'standardisationOffice' | 'goals';
const text = (name: string, key: TextKey, kind: CellKind = 'text'): Fact => ({
  ...{ name, kind },
  textOf: (profile) => profile[key] ?? '',
  put: (profile, value) => changed(profile, { [key]: value && one(value) }),
});
const list = (name: string, key: ListKey, kind: CellKind = 'list'): Fact => ({
  ...{ name, kind },
  textOf: (profile) => (profile[key] ?? []).join('、'),
  put: (profile, value) => changed(profile, { [key]: value && lines(value) }),
});
const pilot = (name: string, end: 'from' | 'to'): Fact => ({
  ...{ name, kind: 'day' },
  textOf: (profile) => profile.pilot?.[end] ?? '',
  put: ({ pilot: before, ...profile }, value) => {
    const period = changed(before ?? {}, { [end]: value && one(value) });
    return Object.keys(period).length === 0 ? profile : { ...profile, pilot: period };
  },
});

const FACTS: readonly Fact[] = [
  {
    ...{ name: NAME, kind: 'text' },
    textOf: ({ name }) => name,
    put: (profile, value) => ({ ...profile, name: value === undefined ? profile.name : one(value) }),
  },
  list('曾用名', 'retiredNames'),
  {
    ...{ name: LEVEL, kind: 'text' },
    textOf: ({ level }) => (level === undefined ? '' : LEVELS[level]),
    put: (profile, value) => {
      const level = value && levelOf(one(value));
      return value !== undefined && level === undefined ? profile : changed(profile, { level });
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

const FAULTS = {
  level: '“级别”只能是{levels}。',
  pilot: '“试点结束”早于“试点开始”。',
} as const;

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
  put: (profile, _, change = {}) =>
    FACTS.reduce((result, fact) => (fact.name in change ? fact.put(result, change[fact.name]) : result), profile),
  form: {
    columns: FACTS.map(({ name, kind }) => ({
      ...{ key: name, head: name, kind },
      ...(name === NAME && { required: true as const }),
      ...(name === LEVEL && { choices: Object.values(LEVELS).join(' ') }),
    })),
    rowOf: (profile) => Object.fromEntries(FACTS.map(({ name, textOf }) => [name, textOf(profile)])),
    faultOf(row) {
      const level = textIn(row, LEVEL);
      if (level !== undefined && levelOf(level) === undefined)
        return fillSlots(FAULTS.level, { levels: Object.values(LEVELS).join('、') });
      const [from, to] = [textIn(row, '试点开始'), textIn(row, '试点结束')];
      return from !== undefined && to !== undefined && to < from ? FAULTS.pilot : undefined;
    },
  },
  renamed: (profile, what) => {
    if (what.part !== 'people') return profile;
    const { leadingGroup, standardisationOffice } = profile;
    return {
      ...profile,
      ...(leadingGroup && { leadingGroup: renamedIn(leadingGroup, what) }),
      ...(standardisationOffice && { standardisationOffice: renamedIn(standardisationOffice, what) }),
    };
  },
  refers: { 领导小组: 'people', 标准化办公室: 'people' },
};
