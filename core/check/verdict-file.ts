import { type JsonFile, parseJsonFile, placeInList } from '../base/json.ts';
import { v } from '../base/schema.ts';
import { fillSlots } from '../base/text.ts';
import { daySchema } from '../standards/parse.ts';
import { type PersonVerdict, VERDICT_WORDS, VERDICTS } from './verdicts.ts';

const MEGABYTES = 20;
const WORDS = {
  id: '不是结果里的编号（24 位）',
  reason: '“不适用”要写原因',
  item: '第 {n} 条',
  note: '{verdict}（{more}）',
  until: '{until} 前',
} as const;

const text = (most: number) => v.optional(v.pipe(v.string(), v.maxLength(most)), '');

const verdictSchema = v.pipe(
  v.strictObject({
    finding: v.pipe(v.string(), v.regex(/^[\da-f]{24}$/, WORDS.id)),
    verdict: v.picklist(VERDICTS),
    reason: text(500),
    who: text(100),
    until: v.optional(v.union([daySchema, v.literal('')]), ''),
    message: text(2_000),
    uri: text(4_000),
  }),
  v.check(({ verdict, reason }) => verdict !== 'not-applicable' || reason.trim() !== '', WORDS.reason),
);

const fileSchema = v.strictObject({
  schema: v.literal('duibiao/verdicts@1'),
  verdicts: v.pipe(v.array(verdictSchema), v.maxLength(100_000)),
});

const VERDICT_FILE: JsonFile<typeof fileSchema> = {
  schema: fileSchema,
  size: MEGABYTES,
  notJson: 'verdicts-not-json',
  invalid: 'verdicts-invalid',
  place: placeInList(WORDS.item),
};

/**
 * Verdicts out of a file, for the command line; of several on one finding the last one.
 * @throws ProblemError `file-too-large`, `verdicts-not-json`, or `verdicts-invalid` with each wrong place
 */
export function parseVerdicts(json: unknown, name: string): PersonVerdict[] {
  const { verdicts } = parseJsonFile(json, name, VERDICT_FILE);
  return [...new Map(verdicts.map((verdict) => [verdict.finding, verdict])).values()];
}

/** The word of a verdict with its reason, or with who has to do what by when: for people. */
export function verdictNote({ verdict, reason, who, until }: PersonVerdict): string {
  const more = [reason, who, until && fillSlots(WORDS.until, { until })].filter(Boolean).join('，');
  return more === '' ? VERDICT_WORDS[verdict] : fillSlots(WORDS.note, { verdict: VERDICT_WORDS[verdict], more });
}

/** The file of verdicts, to be handed to the command line. */
export function verdictsText(verdicts: readonly PersonVerdict[]): string {
  return `${JSON.stringify({ schema: 'duibiao/verdicts@1', verdicts }, null, 2)}\n`;
}
