import { fillSlots } from '../base/text.ts';
import { nameRows, type TableRemark, type TableRow } from '../tables/read-table.ts';
import { TABLE_WORDS } from '../tables/words.ts';
import type { UnitTable } from './tables/unit-table.ts';

const { faults: WORDS } = TABLE_WORDS;

/** What is said of rows that are about the same as an earlier one: of each, and where that stands in another sheet, of all of a sheet at once. */
export function twiceIn(rows: readonly TableRow[], { keyOf }: Pick<UnitTable, 'keyOf'>): TableRemark[] {
  const seen = new Map<string, TableRow>();
  const twice = rows.flatMap((row) => {
    const key = keyOf(row.values);
    const before = seen.get(key);
    seen.set(key, row);
    if (before === undefined) return [];
    const isSame = JSON.stringify(before.values) === JSON.stringify(row.values);
    return [{ row, before, isSame, what: isSame ? ('skipped' as const) : ('look' as const) }];
  });
  const inSheet = twice.filter(({ row, before }) => row.sheet === before.sheet);
  const across = twice.filter(({ row, before }) => row.sheet !== before.sheet);
  const groups = Map.groupBy(across, ({ row, before, what }) => JSON.stringify([row.sheet, before.sheet, what]));
  return [
    ...inSheet.map(({ row, before, isSame, what }): TableRemark => {
      const text = fillSlots(WORDS[isSame ? 'same' : 'twice'], { row: before.row });
      return { sheet: row.sheet, row: row.row, what, text };
    }),
    ...[...groups.values()].flatMap((group): TableRemark[] => {
      const [first] = group;
      if (first === undefined) return [];
      const { sheet } = first.row;
      const slots = {
        sheet,
        count: group.length,
        other: first.before.sheet,
        rows: nameRows(group.map(({ row }) => row.row)),
      };
      return [
        { sheet, row: 0, what: first.what, text: fillSlots(WORDS[first.isSame ? 'sameSheets' : 'twiceSheets'], slots) },
      ];
    }),
  ];
}
