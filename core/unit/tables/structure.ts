import { squeeze } from '../../base/text.ts';
import { codeKey } from '../codes.ts';
import { FOREST_WORDS, forestFault } from '../forest.ts';
import type { SubSystem } from '../profile.ts';
import { changed, putItem, takeItems, textIn, type UnitTable } from './unit-table.ts';

const ITSELF = '“上级编号”写的是自己，这一行没有读。';

/** Boxes with the codes of those above them: some lists name these instead, each of which has to be one box. */
function coded(boxes: readonly SubSystem[]): SubSystem[] {
  const keys = new Set(boxes.map(({ code }) => codeKey(code)));
  const names = Map.groupBy(boxes, ({ name }) => squeeze(name));
  return boxes.map((box) => {
    if (box.parent === undefined || keys.has(codeKey(box.parent))) return box;
    const [named, another] = names.get(squeeze(box.parent)) ?? [];
    return named === undefined || another !== undefined ? box : { ...box, parent: named.code };
  });
}

/** Boxes that make trees: where one has nothing above it that fits, it stands at the top, and that is told. */
function planted(boxes: readonly SubSystem[]): { boxes: SubSystem[]; told: string[] } {
  const known = new Map(coded(boxes).map((box) => [codeKey(box.code), box]));
  const told: string[] = [];
  for (const [key, box] of known) {
    const fault = forestFault(chainOf(box, known));
    if (fault === undefined) continue;
    const { parent: _, ...alone } = box;
    known.set(key, alone);
    told.push(`${box.code} ${box.name}：${FOREST_WORDS[fault]}，当作最上面一层，请核对。`);
  }
  return { boxes: [...known.values()], told };
}

/** A box with those above it, as far as they are there: whatever is wrong with where it stands is wrong in these. */
function chainOf(box: SubSystem, known: ReadonlyMap<string, SubSystem>): SubSystem[] {
  const chain: SubSystem[] = [];
  let next: SubSystem | undefined = box;
  while (next !== undefined && !chain.includes(next)) {
    chain.push(next);
    next = next.parent === undefined ? undefined : known.get(codeKey(next.parent));
  }
  return chain;
}

/** 标准体系图 as rows: a row for each box. */
export const structure: UnitTable = {
  type: {
    id: 'structure',
    name: '体系图',
    columns: [
      {
        key: 'code',
        head: '体系编号',
        words: '标准体系编号 子体系编号 体系代码 体系代号 子体系代号 体系编码 分体系编号 编号 代码 代号',
        required: true,
      },
      {
        key: 'name',
        head: '子体系名称',
        words: '标准体系名称 体系名称 子体系 分体系名称 分体系 类目名称 标准子体系 名称',
        required: true,
      },
      {
        key: 'parent',
        head: '上级编号',
        words: '上级 上层体系 上层体系名称 上层体系编号 上级体系名称 上级体系编号 上级体系 所属编号 上级代码',
        hint: '最上面一层的留空',
      },
    ],
    sample: { 体系编号: 'TG101', 子体系名称: '事项办理', 上级编号: 'TG' },
  },
  keyOf: (row) => codeKey(textIn(row, 'code') ?? ''),
  faultOf: (row) => (codeKey(textIn(row, 'code') ?? '') === codeKey(textIn(row, 'parent') ?? '') ? ITSELF : undefined),
  take(profile, rows) {
    const { items, ...said } = takeItems(profile.structure ?? [], rows, {
      keyOf: ({ code }) => codeKey(code),
      keyIn: (row) => codeKey(textIn(row, 'code') ?? ''),
      nameOf: ({ code, name }) => `${code} ${name}`,
      made: (row, before): SubSystem => {
        const parent = textIn(row, 'parent') ?? before?.parent;
        const [code, name] = [textIn(row, 'code') ?? '', textIn(row, 'name') ?? ''];
        return { code, name, ...(parent === undefined ? {} : { parent }) };
      },
    });
    const { boxes, told } = planted(items);
    return { profile: boxes.length === 0 ? profile : { ...profile, structure: boxes }, ...said, told };
  },
  rowsOf: ({ structure: all = [] }) =>
    all.map(({ code, name, parent = '' }) => ({ 体系编号: code, 子体系名称: name, 上级编号: parent })),
  put: (profile, at, change) => ({
    ...profile,
    structure: putItem(profile.structure ?? [], at, change, (now, before) =>
      changed<SubSystem>(before ?? { code: '', name: '' }, now),
    ),
  }),
  nameIn: (row) => row.体系编号 ?? '',
  renamed: (profile, { part, from, to }) =>
    part !== 'structure' || profile.structure === undefined
      ? profile
      : {
          ...profile,
          structure: profile.structure.map((box) => (box.parent === from ? changed(box, { parent: to }) : box)),
        },
  refers: { parent: 'structure' },
};
