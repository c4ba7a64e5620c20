import { compoundOf } from '../testing.ts';

/** Builds small files in the binary Word format for tests and fixtures, the same bytes each time. Imported by these only. */

/** A run of text; `properties` are bytes as MS-DOC writes them (`sprm`). */
export interface DocRun {
  text: string;
  properties?: number[];
  /** One byte a character, as Western text is written. */
  narrow?: boolean;
}

export interface DocParagraph {
  runs: DocRun[];
  properties?: number[];
  style?: number;
  /** What ends it: the end of a paragraph unless it says otherwise. */
  end?: DocRun;
}

export interface DocLevel {
  format: number;
  /** With the number of a level as its own index: \u0000 for the first. */
  text: string;
  follow?: number;
  start?: number;
}

export interface DocStyle {
  name: string;
  /** Number of Word's own style: 1…9 are headings. */
  own?: number;
  basedOn?: number;
  properties?: number[];
}

export interface DocSketch {
  body: DocParagraph[];
  /** Stories of each part, as they stand behind the body; each ends with a paragraph of its own. */
  footnotes?: { at: number; paragraphs: DocParagraph[] }[];
  /** Header and footer of the only section. */
  header?: DocParagraph[];
  footer?: DocParagraph[];
  styles?: DocStyle[];
  lists?: DocLevel[][];
  title?: string;
  author?: string;
  flags?: number;
  version?: number;
}

/** A property: its code and the bytes of its operand. */
export const sprm = (code: number, ...operand: number[]): number[] => [code & 0xff, code >> 8, ...operand];
export const u16 = (value: number): number[] => [value & 0xff, (value >> 8) & 0xff];
export const u32 = (value: number): number[] => [...u16(value & 0xffff), ...u16(Math.floor(value / 0x10000))];

export const line = (text: string, more: Omit<DocParagraph, 'runs'> = {}): DocParagraph => ({
  runs: [{ text }],
  ...more,
});
const IN_TABLE = sprm(0x2416, 1);
/** Cells of a row and its end; `flags` are those of each cell (MS-DOC TCGRF). */
export function tableRow(
  cells: readonly string[],
  edges: readonly number[],
  flags: readonly number[] = [],
): DocParagraph[] {
  const facts = cells.flatMap((_, index) => [...u16(flags[index] ?? 0), ...Array.from({ length: 18 }, () => 0)]);
  const row = [cells.length, ...edges.flatMap(u16), ...facts];
  return [
    ...cells.map((text) => ({ runs: [{ text }], properties: IN_TABLE, end: { text: '\u0007' } })),
    {
      runs: [],
      properties: [...IN_TABLE, ...sprm(0x2417, 1), ...sprm(0xd608, ...u16(row.length + 1), ...row)],
      end: { text: '\u0007' },
    },
  ];
}
export const inList = (list: number, level = 0): number[] => [...sprm(0x260a, level), ...sprm(0x460b, ...u16(list))];

const TEXT_AT = 0x800;
const PAGE = 512;
const MAIN_SIZE = 154 + 8 * 93 + 2;

/** Bytes of the n-th stretch and their place within a page of properties; pages are filled from both ends. */
function pagesOf(
  stretches: readonly { from: number; to: number; data: number[] }[],
  headSize: number,
  firstPage: number,
) {
  const pages: { from: number; to: number; bytes: Uint8Array }[] = [];
  let at = 0;
  while (at < stretches.length) {
    const bytes = new Uint8Array(PAGE);
    let low = PAGE - 2;
    const held: { place: number; to: number; from: number }[] = [];
    for (; at < stretches.length; at += 1) {
      const stretch = stretches[at];
      if (!stretch) break;
      const { data, from, to } = stretch;
      const place = data.length === 0 ? 0 : (low - data.length) & ~1;
      const head = 4 * (held.length + 2) + headSize * (held.length + 1);
      if (held.length > 0 && (data.length === 0 ? low : place) < head) break;
      if (data.length > 0) {
        bytes.set(data, place);
        low = place;
      }
      held.push({ place, from, to });
    }
    for (const [index, { from, place }] of held.entries()) {
      bytes.set(u32(from), 4 * index);
      bytes[4 * (held.length + 1) + headSize * index] = place / 2;
    }
    const [first, last] = [held[0], held.at(-1)];
    bytes.set(u32(last?.to ?? 0), 4 * held.length);
    bytes[PAGE - 1] = held.length;
    pages.push({ from: first?.from ?? 0, to: last?.to ?? 0, bytes });
  }
  const table = [
    ...pages.flatMap(({ from }) => u32(from)),
    ...u32(pages.at(-1)?.to ?? 0),
    ...pages.flatMap((_, index) => u32(firstPage + index)),
  ];
  return { pages: pages.map(({ bytes }) => bytes), table };
}

