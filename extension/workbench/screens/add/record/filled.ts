import type { RecordPayload } from '../../../../../core/evidence/record.ts';
import type { LinkWay } from '../../../../../core/records/kept-record.ts';
import type { RecordType } from '../../../../../core/records/record-type.ts';

/** What a person has typed of a record. */
export interface Filled {
  /** By the names of boxes. */
  values: Readonly<Record<string, string>>;
  /** What differs from line to line; with one line there is no table. */
  lines: readonly Readonly<Record<string, string>>[];
  /** Entries to which it belongs, by a key of the row that chose them. */
  links: Readonly<Record<string, { to: RecordPayload['links'][number]['to']; how: LinkWay } | undefined>>;
}

/** A record as it is sent. */
export interface SentRecord extends RecordPayload {
  links: { to: RecordPayload['links'][number]['to']; how: LinkWay }[];
}

export const NOTHING: Filled = { values: {}, lines: [{}], links: {} };

/** The record as it is sent: what differs from line to line as a table where there are several. */
export function payloadOf(type: RecordType, { values, lines, links }: Filled): SentRecord {
  const each = type.boxes.filter((box) => box.each === true).map(({ name }) => name);
  const single = lines.length === 1 ? lines[0] : undefined;
  const texts = type.boxes
    .filter(({ name }) => single !== undefined || !each.includes(name))
    .map(({ name }) => ({ box: name, text: (each.includes(name) ? single?.[name] : values[name]) ?? '' }));
  return {
    type: type.id,
    values: texts.filter(({ text }) => text.trim() !== ''),
    ...(single === undefined ? { table: [each, ...lines.map((line) => each.map((name) => line[name] ?? ''))] } : {}),
    links: Object.values(links).filter((link) => link !== undefined),
  };
}

/** What stands in a record that was kept, to be put right in a newer version. */
export function filledOf(type: RecordType, { values, table }: Pick<RecordPayload, 'values' | 'table'>): Filled {
  const shared = Object.fromEntries(values.map(({ box, text }) => [box, text]));
  const [heads = [], ...lines] = table ?? [];
  const each = type.boxes.filter((box) => box.each === true).map(({ name }) => name);
  const first = Object.fromEntries(each.flatMap((name) => (shared[name] === undefined ? [] : [[name, shared[name]]])));
  return {
    values: shared,
    lines:
      lines.length === 0
        ? [first]
        : lines.map((line) => ({ ...first, ...Object.fromEntries(heads.map((name, at) => [name, line[at] ?? ''])) })),
    links: {},
  };
}

/** Whether anything was typed. */
export const isBlank = ({ values, lines }: Filled): boolean =>
  [values, ...lines].every((texts) => Object.values(texts).every((text) => text.trim() === ''));
