import { type ProblemCode, ProblemError } from './problems.ts';
import { issuesOf, type PlacedIssue, v } from './schema.ts';
import { fillSlots } from './text.ts';

const WORDS = {
  line: '第 {line} 行第 {column} 个字附近写错了，多半是少了或多了逗号、引号、括号',
  end: '到末尾还没写完，多半是少了括号或引号',
  unknown: '请用 WPS 或记事本打开核对',
  one: '{place}：{why}',
  more: '……',
  whole: '最外层',
  item: '第 {n} 个',
  member: '“{name}”',
} as const;

/** What the files of one sort are judged with. */
export interface JsonFile<Schema extends v.GenericSchema> {
  schema: Schema;
  /** Most megabytes of its text. */
  size: number;
  /** No JSON at all: the slots are `name` and `where`. */
  notJson: ProblemCode;
  /** JSON of another shape: the slots are `name`, `count` and `list`. */
  invalid: ProblemCode;
  /** A place in the words of whoever wrote the file. */
  place(keys: readonly (string | number)[]): string;
}

/** Wrong things that a person is told at once; more would not be read. */
const TOLD = 8;

/**
 * A JSON file that a person wrote or was given, in its proper type.
 * @param json the text of the file, or a value that was parsed already
 * @param name the file's name, for the sentence
 * @throws ProblemError `file-too-large`, and those that `file` names, with each wrong place in words
 */
export function parseJsonFile<Schema extends v.GenericSchema>(
  json: unknown,
  name: string,
  file: JsonFile<Schema>,
): v.InferOutput<Schema> {
  const value = typeof json === 'string' ? readText(json, name, file) : json;
  const issues = issuesOf(file.schema, value);
  if (issues.length > 0)
    throw new ProblemError(file.invalid, { name, count: issues.length, list: listOf(issues, file.place) });
  return v.parse(file.schema, value);
}

/**
 * A place in a file that is a list of things, by the names of its members: 第 2 条规则“kinds”第 1 个.
 * @param item how the things are counted, with the slot `n`
 */
export const placeInList =
  (item: string) =>
  (keys: readonly (string | number)[]): string => {
    if (keys.length === 0) return WORDS.whole;
    // The list itself needs no name where one of its things is meant.
    const [first, second] = keys;
    const isThing = typeof first === 'string' && typeof second === 'number';
    const thing = isThing ? fillSlots(item, { n: second + 1 }) : '';
    const inside = keys
      .slice(isThing ? 2 : 0)
      .map((key) =>
        typeof key === 'number' ? fillSlots(WORDS.item, { n: key + 1 }) : fillSlots(WORDS.member, { name: key }),
      );
    return thing + inside.join('');
  };

function readText(text: string, name: string, { size: limit, notJson }: JsonFile<v.GenericSchema>): unknown {
  const size = Math.ceil(text.length / 1_000_000);
  if (size > limit) throw new ProblemError('file-too-large', { name, size, limit });
  try {
    // Escapes may write half a character, which no fingerprint can be made of.
    return JSON.parse(text.replace(/^\uFEFF/, ''), (_, value) =>
      typeof value === 'string' ? value.toWellFormed() : value,
    );
  } catch (error) {
    throw new ProblemError(notJson, { name, where: placeInText(text, error) }, error);
  }
}

function listOf(issues: readonly PlacedIssue[], place: (keys: readonly (string | number)[]) => string): string {
  const told = issues.slice(0, TOLD).map(({ keys, why }) => fillSlots(WORDS.one, { place: place(keys), why }));
  return [...told, ...(issues.length > TOLD ? [WORDS.more] : [])].join('\n');
}

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
