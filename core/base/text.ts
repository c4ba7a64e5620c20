/** Characters that print nothing: zero-width marks, direction marks, soft hyphen, byte-order mark, variation selectors. */
const INVISIBLE =
  /\u00AD|\u034F|\u061C|[\u180B-\u180E]|[\u200B-\u200F]|[\u202A-\u202E]|[\u2060-\u2064]|[\u2066-\u2069]|[\uFE00-\uFE0F]|\uFEFF/g;
const SPACES = /[\s\u00A0\u3000]+/g;
/** Something that `cleanText` or `squeeze` may change; most texts have nothing of the kind. */
const UNTIDY = /[\s\u00A0\u3000\u2000-\u206F\uFEFF]|\u00AD|\u034F|\u061C|[\u180B-\u180E]|[\uFE00-\uFE0F]/;

/** True for Han characters, letters and digits alone: found without a pattern, since every text of a page is asked. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const plain =
      (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x7a);
    if (!plain || (code > 0x5a && code < 0x61)) return false;
  }
  return true;
}

/** Text as shown: invisible characters gone, every run of spaces (no-break and ideographic too) one space, ends trimmed. */
export function cleanText(text: string): string {
  if (isPlain(text) || !UNTIDY.test(text)) return text;
  return text.replace(INVISIBLE, '').replace(SPACES, ' ').trim();
}

/** Text without any space or invisible character: how labels and names are compared. */
export function squeeze(text: string): string {
  if (isPlain(text) || !UNTIDY.test(text)) return text;
  return text.replace(INVISIBLE, '').replace(SPACES, '');
}

/** Radicals that fonts without a proper table of signs give in place of the signs that they look like (⽂ for 文). */
const RADICALS = /[\u2E9F\u2EF3\u2F00-\u2FD5]/g;

/** Text with whole signs where a font gave radicals. */
export function withWholeSigns(text: string): string {
  return text.replace(RADICALS, (radical) => radical.normalize('NFKC'));
}

const WIDE = /[\uFF01-\uFF5E]/;

/** Full-width ASCII (U+FF01–FF5E) to plain ASCII; Chinese punctuation without an ASCII twin stays. */
export function halfWidth(text: string): string {
  if (!WIDE.test(text)) return text;
  return text.replace(/[\uFF01-\uFF5E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
}

/** Something that `labelKey` may change; most labels have nothing of the kind. */
const DRESSED =
  /[\s\u00A0\u3000\u2000-\u206F\uFEFF*:.([【\uFF01-\uFF5E]|\u00AD|\u034F|\u061C|[\u180B-\u180E]|[\uFE00-\uFE0F]/;

/**
 * A label in the form in which labels are compared: no spaces (拟 稿 人), no required stars, no colon or dot at the end,
 * no wrapping brackets, full-width letters narrowed.
 */
export function labelKey(label: string): string {
  if (isPlain(label) || !DRESSED.test(label)) return label;
  return halfWidth(squeeze(label))
    .replace(/[*＊]/g, '')
    .replace(/(?<=.)\(\)$/, '')
    .replace(/(?<![:：.])[:：.]+$/, '')
    .replace(/^[（(【[]([^）)】\]]*)[）)】\]]$/, '$1');
}

/** True when the text has at least one Han character. */
export function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** Fills `{name}` slots of a sentence; a slot without a value stays visible, so that a test can find it. */
export function fillSlots(sentence: string, slots: Readonly<Record<string, string | number>>): string {
  if (!sentence.includes('{')) return sentence;
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (name in slots ? String(slots[name]) : whole));
}

/** The name of a file without its ending. */
export const withoutEnding = (name: string): string => name.replace(/\.[^.]+$/, '');

/** At most `limit` characters, the cut shown by an ellipsis; never splits a surrogate pair. */
export function shorten(text: string, limit: number): string {
  const characters = Array.from(text);
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`;
}

/** The row of a table by a word from outside; `constructor` and the like, which every object inherits, are no rows. */
export function rowOf<Row>(table: Readonly<Record<string, Row>> | undefined, key: string): Row | undefined {
  return table !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
}

/** Compares by code units: the order that stays the same on every machine (no locale). */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** How wide a text stands, in columns of a terminal or a table: a Chinese character takes two, any other one. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += character > '\u2E7F' ? 2 : 1;
  return width;
}
