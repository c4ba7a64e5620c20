import { ProblemError } from '../base/problems.ts';
import { issuesOf, v } from '../base/schema.ts';
import { fillSlots } from '../base/text.ts';
import { daySchema, designationSchema, shortText } from '../standards/parse.ts';
import { placeInProfile } from './place-words.ts';
import type { UnitProfile } from './profile.ts';

/** Megabytes. A county's profile with a thousand services has less than one. */
export const UNIT_SIZE_LIMIT = 5;

const periodEntries = { from: v.exactOptional(daySchema), to: v.exactOptional(daySchema) };
const inOrder = '结束日期早于开始日期';
const isInOrder = ({ from, to }: { from?: string; to?: string }): boolean => !from || !to || from <= to;

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
  code: v.exactOptional(shortText),
  standards: v.array(designationSchema),
  duties: v.exactOptional(v.array(v.object({ text: shortText, clause: v.exactOptional(shortText) }))),
  statutoryLimit: v.exactOptional(shortText),
  promisedLimit: v.exactOptional(shortText),
});

const standardSchema = v.object({
  designation: designationSchema,
  title: shortText,
  publishedOn: v.exactOptional(daySchema),
  effectiveOn: v.exactOptional(daySchema),
  withdrawnOn: v.exactOptional(daySchema),
  system: v.exactOptional(shortText),
  place: v.exactOptional(shortText),
});

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

function readJson(text: string, name: string): unknown {
  const size = Math.ceil(text.length / 1_000_000);
  if (size > UNIT_SIZE_LIMIT) throw new ProblemError('file-too-large', { name, size, limit: UNIT_SIZE_LIMIT });
  try {
    // Escapes may write half a character, which no fingerprint can be made of.
    return JSON.parse(text.replace(/^\uFEFF/, ''), (_, value) =>
      typeof value === 'string' ? value.toWellFormed() : value,
    );
  } catch (error) {
    throw new ProblemError('unit-not-json', { name, where: placeInText(text, error) }, error);
  }
}

const WORDS = {
  line: '第 {line} 行第 {column} 个字附近写错了，多半是少了或多了逗号、引号、括号',
  end: '到末尾还没写完，多半是少了括号或引号',
  unknown: '请用 WPS 或记事本打开核对',
  one: '{place}：{why}',
  more: '……',
} as const;

/** Where in its text a file stops being JSON, for people. Engines tell it in words of their own, not all of them the place. */
function placeInText(text: string, error: unknown): string {
  const said = error instanceof SyntaxError ? error.message : '';
  const at = /position (\d+)/.exec(said)?.[1];
  if (at !== undefined && Number(at) < text.trimEnd().length) {
    const lines = text.slice(0, Number(at)).split('\n');
    return fillSlots(WORDS.line, { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 });
  }
  return at !== undefined || /end of (?:JSON|data)|unterminated/i.test(said) ? WORDS.end : WORDS.unknown;
}

/** Wrong things that a person is told at once; more would not be read. */
const TOLD = 8;

/**
 * A unit's profile from outside. What the profile's format does not know is left out.
 * @param json the text of a file, or a value that was parsed already
 * @param name the file's name, for the sentence
 * @throws ProblemError `file-too-large`, `unit-not-json` with the line, or `unit-invalid` with each wrong place in the words of
 *   the administrator and what belongs there
 */
export function parseUnit(json: unknown, name: string): UnitProfile {
  const value = typeof json === 'string' ? readJson(json, name) : json;
  const issues = issuesOf(profileSchema, value);
  if (issues.length === 0) return v.parse(profileSchema, value);
  const told = issues.slice(0, TOLD).map(({ keys, why }) => fillSlots(WORDS.one, { place: placeInProfile(keys), why }));
  const list = [...told, ...(issues.length > TOLD ? [WORDS.more] : [])].join('\n');
  throw new ProblemError('unit-invalid', { count: issues.length, list });
}
