import { labelKey } from '../base/text.ts';
import { maskDetails } from './details.ts';
import { MASKED } from './masked.ts';
import { isIdNumber, maskNumbers } from './numbers.ts';
import { isNameLabel, isStaffLabel, maskNames, namesIn, namesOfValue } from './people.ts';
import { isCodePlace, opennessOf, type Place } from './place.ts';

export { MASKED };

/** A digest, which no personal number can hide in, and which must stay as it is. */
const DIGEST = /^[0-9a-f]{64}$/;
/** A word of our own records, `present` or `rule-of-something`: nothing of a person is written in small letters alone. */
const SMALL_LETTERS = /^[a-z-]+$/;

/**
 * A text with what is personal in it replaced by words, as far as its place does not make it public: identity numbers,
 * telephones, bank cards, papers, plates, mail, accounts, births, homes, and names of the public that words tell.
 * Dates, amounts, numbers of documents, items and cases, credit codes and people of the staff stay. Without a place
 * nothing of a person stays. Masking twice changes nothing more.
 */
export function maskText(text: string, place: Place = {}): string {
  if (text.length < 2 || SMALL_LETTERS.test(text) || DIGEST.test(text)) return text;
  if (isCodePlace(place)) return maskCode(text);
  const open = opennessOf(place);
  return maskNumbers(maskNames(maskDetails(text, open), open), open);
}

/** The number of a document or a case: only where somebody's identity number was taken for it does it go. */
const maskCode = (text: string): string =>
  text.replace(/\d{17}[\dXx]/g, (number) => (isIdNumber(number.toUpperCase()) ? MASKED.id : number));

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTable = (value: unknown): value is string[][] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((row) => Array.isArray(row) && row.every((cell) => typeof cell === 'string'));

/** Keys beside `label` or a role that hold what the label names. */
const VALUE_KEYS = new Set(['value', 'raw', 'text', 'written']);
/** Longer texts are no labels. */
const LONGEST_LABEL = 24;

/** A value whose label stands apart from it: masked as the text `label：value` would be. */
function maskUnder(label: string, value: string, place: Place, beside: readonly string[] = []): string {
  const key = labelKey(label);
  if (key === '' || key.length > LONGEST_LABEL || value === '' || isStaffLabel(label, beside))
    return maskText(value, place);
  if (isNameLabel(label, opennessOf(place), beside)) {
    const names = namesOfValue(value, label);
    if (names.length > 0) return maskText(hideNames(value, names, true), place);
  }
  const prefix = `${key}：`;
  const masked = maskText(prefix + value, place);
  return masked.startsWith(prefix) ? masked.slice(prefix.length) : MASKED.name;
}

/** Cells under or right of a label are masked as its values. */
function maskTable(rows: readonly string[][], place: Place): string[][] {
  return eachCell(rows, (cell, { left, head, beside }) => {
    const masked = maskUnder(left, cell, place, beside);
    return masked === cell ? maskUnder(head, cell, place, beside) : masked;
  });
}

interface CellLabels {
  left: string;
  /** The head of the column: the first cell above with a text; a table may begin with its title. */
  head: string;
  /** Labels of the same row, or the heads of all columns. */
  beside: readonly string[];
}

function eachCell(rows: readonly string[][], change: (cell: string, labels: CellLabels) => string): string[][] {
  // A title over the whole table is no head: the heads stand in the first row with two texts.
  const headRow = rows.findIndex((row) => row.filter((cell) => cell !== '').length > 1);
  const heads = rows[headRow] ?? [];
  return rows.map((row, line) =>
    row.map((cell, column) => {
      const labels = { left: row[column - 1] ?? '', head: line > headRow ? (heads[column] ?? '') : '' };
      return change(cell, { ...labels, beside: [...heads, ...row] });
    }),
  );
}

/**
 * The label of an object that holds a value: its own, or the one in front of what was written. A box of a record that a person
 * filled in is one only in a case: elsewhere who applies (for a revision) is of the staff.
 */
function labelOf({ label, box, role, raw }: Record<string, unknown>, { kind }: Place): string | undefined {
  if (typeof label === 'string') return label;
  if (typeof box === 'string' && kind === 'case') return box;
  return typeof role === 'string' && typeof raw === 'string' && raw.includes('：') ? raw.split('：', 1)[0] : undefined;
}

/** The place of what an object holds: a document says its kind, a field its role. */
function placeIn(value: Record<string, unknown>, place: Place): Place {
  const { document, kind, fields, role, state } = value;
  if (isObject(document) && typeof document.kind === 'string') return { kind: document.kind };
  if (Array.isArray(fields) && typeof kind === 'string') return { kind };
  return typeof role === 'string' && typeof state === 'string' ? { ...place, role } : place;
}

