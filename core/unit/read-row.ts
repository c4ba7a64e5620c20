import { fillSlots, shorten } from '../base/text.ts';
import { readCell } from '../tables/cells.ts';
import type { RowValues, TableColumn } from '../tables/table-type.ts';
import { TABLE_WORDS } from '../tables/words.ts';
import { rowsIn } from './edit.ts';
import type { UnitProfile } from './profile.ts';
import { UNIT_TABLES } from './tables/index.ts';
import type { RowChange, RowTexts, UnitTable } from './tables/unit-table.ts';

const WORDS = {
  missing: '请填“{head}”。',
  unknown: '“{part}”里没有“{text}”，请先到那里新增，或改成那里的写法。',
  twin: '已经有这一项了：{name}。请改那一项。',
} as const;

/** What a person typed into the boxes of a row. */
export interface TypedRow {
  change: RowChange;
  /** Sentences by the keys of the boxes: why one is not kept, and what to look at in one that is. */
  faults: Readonly<Record<string, string>>;
  doubts: Readonly<Record<string, string>>;
  /** What is wrong with the row as a whole. */
  fault?: string;
}

/** The boxes of a row of a part. */
export const boxesOf = ({ form, type }: UnitTable): readonly TableColumn[] => form?.columns ?? type.columns;

/** In a form nothing is passed over: the sentences of tables end before that. */
const inForm = (sentence: string): string => sentence.replace(/[，；]这一[行格]没有读。$/u, '。');

/** The part of which a column names things, and what these are called. */
export function namesFor(table: UnitTable, key: string, profile: UnitProfile): { part: string; names: string[] } {
  const other = UNIT_TABLES.find(({ type }) => type.id === table.refers?.[key]);
  const names = other?.rowsOf(profile).map((row) => other.nameIn?.(row) ?? '') ?? [];
  return { part: other?.type.name ?? '', names: [...new Set(names)] };
}

const joined = (value: string | readonly string[]): string => (typeof value === 'string' ? value : value.join('、'));

/** A row that says the same as another one, by how that is called; undefined for none. */
function twinOf(table: UnitTable, values: RowValues, others: readonly RowTexts[]): string | undefined {
  const { keyOf, type, isTwin = (row, other) => keyOf(row) === keyOf(other) } = table;
  const plain = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, joined(value)]));
  const valuesOf = (row: RowTexts): RowValues =>
    Object.fromEntries(type.columns.flatMap(({ key, head }) => (row[head] ? [[key, row[head]]] : [])));
  const twin = others.find((row) => isTwin(plain, valuesOf(row)));
  return twin && titleOf(table, twin);
}

/** The columns by which a row is told from others. */
function titleColumns({ type: { columns }, titled }: UnitTable): TableColumn[] {
  const needed = ({ key, required }: TableColumn): boolean =>
    required === true || columns.some(({ above }) => above === key);
  return columns.filter((column) => titled?.includes(column.key) ?? needed(column));
}

/** What a row is called in a list. */
export const titleOf = (table: UnitTable, row: RowTexts): string =>
  table.form === undefined
    ? titleColumns(table)
        .map(({ head }) => row[head] ?? '')
        .filter((text) => text !== '')
        .join('　')
    : table.type.name;

/** What else stands in a row, box by box. */
export function factsOf(table: UnitTable, row: RowTexts): { head: string; text: string }[] {
  const inTitle = table.form === undefined ? titleColumns(table).map(({ key }) => key) : [];
  return boxesOf(table).flatMap(({ key, head }) =>
    inTitle.includes(key) || !row[head] ? [] : [{ head, text: row[head] }],
  );
}

/**
 * What was typed into the boxes of a row, read as a table's cells are.
 * @param texts by the heads; @param at where the row stands, undefined for a new one: what was not touched is not judged again
 */
export function readTyped(profile: UnitProfile, table: UnitTable, at: number | undefined, texts: RowTexts): TypedRow {
  const rows = rowsIn(table, profile);
  const was = at === undefined ? {} : (rows[at] ?? {});
  const change: Record<string, string | readonly string[] | undefined> = {};
  const values: Record<string, string | readonly string[]> = {};
  const faults: Record<string, string> = {};
  const doubts: Record<string, string> = {};
  for (const { key, head, kind = 'text', required } of boxesOf(table)) {
    const text = texts[head] ?? '';
    if (text === (was[head] ?? '') && text !== '') {
      values[key] = text;
      continue;
    }
    const { value, fault, text: about = '' } = readCell(kind, text);
    if (value !== undefined) values[key] = value;
    if (text.trim() !== (was[head] ?? '')) change[key] = value;
    const sentence =
      fault && fillSlots(TABLE_WORDS.faults[fault], { head, text: shorten(about, 30), count: about, day: about });
    if (sentence !== undefined) (value === undefined ? faults : doubts)[key] = inForm(sentence);
    else if (value === undefined && required) faults[key] = fillSlots(WORDS.missing, { head });
    else if (kind === 'text' && value !== undefined && table.refers?.[key] !== undefined) {
      const { part, names } = namesFor(table, key, profile);
      if (!names.includes(joined(value))) faults[key] = fillSlots(WORDS.unknown, { part, text: joined(value) });
    }
  }
  const said = (table.form ?? table).faultOf?.(values);
  const twin = table.form === undefined ? twinOf(table, values, rows.toSpliced(at ?? rows.length, 1)) : undefined;
  const fault = said === undefined ? twin && fillSlots(WORDS.twin, { name: twin }) : inForm(said);
  return { change, faults, doubts, ...(fault !== undefined && { fault }) };
}
