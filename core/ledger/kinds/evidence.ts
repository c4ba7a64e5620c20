import { v } from '../../base/schema.ts';
import { firstVersion, kind } from '../kind.ts';
import { checkResult, documentFacts, list, text } from '../shapes.ts';

const value = v.union([text, v.array(text), v.strictObject({ amount: v.number(), unit: text })]);

/** All but the fields: the same in both versions. */
const rest = {
  document: documentFacts,
  trail: list(v.strictObject({ step: text, actors: v.array(text), action: text, time: text, state: text })),
  attachments: list(text),
  /** What could not be read, in words. */
  notRead: list(text),
  check: v.optional(checkResult),
  /** Where the paper is: cabinet, box, stub number. */
  place: v.optional(text),
  remark: v.optional(text),
};

const first = v.strictObject({
  ...rest,
  /** Roles that were present, blank or unreadable. `raw` is label, colon and value in one; names stand without a label. */
  fields: list(v.strictObject({ role: text, state: text, value: v.optional(value), raw: text })),
});

const second = v.strictObject({
  ...rest,
  /** Roles that were present, blank or unreadable. Label and written value as in the document; '' where there is none. */
  fields: list(v.strictObject({ role: text, state: text, value: v.optional(value), label: text, written: text })),
});

/** Longest label that is taken for one: a sentence with a colon in it is none. */
const LONGEST_LABEL = 20;

/** Label and value of one text. A value that is the whole text, or names, stood without a label. */
function apart({ raw, value }: v.InferOutput<typeof first>['fields'][number]): { label: string; written: string } {
  const colon = raw.indexOf('：');
  return colon < 1 || colon > LONGEST_LABEL || value === raw || (Array.isArray(value) && value.length > 0)
    ? { label: '', written: raw }
    : { label: raw.slice(0, colon), written: raw.slice(colon + 1) };
}

export const evidence = kind(
  '证据',
  firstVersion(first).next(second, (payload) => ({
    ...payload,
    fields: payload.fields.map((field) => {
      const { raw: _, ...kept } = field;
      return { ...kept, ...apart(field) };
    }),
  })),
);
