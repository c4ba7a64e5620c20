import { halfWidth, squeeze } from '../base/text.ts';
import type { TableCell, TableColumn, TableSheet, TableType } from './table-type.ts';

/** A row: its cells by their columns. */
export type Line = ReadonlyMap<number, TableCell>;

/** Rows from the top in which a head is looked for: above it stand a title, a unit, a date. */
const DEEPEST = 30;

/** The form in which heads are compared: 标准名称（中文）* → 标准名称. */
export const headKey = (text: string): string =>
  halfWidth(squeeze(text))
    .replace(/[(（[【][^)）\]】]*[)）\]】]/gu, '')
    .replace(/[*＊:：、，,/\\"“”《》]/gu, '')
    .toLowerCase();

/** Rows of joins that are looked at: a sheet with more of them is none that a person made. */
const MOST_JOINED = 500_000;

const LINES = new WeakMap<TableSheet, ReadonlyMap<number, Line>>();

/** The rows of a sheet, made once: every type of table looks for its head in them. */
export function linesOf(sheet: TableSheet): ReadonlyMap<number, Line> {
  const known = LINES.get(sheet) ?? joinedLines(sheet);
  LINES.set(sheet, known);
  return known;
}

/**
 * The rows of a sheet by their numbers; cells that are one with those above show the same text there. What still stands under
 * a join nobody sees: it says nothing.
 */
function joinedLines({ cells, spans = [] }: TableSheet): Map<number, Map<number, TableCell>> {
  const rows = new Map<number, Map<number, TableCell>>();
  const put = (cell: TableCell): void => {
    const row = rows.get(cell.row);
    if (row === undefined) rows.set(cell.row, new Map([[cell.column, cell]]));
    else row.set(cell.column, cell);
  };
  let last = -1;
  for (const cell of cells) {
    put(cell);
    last = Math.max(last, cell.row);
  }
  let looked = 0;
  for (const { row, column, rows: down, columns: across } of spans) {
    const first = rows.get(row)?.get(column);
    // A whole column may be joined: below the last row there is nothing to say.
    for (let at = 0; at < down && row + at <= last && looked < MOST_JOINED; at += 1) {
      looked += 1;
      const line = rows.get(row + at);
      for (const place of line?.keys() ?? [])
        if (place >= column && place < column + across && (at > 0 || place > column)) line?.delete(place);
      // What is joined from the left to the right is a heading; what is joined downwards says the same of each row.
      if (at > 0 && first !== undefined) put({ ...first, row: row + at, joined: true });
    }
  }
  return new Map([...rows].sort(([left], [right]) => left - right));
}

/** Where the head of a table stands, and which column of the sheet is which of the type. */
export interface Head {
  /** The last row of it. */
  row: number;
  columns: ReadonlyMap<number, TableColumn>;
  /** Heads that name no column of the type. */
  unknown: string[];
  /** Column of our own marks, in a table that was made from our template. */
  markColumn: number | undefined;
}

const wordsOf = ({ head, words = '' }: TableColumn): string[] => [head, ...words.split(' ')].map(headKey);

/** A column that a head names, and how well: the earlier the word stands among its words, the better. */
interface Named {
  column: TableColumn;
  rank: number;
}

/** What a head may name: all of it, or one of two that stand in one cell (标准编号/文号). */
function namedBy(text: string, columns: readonly TableColumn[]): Named | undefined {
  const parts = text
    .split(/[/／\n]/u)
    .map(headKey)
    .filter(Boolean);
  for (const keys of [[headKey(text)], parts.length > 1 ? parts : []]) {
    const found = columns.flatMap((column): Named[] => {
      const rank = wordsOf(column).findIndex((word) => word !== '' && keys.includes(word));
      return rank < 0 ? [] : [{ column, rank }];
    });
    const [best] = found.sort((left, right) => left.rank - right.rank);
    if (best !== undefined) return best;
  }
  return undefined;
}

/** The head that begins in a row: of one row, or of two where groups stand above. */
function headAt(type: TableType, upper: Line, lower: Line | undefined, mark: string): Omit<Head, 'row'> {
  const named = new Map<number, Named>();
  const texts = new Map<number, string>();
  let markColumn: number | undefined;
  const places = new Set([...upper.keys(), ...(lower?.keys() ?? [])]);
  for (const place of [...places].sort((left, right) => left - right)) {
    const own = [lower?.get(place)?.text ?? '', upper.get(place)?.text ?? ''].filter(Boolean);
    if (own.some((text) => headKey(text) === mark)) {
      markColumn ??= place;
      continue;
    }
    texts.set(place, own[0] ?? '');
    const both = own.length > 1 ? [...own, [...own].reverse().join('')] : own;
    const found = both.map((text) => namedBy(text, type.columns)).find((one) => one !== undefined);
    if (found !== undefined) named.set(place, found);
  }
  // Of several heads that name one column the one that names it best is it, and of equals the first.
  const hasBetter = (place: number, { column, rank }: Named): boolean =>
    [...named].some(
      ([other, one]) => one.column === column && (one.rank < rank || (one.rank === rank && other < place)),
    );
  const columns = new Map(
    [...named].flatMap(([place, one]) => (hasBetter(place, one) ? [] : [[place, one.column] as const])),
  );
  const unknown = [...texts].flatMap(([place, text]) => (columns.has(place) ? [] : [text]));
  return { columns, unknown, markColumn };
}

/** Columns without which a table is not of a type: what a row needs, and one thing more. */
const isEnough = (type: TableType, { columns }: Pick<Head, 'columns'>): boolean => {
  const found = new Set(columns.values());
  return found.size >= Math.min(2, type.columns.length) && type.columns.every((one) => !one.required || found.has(one));
};

/**
 * The head of a table of a type in a sheet, wherever it stands near the top; undefined where there is none. Of several rows
 * that could be one the one that names most columns is.
 */
export function findHead(type: TableType, lines: ReadonlyMap<number, Line>, mark: string): Head | undefined {
  let best: Head | undefined;
  const rows = [...lines.keys()].slice(0, DEEPEST);
  for (const [at, row] of rows.entries()) {
    const upper = lines.get(row) as Line;
    const below = rows[at + 1] === row + 1 ? lines.get(row + 1) : undefined;
    const [one, two] = [headAt(type, upper, undefined, mark), below && headAt(type, upper, below, mark)];
    const found: Head[] = [
      { ...one, row },
      ...(two !== undefined && two.columns.size > one.columns.size ? [{ ...two, row: row + 1 }] : []),
    ];
    for (const head of found) if (isEnough(type, head) && head.columns.size > (best?.columns.size ?? 0)) best = head;
  }
  return best;
}
