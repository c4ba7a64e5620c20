import { isIsoDay } from '../base/dates.ts';
import { ProblemError } from '../base/problems.ts';
import { type Progress, tellStep } from '../base/progress.ts';
import { parseWith, readWith, v } from '../base/schema.ts';
import type { CataloguePack, CatalogueRow } from './catalogue.ts';
import { readDesignation } from './designation.ts';

/** More rows than all national, industry and local standards together. */
const ROW_LIMIT = 200_000;

/** An ISO day that the calendar has. */
export const daySchema = v.pipe(v.string(), v.check(isIsoDay, '应该是写成 2022-09-20 这样的日期'));

export const shortText = v.pipe(v.string(), v.minLength(1), v.maxLength(500));

/** A designation in normal form and nothing else. */
export const designationSchema = v.pipe(
  shortText,
  v.check((text) => readDesignation(text)?.text === text, '应该是写成 GB/T 1.1—2020 这样的标准号'),
);

const datedDesignation = v.pipe(
  designationSchema,
  v.check((text) => readDesignation(text)?.year !== undefined, '标准号应该带年份'),
);

const rowSchema = v.object({
  designation: datedDesignation,
  title: shortText,
  publishedOn: v.exactOptional(daySchema),
  effectiveOn: v.exactOptional(daySchema),
  withdrawnOn: v.exactOptional(daySchema),
  replacedBy: v.exactOptional(v.pipe(v.array(datedDesignation), v.maxLength(50))),
  status: v.exactOptional(v.picklist(['current', 'replaced', 'withdrawn', 'unknown'])),
  verified: v.boolean(),
  source: shortText,
  checkedOn: daySchema,
  note: v.exactOptional(shortText),
});

const packSchema = v.object({
  schema: v.literal('duibiao/catalogue@1'),
  id: shortText,
  version: shortText,
  issuedOn: daySchema,
  lapsesOn: daySchema,
  rows: v.array(v.unknown()),
});

/** A row of a pack that is not taken. */
export interface RowFault {
  /** Counted from 1. */
  row: number;
  /** As it is written there; '' where it is no text. */
  designation: string;
  /** The member that is wrong: title. */
  member: string;
  /** In Chinese. */
  why: string;
}

/** A pack with its good rows, and what is wrong with the others. */
export interface CatalogueDraft {
  pack: CataloguePack;
  faults: RowFault[];
}

const DRAFT_WORDS = {
  twice: '{designation} 写了两次',
  effective: '实施日期早于发布日期',
  withdrawn: '废止日期早于实施日期',
  self: '不能由自己代替',
  notJson: '不是 JSON 文件',
} as const;

/** Of this format, whatever its version. */
const FORMAT = /^duibiao\/catalogue@(\d{1,6})$/;

/**
 * The JSON in a catalogue's text. @param name the file's name, for the sentence
 * @throws ProblemError `catalogue-invalid` where it is none
 */
export function catalogueJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new ProblemError('catalogue-invalid', { path: name, why: DRAFT_WORDS.notJson }, error);
  }
}

/**
 * A catalogue pack from outside, row by row: a broken row is named and the good ones are there.
 * @throws ProblemError `catalogue-too-long`; `catalogue-newer` for a version that this one does not know; `catalogue-invalid` with the path and why
 *   where the pack itself is wrong
 */
export function readCatalogue(json: unknown, told?: Progress): CatalogueDraft {
  const schema = typeof json === 'object' && json !== null && 'schema' in json ? json.schema : undefined;
  if (typeof schema === 'string' && Number(FORMAT.exec(schema)?.[1] ?? 0) > 1)
    throw new ProblemError('catalogue-newer', { schema });
  const { rows, ...head } = parseWith(packSchema, json, 'catalogue-invalid');
  return withRows(rows, head, told);
}

/**
 * The good ones of rows from outside, and what is wrong with the others, below a pack's head.
 * @throws ProblemError `catalogue-too-long`
 */
export function withRows(rows: readonly unknown[], head: Omit<CataloguePack, 'rows'>, told?: Progress): CatalogueDraft {
  if (rows.length > ROW_LIMIT) throw new ProblemError('catalogue-too-long', { rows: rows.length, limit: ROW_LIMIT });
  const good = new Map<string, CatalogueRow>();
  const faults: RowFault[] = [];
  for (const [index, raw] of rows.entries()) {
    const { row, member = '', why = '' } = readRow(raw, good);
    if (row) good.set(row.designation, row);
    else faults.push({ row: index + 1, designation: designationIn(raw), member, why });
    tellStep(told, index + 1, rows.length);
  }
  return { pack: { ...head, rows: [...good.values()] }, faults };
}

function designationIn(raw: unknown): string {
  const value = typeof raw === 'object' && raw !== null && 'designation' in raw ? raw.designation : '';
  return typeof value === 'string' ? value : '';
}

interface ReadRow {
  row?: CatalogueRow;
  member?: string;
  why?: string;
}

function readRow(raw: unknown, known: ReadonlyMap<string, unknown>): ReadRow {
  const read = readWith(rowSchema, raw);
  if ('issue' in read) return { member: read.issue.path, why: read.issue.why };
  const row = read.value;
  const { designation, publishedOn, effectiveOn, withdrawnOn, replacedBy } = row;
  if (known.has(designation))
    return { member: 'designation', why: DRAFT_WORDS.twice.replace('{designation}', designation) };
  if (publishedOn && effectiveOn && effectiveOn < publishedOn)
    return { member: 'effectiveOn', why: DRAFT_WORDS.effective };
  if (effectiveOn && withdrawnOn && withdrawnOn < effectiveOn)
    return { member: 'withdrawnOn', why: DRAFT_WORDS.withdrawn };
  if (replacedBy?.includes(designation)) return { member: 'replacedBy', why: DRAFT_WORDS.self };
  return { row };
}

/**
 * A catalogue pack from outside of which every row is good.
 * @throws ProblemError as `readCatalogue`, and `catalogue-invalid` with the path and why for the first broken row: wrong
 *   type, no real date, one designation twice
 */
export function parseCatalogue(json: unknown): CataloguePack {
  const { pack, faults } = readCatalogue(json);
  const [first] = faults;
  if (!first) return pack;
  const { row, member, why } = first;
  throw new ProblemError('catalogue-invalid', { path: `rows.${row - 1}.${member}`, why });
}
