import { type JsonFile, parseJsonFile } from '../base/json.ts';
import { v } from '../base/schema.ts';
import { daySchema, designationSchema, shortText } from '../standards/parse.ts';
import { hasCondition } from './applying.ts';
import { FOREST_WORDS, type ForestFault, forestFault } from './forest.ts';
import { isNumberForm } from './number-form.ts';
import { placeInProfile } from './place-words.ts';
import type { SubSystem, UnitProfile } from './profile.ts';

/** Megabytes. A county's profile with a thousand services has less than one. */
export const UNIT_SIZE_LIMIT = 5;

/** Boxes of a system: a county's has some hundreds. */
const MOST_BOXES = 2_000;

const periodEntries = { from: v.exactOptional(daySchema), to: v.exactOptional(daySchema) };
const inOrder = '结束日期早于开始日期';
const isInOrder = ({ from, to }: { from?: string; to?: string }): boolean => !from || !to || from <= to;

/** Laws are quoted in full. */
const longText = v.pipe(v.string(), v.minLength(1), v.maxLength(5_000));

const personSchema = v.object({
  name: shortText,
  posts: v.array(
    v.pipe(
      v.object({ name: shortText, ...periodEntries }),
      v.check((period) => isInOrder(period), inOrder),
    ),
  ),
});

const serviceSchema = v.object({
  name: shortText,
  aliases: v.exactOptional(v.array(shortText)),
  parent: v.exactOptional(shortText),
  code: v.exactOptional(shortText),
  standards: v.array(designationSchema),
  duties: v.exactOptional(v.array(v.object({ text: shortText, clause: v.exactOptional(shortText) }))),
  statutoryLimit: v.exactOptional(shortText),
  promisedLimit: v.exactOptional(shortText),
  basicCode: v.exactOptional(shortText),
  serviceType: v.exactOptional(shortText),
  caseType: v.exactOptional(shortText),
  department: v.exactOptional(shortText),
  legalBasis: v.exactOptional(longText),
});

const standardSchema = v.object({
  designation: designationSchema,
  title: shortText,
  publishedOn: v.exactOptional(daySchema),
  effectiveOn: v.exactOptional(daySchema),
  withdrawnOn: v.exactOptional(daySchema),
  system: v.exactOptional(shortText),
  code: v.exactOptional(shortText),
  owner: v.exactOptional(shortText),
  replaces: v.exactOptional(v.array(designationSchema)),
  adoption: v.exactOptional(shortText),
  place: v.exactOptional(shortText),
  currentEdition: v.exactOptional(designationSchema),
  checkedOn: v.exactOptional(daySchema),
});

const appliesSchema = v.pipe(
  v.object({
    standard: designationSchema,
    serviceType: v.exactOptional(shortText),
    department: v.exactOptional(shortText),
    words: v.exactOptional(v.array(shortText)),
    note: v.exactOptional(shortText),
  }),
  v.check((rule) => hasCondition(rule), '事项类型、实施主体、名称里有，至少要写一样'),
);

/** That boxes do not have a fault. */
const withoutFault = (fault: ForestFault) =>
  v.check<SubSystem[], string>((boxes) => forestFault(boxes) !== fault, FOREST_WORDS[fault]);

const structureSchema = v.pipe(
  v.array(v.object({ code: shortText, name: shortText, parent: v.exactOptional(shortText) })),
  v.maxLength(MOST_BOXES),
  withoutFault('twice'),
  withoutFault('no-parent'),
  withoutFault('cycle'),
  withoutFault('deep'),
);

const numberingSchema = v.array(
  v.object({
    form: v.pipe(shortText, v.check(isNumberForm, '应该是写成 Q/YTBM 1××—×××× 这样的编号样式')),
    system: shortText,
  }),
);

const profileSchema = v.object({
  schema: v.literal('duibiao/unit@1'),
  name: shortText,
  retiredNames: v.exactOptional(v.array(shortText)),
  level: v.exactOptional(v.picklist(['county', 'township', 'village'])),
  people: v.array(personSchema),
  leadingGroup: v.exactOptional(v.array(shortText)),
  standardisationOffice: v.exactOptional(v.array(shortText)),
  policy: v.exactOptional(shortText),
  goals: v.exactOptional(v.array(shortText)),
  systemPublishedOn: v.exactOptional(daySchema),
  systemEffectiveOn: v.exactOptional(daySchema),
  pilot: v.exactOptional(
    v.pipe(
      v.object(periodEntries),
      v.check((period) => isInOrder(period), inOrder),
    ),
  ),
  windows: v.exactOptional(v.array(v.object({ name: shortText, services: v.array(shortText) }))),
  openingHours: v.exactOptional(shortText),
  services: v.array(serviceSchema),
  standards: v.array(standardSchema),
  applies: v.exactOptional(v.array(appliesSchema)),
  structure: v.exactOptional(structureSchema),
  numbering: v.exactOptional(numberingSchema),
  retentionClasses: v.exactOptional(
    v.array(
      v.object({
        name: shortText,
        years: v.union(
          [v.pipe(v.number(), v.integer(), v.minValue(1)), v.literal('permanent')],
          '应该是年数或 "permanent"（永久）',
        ),
      }),
    ),
  ),
});

/**
 * A unit's profile from outside. What the profile's format does not know is left out.
 * @param json the text of a file, or a value that was parsed already
 * @param name the file's name, for the sentence
 * @throws ProblemError `file-too-large`, `unit-not-json` with the line, or `unit-invalid` with each wrong place in the words of
 *   the administrator and what belongs there
 */
export function parseUnit(json: unknown, name: string): UnitProfile {
  return parseJsonFile(json, name, UNIT_FILE);
}

const UNIT_FILE: JsonFile<typeof profileSchema> = {
  schema: profileSchema,
  size: UNIT_SIZE_LIMIT,
  notJson: 'unit-not-json',
  invalid: 'unit-invalid',
  place: placeInProfile,
};
