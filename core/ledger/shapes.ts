import { v } from '../base/schema.ts';

/*
 * Shapes that payloads of several kinds are made of. They stand in versions that were written: none is ever changed,
 * another one is put beside it.
 */

export const text = v.pipe(v.string(), v.maxLength(20_000));
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
export const list = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.maxLength(2_000));

/** What identifies a document, and what it was when it was read. */
export const documentFacts = v.strictObject({
  uri: text,
  sha256: text,
  key: text,
  kind: text,
  kindWord: text,
  stage: text,
  title: text,
  reader: text,
});

/** What a check said about a document, without its text. */
export const checkResult = v.strictObject({
  runId: text,
  at: text,
  today: text,
  rulePack: text,
  catalogue: v.strictObject({ version: text, issuedOn: text }),
  fingerprints: v.strictObject({ document: text, unit: text, catalogue: text }),
  summary: v.record(v.string(), count),
  /** Passed, not applicable and quiet ones are only counted. */
  findings: list(v.strictObject({ id: text, rule: text, reason: text, outcome: text, severity: text, message: text })),
});
export type CheckResult = v.InferOutput<typeof checkResult>;
