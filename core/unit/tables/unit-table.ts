import { canonicalJson } from '../../base/canonical.ts';
import type { TableRemark, TableRow } from '../../tables/read-table.ts';
import type { RowValues, TableColumn, TableType } from '../../tables/table-type.ts';
import type { UnitProfile } from '../profile.ts';

/** What came of the rows of a table: the profile with them, and what they changed in it, each by its name. */
export interface Taken {
  profile: UnitProfile;
  added: string[];
  changed: string[];
  /** Rows that say what stands there already. */
  same: number;
  /** What stands in the profile and in no row: it stays. */
  missing: string[];
  /** Where each of these stands in its list of the profile; left out by tables whose rows are no items of a list. */
  left?: number[];
  /** What a person should look at beside what is said of single cells, in sentences. */
  told?: string[];
}

/** What a row of a table that is handed out says, by the heads of its columns. */
export type RowTexts = Readonly<Record<string, string>>;

/** What a person changed in a row, by the keys of the columns: undefined was emptied, what is left out stays as it is. */
export type RowChange = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Something of a part that is called otherwise now, or, without `to`, is gone. */
export interface Renamed {
  /** Id of the part that it belongs to. */
  part: string;
  from: string;
  to?: string;
}

/** A part of the profile as a table: one file a part. */
export interface UnitTable {
  type: TableType;
  /** What a row is about: of two rows about the same the later one counts. */
  keyOf(row: RowValues): string;
  /** Why a row is none of this table, in a sentence; it is told and left out. */
  faultOf?(row: RowValues): string | undefined;
  /** What a person should look at in the rows of an import, beside each of them. */
  remarksOn?(rows: readonly TableRow[]): TableRemark[];
  /** Puts rows into a profile. Pure. */
  take(profile: UnitProfile, rows: readonly RowValues[]): Taken;
  /** The part as rows: taken again they change nothing. */
  rowsOf(profile: UnitProfile): RowTexts[];
  /**
   * Changes one row, counted from 0 as `rowsOf` has them; adds one where `at` is undefined; takes it away where there is no change.
   * Pure. Whatever is not changed stays to the letter.
   */
  put(profile: UnitProfile, at: number | undefined, change: RowChange | undefined): UnitProfile;
  /** The part as a form of one row, where its table has a line for each box. `put` takes the keys of these columns. */
  form?: {
    columns: readonly TableColumn[];
    rowOf(profile: UnitProfile): RowTexts;
    /** What is wrong between its boxes, in a sentence. */
    faultOf(row: RowValues): string | undefined;
  };
  /** Keys of the columns by which people tell rows apart, where those that are required do not do. */
  titled?: readonly string[];
  /** By what other parts name the thing of a row. */
  nameIn?(row: RowTexts): string;
  /** The part where it names something of another one, or of itself, that is renamed or gone. */
  renamed?(profile: UnitProfile, what: Renamed): UnitProfile;
  /** Columns that name things of other parts, with the ids of these. */
  refers?: Readonly<Record<string, string>>;
  /** Whether another row says the same thing as this one; where it is missing, rows with one key do. */
  isTwin?(row: RowValues, other: RowValues): boolean;
  /** The column with the last day of what a row tells: what is over gets one, and stays. */
  ends?: { key: string; action: string; day: string; others: string };
}

export const textIn = (values: RowChange, key: string): string | undefined => {
  const value = values[key];
  return typeof value === 'string' ? value : undefined;
};
export const listIn = (values: RowChange, key: string): string[] | undefined => {
  const value = values[key];
  return value === undefined ? undefined : typeof value === 'string' ? [value] : [...value];
};

/** A key of some columns. */
export const keyOn =
  (...keys: readonly string[]) =>
  (row: RowValues): string =>
    JSON.stringify(keys.map((key) => row[key] ?? ''));

/** What is given, under these names: what a row leaves out stays as it is. */
export function given<Item extends object>(values: RowValues, keys: readonly (keyof Item & string)[]): Partial<Item> {
  const pairs = keys.flatMap((key) => (values[key] === undefined ? [] : [[key, values[key]] as const]));
  return Object.fromEntries(pairs) as Partial<Item>;
}