/** Whether a key holds what the label names; what was written with its label in front is a text of its own. */
const isUnder = (key: string, { label }: Record<string, unknown>): boolean =>
  VALUE_KEYS.has(key) && (key !== 'raw' || typeof label === 'string');

function maskValue(value: unknown, place: Place): unknown {
  if (typeof value === 'string') return maskText(value, place);
  if (isTable(value)) return maskTable(value, place);
  if (Array.isArray(value)) return value.map((part) => maskValue(part, place));
  if (!isObject(value)) return value;
  const here = placeIn(value, place);
  const label = labelOf(value, here);
  // fromEntries makes own properties of every key, `__proto__` too.
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .map(([key, part]) => [
        key,
        label !== undefined && typeof part === 'string' && isUnder(key, value)
          ? maskUnder(label, part, here)
          : maskValue(part, here),
      ]),
  );
}

function collectNames(value: unknown, place: Place, names: Set<string>): void {
  const open = opennessOf(place);
  const under = (label: string | undefined, text: string, beside?: readonly string[]): void => {
    if (label !== undefined && isNameLabel(label, open, beside))
      for (const name of namesOfValue(text, label)) names.add(name);
  };
  if (typeof value === 'string') for (const name of namesIn(value, open)) names.add(name);
  else if (isTable(value)) {
    eachCell(value, (cell, { left, head, beside }) => {
      under(left, cell, beside);
      under(head, cell, beside);
      for (const name of namesIn(cell, open)) names.add(name);
      return cell;
    });
  } else if (Array.isArray(value)) for (const part of value) collectNames(part, place, names);
  else if (isObject(value)) {
    const label = labelOf(value, place);
    for (const text of [value.value, value.text]) if (typeof text === 'string') under(label, text);
    for (const part of Object.values(value)) collectNames(part, place, names);
  }
}

/**
 * Names of the public that words show in any plain JSON: `申请人：…`, a cell beside or under 申请人, `{label, value}`, a
 * sentence. In a record or a case 姓名 is such a word too.
 */
export function publicNames(value: unknown, place: Place = {}): Set<string> {
  const names = new Set<string>();
  collectNames(value, place, names);
  return names;
}

const mapStrings = (value: unknown, change: (text: string) => string): unknown => {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((part) => mapStrings(part, change));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, mapStrings(part, change)]));
};

/** What may stand right before and after a name of two characters; any other neighbour makes it part of a word. */
const BEFORE_SHORT = String.raw`(?<!\p{Script=Han})|(?<=关于|为|给)`;
const AFTER_SHORT = String.raw`(?=的|同志|女士|先生|户|申请|办理|$|[^\p{Script=Han}])`;

/**
 * Plain JSON with these names masked wherever they stand: a name of three or more characters anywhere, a shorter one
 * (which may be part of a word) only where it stands alone. @param drawn letters drawn apart are the name too
 */
export function hideNames<Payload>(payload: Payload, names: Iterable<string>, drawn = false): Payload {
  const between = drawn ? String.raw`[ \u3000]*` : '';
  const patterns = [...names].sort().map((name) => {
    const letters = Array.from(name, (letter) => letter.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
    const safe = letters.join(between);
    return letters.length >= 3 ? safe : `(?:${BEFORE_SHORT})${safe}${AFTER_SHORT}`;
  });
  if (patterns.length === 0) return payload;
  const everyName = new RegExp(patterns.join('|'), 'gu');
  return mapStrings(payload, (text) => text.replace(everyName, MASKED.name)) as Payload;
}

/**
 * Plain JSON with every string masked by its place, and with it the names of the public that its own labels show.
 * Place: a payload's `document.kind` and the role of each of its fields say where a string stands.
 */
export function maskPayload<Payload>(payload: Payload, place: Place = {}): Payload {
  const at = isObject(payload) ? placeIn(payload, place) : place;
  return hideNames(maskValue(payload, place) as Payload, publicNames(payload, at));
}

/** A thing that is about to be stored: its subject, its payload and the seat's name masked. */
export function maskDraft<Draft extends { subject: string; payload: unknown; actor?: string }>(draft: Draft): Draft {
  const place = isObject(draft.payload) ? placeIn(draft.payload, {}) : {};
  const names = publicNames(draft.payload, place);
  return {
    ...draft,
    subject: hideNames(maskText(draft.subject, place), names),
    payload: hideNames(maskValue(draft.payload, {}), names),
    ...(draft.actor === undefined ? {} : { actor: maskText(draft.actor) }),
  };
}
