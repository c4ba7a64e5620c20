/** The one door to the schema library. Everything that comes from outside (files, messages, storage) is checked with it. */
import * as v from 'valibot';

export { v };

/** First thing wrong in a value, as a path (`people.0.name`) and the library's words; undefined when all is well. */
export function firstIssue(schema: v.GenericSchema, value: unknown): { path: string; message: string } | undefined {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return undefined;
  const issue = result.issues[0];
  return { path: v.getDotPath(issue) ?? '', message: issue.message };
}
