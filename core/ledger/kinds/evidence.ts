import { v } from '../../base/schema.ts';
import { firstVersion, kind } from '../kind.ts';
import { checkResult, count, digest, documentFacts, list, text } from '../shapes.ts';

const value = v.union([text, v.array(text), v.strictObject({ amount: v.number(), unit: text })]);

/** All but the fields: the same in every version. */
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

/** Where a paper stands; '' for what it does not have. */
const paper = v.strictObject({ cabinet: text, box: text, stub: text });

/** A file that a person chose; its fingerprint is `document.sha256`. */
const file = v.strictObject({
  name: text,
  /** Bytes. */
  size: count,
  /** Its bytes are kept beside the entry, under its fingerprint; else nothing but the fingerprint is. */
  stored: v.boolean(),
});

const third = v.strictObject({
  ...second.entries,
  /** Of a paper, which a person entered by hand. */
  paper: v.optional(paper),
  /** Of a file. A page has neither. */
  file: v.optional(file),
  /** Kept to try things on: no evidence of anything. */
  sample: v.optional(v.literal(true)),
});

/** Most rows of a register that one entry keeps, and the row of its heads. */
const MOST_ROWS = 5_001;

/** A register, kept as a whole: what was collected of its pages. */
const register = v.strictObject({
  /** 发文登记. */
  name: text,
  /** outgoing, incoming, case. */
  kind: text,
  /** The heads, and under them one line a row. */
  table: v.pipe(v.array(v.array(text)), v.maxLength(MOST_ROWS)),
  /** Page of results and number of each row, in the order of the table. */
  rows: v.pipe(v.array(v.strictObject({ page: count, serial: text })), v.maxLength(MOST_ROWS)),
  /** Which finding of the check is of which row of the table, from 1. */
  findings: list(v.strictObject({ id: text, row: count })),
  /** Pages of results that were read, and how many rows the page told of. */
  pages: list(count),
  total: v.optional(count),
  /** Rows with a mark of secrecy: nothing of them is here. */
  leftOut: count,
  /** There were more rows than one entry keeps. */
  full: v.optional(v.literal(true)),
});

const fourth = v.strictObject({ ...third.entries, register: v.optional(register) });

/** Most lines of one record that offices keep, and the line of its heads. */
export const MOST_LINES = 1_001;

/** A record of a type that offices keep (core/records), as a person filled it in. */
const record = v.strictObject({
  /** Id of the type. */
  type: text,
  /** What stands in its boxes, by their stable names; an empty box is left out. */
  values: list(v.strictObject({ box: text, text })),
  /**
   * Where it tells of several at once (an issue to many receivers): the names of boxes as heads, and under them one line
   * each. What stands in a line goes before what `values` says of all.
   */
  table: v.optional(v.pipe(v.array(v.array(text)), v.maxLength(MOST_LINES))),
  /** Earlier entries that it belongs to, and how: it follows on one, goes with one, or takes the place of one. */
  links: v.pipe(
    v.array(v.strictObject({ to: v.strictObject({ chain: text, sequence: count, hash: digest }), how: text })),
    v.maxLength(200),
  ),
});

const fifth = v.strictObject({ ...fourth.entries, record: v.optional(record) });

const sixth = v.strictObject({
  ...fifth.entries,
  /** A photograph of a paper, as JPEG; its bytes are kept beside the entry, under its fingerprint. */
  photo: v.optional(v.strictObject({ sha256: digest, size: count })),
  /** The last day on which it holds, ISO, as it stands on the thing; left out where none stands there. */
  validTo: v.optional(text),
  /** The earlier evidence whose place it takes because that one's time ran out, or does. */
  renews: v.optional(v.strictObject({ chain: text, sequence: count, hash: digest })),
});

/** Standards, and services, that one entry names at most. */
export const MOST_CITED = 200;
export const MOST_SERVICES = 20;

const seventh = v.strictObject({
  ...sixth.entries,
  /** The standards that its text names, in their normal form, each once; left out where it names none. */
  citations: v.optional(v.pipe(v.array(text), v.maxLength(MOST_CITED))),
  /** The services of the unit that it was recognised to be about, by their names; left out where it is about none. */
  services: v.optional(v.pipe(v.array(text), v.maxLength(MOST_SERVICES))),
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
  firstVersion(first)
    .next(second, (payload) => ({
      ...payload,
      fields: payload.fields.map((field) => {
        const { raw: _, ...kept } = field;
        return { ...kept, ...apart(field) };
      }),
    }))
    // What was kept until then was read from a page, and none was a sample.
    .next(third, (payload) => payload)
    // Until then every entry was of one document.
    .next(fourth, (payload) => payload)
    // Until then none was a record that was filled in here.
    .next(fifth, (payload) => payload)
    // Until then nothing was photographed, and none had a last day.
    .next(sixth, (payload) => payload)
    // Until then nobody wrote down which standards it names; where its text was kept, that tells.
    .next(seventh, (payload) => payload),
);