export function docFile(sketch: DocSketch): Uint8Array {
  const { body, footnotes = [], header, footer, styles = [{ name: '正文' }], lists = [] } = sketch;
  const text: number[] = [];
  const pieces: { from: number; fc: number }[] = [];
  const runs: { from: number; to: number; data: number[] }[] = [];
  const paragraphs: { from: number; to: number; data: number[] }[] = [];
  let count = 0;
  let narrow: boolean | undefined;
  const put = ({ text: content, properties = [], narrow: isNarrow = false }: DocRun): void => {
    if (content === '') return;
    const from = TEXT_AT + text.length;
    if (narrow !== isNarrow) {
      pieces.push({ from: count, fc: isNarrow ? 2 * from + 0x40000000 : from });
      narrow = isNarrow;
    }
    for (let index = 0; index < content.length; index += 1)
      text.push(...(isNarrow ? [content.charCodeAt(index)] : u16(content.charCodeAt(index))));
    count += content.length;
    runs.push({
      from,
      to: TEXT_AT + text.length,
      data: properties.length === 0 ? [] : [properties.length, ...properties],
    });
  };
  const write = (list: readonly DocParagraph[]): number => {
    const before = count;
    for (const { runs: own, properties = [], style = 0, end = { text: '\r' } } of list) {
      const from = TEXT_AT + text.length;
      for (const run of own) put(run);
      put(end);
      const data = [...u16(style), ...properties];
      const padded = data.length % 2 === 0 ? [0, data.length / 2, ...data] : [(data.length + 1) / 2, ...data];
      paragraphs.push({ from, to: TEXT_AT + text.length, data: padded });
    }
    return count - before;
  };
  const main = write(body);
  const noteTexts = [0];
  let noteLength = 0;
  for (const { paragraphs: own } of footnotes) {
    noteLength += write(own);
    noteTexts.push(noteLength);
  }
  if (footnotes.length > 0) {
    noteLength += write([line('')]);
    noteTexts.push(noteLength);
  }
  // Six stories of lines over notes, then those of the section: even and other header, even and other footer, first ones.
  const stories = [[], [], [], [], [], [], [], header ?? [], [], footer ?? [], [], []];
  const storyPlaces = [0];
  let storyLength = 0;
  if (header || footer) {
    for (const story of stories) {
      storyLength += write(story);
      storyPlaces.push(storyLength);
    }
    storyLength += write([line('')]);
    storyPlaces.push(storyLength);
  }

  const pagesFrom = Math.ceil((TEXT_AT + text.length) / PAGE);
  const ofRuns = pagesOf(runs, 1, pagesFrom);
  const ofParagraphs = pagesOf(paragraphs, 13, pagesFrom + ofRuns.pages.length);
  const stream = new Uint8Array(PAGE * (pagesFrom + ofRuns.pages.length + ofParagraphs.pages.length));
  stream.set(text, TEXT_AT);
  for (const [index, page] of [...ofRuns.pages, ...ofParagraphs.pages].entries())
    stream.set(page, PAGE * (pagesFrom + index));

  const table: number[] = [];
  const put32 = (at: number, value: number): void => void stream.set(u32(value), at);
  const add = (index: number, bytes: readonly number[], counted = bytes.length): void => {
    if (bytes.length === 0) return;
    put32(154 + 8 * index, table.length);
    put32(154 + 8 * index + 4, counted);
    for (const byte of bytes) table.push(byte);
  };
  add(1, styleSheet(styles));
  if (footnotes.length > 0) {
    add(2, [...footnotes.flatMap(({ at }) => u32(at)), ...u32(main), ...footnotes.flatMap(() => u16(1))]);
    add(3, noteTexts.flatMap(u32));
  }
  add(6, [...u32(0), ...u32(main), ...u16(0), ...u32(0xffffffff), ...u16(0), ...u32(0)]);
  if (header || footer) add(11, storyPlaces.flatMap(u32));
  add(12, ofRuns.table);
  add(13, ofParagraphs.table);
  const places = [...pieces.map(({ from }) => from), count].flatMap(u32);
  const plc = [...places, ...pieces.flatMap(({ fc }) => [0, 0, ...u32(fc), 0, 0])];
  add(33, [2, ...u32(plc.length), ...plc]);
  if (lists.length > 0) {
    const heads = lists.flatMap((_, index) => [...u32(100 + index), ...Array.from({ length: 24 }, () => 0)]);
    const levels = lists.flatMap((list) =>
      Array.from({ length: 9 }, (_, index) => levelBytes(list[index] ?? { format: 255, text: '' })).flat(),
    );
    add(73, [...u16(lists.length), ...heads, ...levels], 2 + heads.length);
    const instances = lists.flatMap((_, index) => [...u32(100 + index), ...Array.from({ length: 12 }, () => 0)]);
    add(74, [...u32(lists.length), ...instances, ...lists.flatMap(() => u32(0xffffffff))]);
  }

  stream.set([...u16(0xa5ec), ...u16(sketch.version ?? 0xc1)]);
  stream.set(u16(sketch.flags ?? 0x0200), 10);
  stream.set(u16(14), 32);
  stream.set(u16(22), 62);
  stream.set(u16(93), 152);
  for (const [index, length] of [main, noteLength, storyLength].entries()) put32(76 + 4 * index, length);
  if (MAIN_SIZE > TEXT_AT) throw new Error('the head reaches into the text');
  return compoundOf({
    WordDocument: stream,
    '1Table': Uint8Array.from(table),
    '\u0005SummaryInformation': summary(sketch),
  });
}

