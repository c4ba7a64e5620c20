import { isRealDay } from '../base/dates.ts';
import { ProblemError } from '../base/problems.ts';
import { parseWith, v } from '../base/schema.ts';
import type { CataloguePack } from './catalogue.ts';
import { readDesignation } from './designation.ts';

/** More rows than all national, industry and local standards together. */
const ROW_LIMIT = 200_000;

/** An ISO day that the calendar has. */
export const daySchema = v.pipe(
  v.string(),
  v.check((text) => {
    const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
    return isRealDay(Number(year), Number(month), Number(day));
  }, '应该是写成 2022-09-20 这样的日期'),
);

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
  rows: v.pipe(v.array(rowSchema), v.maxLength(ROW_LIMIT)),
});

/**
 * A catalogue pack from outside.
 * @throws ProblemError `catalogue-invalid` with the path and why: wrong type, no real date, one designation twice
 */
export function parseCatalogue(json: unknown): CataloguePack {
  const pack: CataloguePack = parseWith(packSchema, json, 'catalogue-invalid');
  const seen = new Set<string>();
  for (const [index, { designation }] of pack.rows.entries()) {
    if (seen.has(designation)) {
      throw new ProblemError('catalogue-invalid', {
        path: `rows.${index}.designation`,
        why: `${designation} 写了两次`,
      });
    }
    seen.add(designation);
  }
  return pack;
}
