/** The one door to the schema library. Everything that comes from outside (files, messages, storage) is checked with it. */
import * as v from 'valibot';
import { type ProblemCode, ProblemError } from './problems.ts';

export { v };

/** What is wrong, for people, by the type of schema or check that failed. */
const WHY: Readonly<Record<string, string>> = {
  string: '应该是文字',
  number: '应该是数字',
  boolean: '应该是“是”或“否”（true 或 false）',
  array: '应该是一个列表',
  object: '应该是一组内容',
  strict_object: '应该是一组内容',
  record: '应该是一组内容',
  max_length: '太长了',
  min_length: '不能是空的',
};

function why(issue: v.BaseIssue<unknown>): string {
  // The library's own words begin so, and quote the value; ours do not.
  if (!issue.message.startsWith('Invalid ')) return issue.message;
  if (issue.kind === 'schema' && issue.received === 'undefined') return '没有写';
  if (issue.expected === 'never') return '没有这一项';
  const choices = /^\(?("[^"]*"(?: \| "[^"]*")*)\)?$/.exec(issue.expected ?? '')?.[1];
  if (choices) return `只能是${choices.replaceAll(' | ', '、')}`;
  return WHY[issue.type] ?? '写法不对';
}

/** What a schema says is wrong first: the path (`people.0.name`, 最外层 for the whole) and why, in Chinese. */
export interface Issue {
  path: string;
  why: string;
}

/** First thing wrong in a value; undefined when all is well. */
export function firstIssue(schema: v.GenericSchema, value: unknown): Issue | undefined {
  const read = readWith(schema, value);
  return 'issue' in read ? read.issue : undefined;
}

/** A value from outside in its proper type, without anything that the schema does not know; or what is wrong first. */
export function readWith<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
): { value: v.InferOutput<Schema> } | { issue: Issue } {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return { value: result.output };
  const [issue] = result.issues;
  return { issue: { path: v.getDotPath(issue) ?? '最外层', why: why(issue) } };
}

/** A thing that is wrong: the keys that lead to it from the outside inwards, and why, in Chinese. */
export interface PlacedIssue {
  keys: (string | number)[];
  why: string;
}

/** Everything that is wrong in a value, in reading order; [] when all is well. */
export function issuesOf(schema: v.GenericSchema, value: unknown): PlacedIssue[] {
  const { issues = [] } = v.safeParse(schema, value);
  return issues.map((issue) => ({
    keys: (issue.path ?? []).flatMap(({ key }) => (typeof key === 'string' || typeof key === 'number' ? [key] : [])),
    why: why(issue),
  }));
}

/**
 * A value from outside in its proper type, without anything that the schema does not know.
 * @throws ProblemError with `code`, whose sentence has the slots path and why
 */
export function parseWith<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  code: ProblemCode,
): v.InferOutput<Schema> {
  const read = readWith(schema, value);
  if ('issue' in read) throw new ProblemError(code, { ...read.issue });
  return read.value;
}