const isSame = (left: unknown, right: unknown): boolean =>
  canonicalJson(JSON.parse(JSON.stringify(left))) === canonicalJson(JSON.parse(JSON.stringify(right)));

/**
 * A list with the items of some rows in it: each row finds what it is about, or is new. A wrong workbook may have a hundred
 * thousand rows: they are found by their keys.
 * @param keyOf what a row and an item it is about have in common; `is` what has to hold besides; `mayBe` whether a row is about
 * an item where no other row is about that item; `nameOf` what an item is called
 * @param made the item as it is with the row; undefined before it for a new one
 */
export function takeItems<Item extends object>(
  items: readonly Item[],
  rows: readonly RowValues[],
  about: {
    keyOf(item: Item): string;
    keyIn(row: RowValues): string;
    is?(item: Item, row: RowValues): boolean;
    mayBe?(item: Item, row: RowValues): boolean;
    made(row: RowValues, before: Item | undefined): Item;
    nameOf(item: Item): string;
  },
): { items: Item[] } & Omit<Taken, 'profile'> {
  const result = [...items];
  const touched = new Set<number>();
  const [added, changed]: [Set<number>, Set<number>] = [new Set(), new Set()];
  let same = 0;
  /** Places by the keys of what stood there; an item may have another key by now. */
  const places = new Map<string, Set<number>>();
  const file = (item: Item, place: number): void => {
    const key = about.keyOf(item);
    const known = places.get(key);
    if (known === undefined) places.set(key, new Set([place]));
    else known.add(place);
  };
  for (const [place, item] of items.entries()) file(item, place);
  const findKnown = (row: RowValues): number => {
    const key = about.keyIn(row);
    const found = [...(places.get(key) ?? [])].filter((place) => {
      const item = result[place];
      return item !== undefined && about.keyOf(item) === key && about.is?.(item, row) !== false;
    });
    return found.length === 0 ? -1 : Math.min(...found);
  };
  for (const row of rows) {
    const known = findKnown(row);
    // What a row made was touched by it.
    const at =
      known >= 0
        ? known
        : about.mayBe === undefined
          ? -1
          : items.findIndex((item, place) => !touched.has(place) && about.mayBe?.(item, row));
    const before = at < 0 ? undefined : result[at];
    const item = about.made(row, before);
    const place = at < 0 ? result.length : at;
    result[place] = item;
    file(item, place);
    touched.add(place);
    if (before === undefined) added.add(place);
    else if (isSame(before, item)) same += 1;
    else if (!added.has(place)) changed.add(place);
  }
  const namesOf = (places: Iterable<number>): string[] =>
    [...places].flatMap((place) => {
      const item = result[place];
      return item === undefined ? [] : [about.nameOf(item)];
    });
  const left = [...items.keys()].filter((at) => !touched.has(at));
  return { items: result, added: namesOf(added), changed: namesOf(changed), same, missing: namesOf(left), left };
}

/** An item of which a person changed what stands under the names of its members; what was emptied goes. */
export function changed<Item extends object>(before: Item, change: RowChange): Item {
  const emptied = new Set(Object.keys(change).filter((key) => change[key] === undefined));
  return Object.fromEntries(Object.entries({ ...before, ...change }).filter(([key]) => !emptied.has(key))) as Item;
}

/** A list in which one item is changed, added, or taken away, as `put` says it. */
export function putItem<Item>(
  items: readonly Item[],
  at: number | undefined,
  change: RowChange | undefined,
  made: (change: RowChange, before: Item | undefined) => Item,
): Item[] {
  if (at === undefined) return change === undefined ? [...items] : [...items, made(change, undefined)];
  return items.flatMap((item, place) => (place !== at ? [item] : change === undefined ? [] : [made(change, item)]));
}

/** Names of a list where one is called otherwise now, or is gone; the list itself where none is. */
export function renamedIn(names: readonly string[], { from, to }: Renamed): string[] {
  const next = names.flatMap((name) => (name !== from ? [name] : to === undefined ? [] : [to]));
  return [...new Set(next)];
}