function styleSheet(styles: readonly DocStyle[]): number[] {
  const head = [...u16(styles.length), ...u16(10), ...Array.from({ length: 14 }, () => 0)];
  const all = styles.flatMap(({ name, own = 0xffe, basedOn = 0xfff, properties = [] }, index) => {
    const letters = Array.from({ length: name.length }, (_, at) => u16(name.charCodeAt(at))).flat();
    const list = [...u16(index), ...properties];
    const style = [
      ...u16(index === 0 ? 0 : own),
      ...u16((basedOn << 4) | 1),
      ...u16(1),
      ...u16(0),
      ...u16(0),
      ...u16(name.length),
      ...letters,
      ...u16(0),
      ...u16(list.length),
      ...list,
      ...(list.length % 2 === 1 ? [0] : []),
    ];
    return [...u16(style.length), ...style];
  });
  return [...u16(head.length), ...head, ...all];
}

function levelBytes({ format, text, follow = 2, start = 1 }: DocLevel): number[] {
  const letters = Array.from({ length: text.length }, (_, at) => u16(text.charCodeAt(at))).flat();
  const head = [...u32(start), format, 0, ...Array.from({ length: 9 }, () => 0), follow];
  return [...head, ...Array.from({ length: 12 }, () => 0), ...u16(text.length), ...letters];
}

/** Title and author in the code page of simplified Chinese would need a table of signs: UTF-16 says the same. */
function summary({ title = '', author = '' }: DocSketch): Uint8Array {
  const value = (text: string): number[] => [
    ...u32(31),
    ...u32(text.length + 1),
    ...Array.from({ length: text.length + 1 }, (_, at) => u16(text.charCodeAt(at) || 0)).flat(),
    ...((text.length + 1) % 2 === 1 ? [0, 0] : []),
  ];
  const [one, two] = [value(title), value(author)];
  const body = 8 + 16;
  const section = [
    ...u32(body + one.length + two.length),
    ...u32(2),
    ...[...u32(2), ...u32(body)],
    ...[...u32(4), ...u32(body + one.length)],
    ...one,
    ...two,
  ];
  return Uint8Array.from([
    ...u16(0xfffe),
    ...u16(0),
    ...Array.from({ length: 20 }, () => 0),
    ...u32(1),
    ...Array.from({ length: 16 }, () => 0),
    ...u32(48),
    ...section,
  ]);
}
