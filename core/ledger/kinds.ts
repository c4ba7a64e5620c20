import { v } from '../base/schema.ts';
import type { EntryKind } from './entry.ts';

const LONG = 20_000;
const MANY = 2_000;
const text = v.pipe(v.string(), v.maxLength(LONG));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const list = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.maxLength(MANY));
const limit = v.strictObject({ amount: v.number(), unit: text });

const finding = v.strictObject({
  id: text,
  rule: text,
  reason: text,
  outcome: text,
  severity: text,
  message: text,
});

/** What a check said about a document, without its text. */
const checkResult = v.strictObject({
  runId: text,
  at: text,
  today: text,
  rulePack: text,
  catalogue: v.strictObject({ version: text, issuedOn: text }),
  fingerprints: v.strictObject({ document: text, unit: text, catalogue: text }),
  summary: v.record(v.string(), count),
  /** Passed, not applicable and quiet ones are only counted. */
  findings: list(finding),
});

const documentFacts = v.strictObject({
  uri: text,
  sha256: text,
  key: text,
  kind: text,
  kindWord: text,
  stage: text,
  title: text,
  reader: text,
});

const evidence = v.strictObject({
  document: documentFacts,
  /** Roles that were present, blank or unreadable. */
  fields: list(
    v.strictObject({ role: text, state: text, value: v.optional(v.union([text, v.array(text), limit])), raw: text }),
  ),
  trail: list(v.strictObject({ step: text, actors: v.array(text), action: text, time: text, state: text })),
  attachments: list(text),
  /** What could not be read, in words. */
  notRead: list(text),
  check: v.optional(checkResult),
  /** Where the paper is: cabinet, box, stub number. */
  place: v.optional(text),
  remark: v.optional(text),
});

const check = v.strictObject({ document: documentFacts, check: checkResult });

/** The unit's own word about one item of the scorecard. */
const rating = v.strictObject({
  scorecard: text,
  indicator: text,
  /** Points, in halves; null: not said. */
  score: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(100), v.multipleOf(0.5))),
  reason: text,
});

const note = v.strictObject({ text, stopped: v.optional(v.picklist(['classified'])) });
const waiver = v.strictObject({ finding: text, rule: text, reason: text, until: v.optional(text) });
/** Puts an earlier entry right: it replaces the indicators, or takes the entry back. */
const correction = v.strictObject({
  sequence: count,
  indicators: v.optional(v.array(text)),
  withdrawn: v.optional(v.boolean()),
  reason: text,
});
const redaction = v.strictObject({ digests: list(digest), reason: text });
/** A file that was handed out. The chain's head at that time is the entry's own previous hash. */
const exported = v.strictObject({ name: text, sha256: digest });
const checkpoint = v.strictObject({ head: digest, count });

interface KindRow {
  /** Chinese name of the kind. */
  title: string;
  /** Version that is written now. */
  version: number;
  /** Payload schema of each version that was ever written; a kind without one is not written yet. */
  payloads: Readonly<Record<number, v.GenericSchema>>;
}

/** Every kind of entry: its name, the version written now, and the shapes of all versions, which are read for ever. */
export const KINDS: Readonly<Record<EntryKind, KindRow>> = {
  capture: { title: '取证', version: 1, payloads: {} },
  check: { title: '检查', version: 1, payloads: { 1: check } },
  decision: { title: '处理意见', version: 1, payloads: {} },
  waiver: { title: '不再提醒', version: 1, payloads: { 1: waiver } },
  evidence: { title: '证据', version: 1, payloads: { 1: evidence } },
  note: { title: '记事', version: 1, payloads: { 1: note } },
  rating: { title: '自报', version: 1, payloads: { 1: rating } },
  correction: { title: '更正', version: 1, payloads: { 1: correction } },
  redaction: { title: '隐去', version: 1, payloads: { 1: redaction } },
  import: { title: '导入', version: 1, payloads: {} },
  export: { title: '导出', version: 1, payloads: { 1: exported } },
  checkpoint: { title: '核对点', version: 1, payloads: { 1: checkpoint } },
};

export type EvidencePayload = v.InferOutput<typeof evidence>;
export type CheckPayload = v.InferOutput<typeof check>;
export type RatingPayload = v.InferOutput<typeof rating>;
export type ExportPayload = v.InferOutput<typeof exported>;

const SCHEMAS = { rating, correction, redaction, evidence, note, export: exported } as const;

/** A payload of a kind as its type; undefined when it is missing or not of that shape. */
export function readPayload<Kind extends keyof typeof SCHEMAS>(
  kind: Kind,
  payload: unknown,
): v.InferOutput<(typeof SCHEMAS)[Kind]> | undefined {
  const result = v.safeParse(SCHEMAS[kind], payload);
  return result.success ? (result.output as v.InferOutput<(typeof SCHEMAS)[Kind]>) : undefined;
}
