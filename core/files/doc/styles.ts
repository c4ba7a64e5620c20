import type { XmlElement } from '../containers/xml.ts';
import type { Elements } from '../word/elements.ts';
import { viewOf } from './bytes.ts';
import { byteOf, eachSprm, SPRM, shortOf } from './sprms.ts';

const PARAGRAPH = 1;
const CHARACTER = 2;
const NO_STYLE = 0xfff;
/** Numbers of Word's own styles: headings, lines of a table of contents, the prompt of a control. */
const HEADINGS = [1, 9] as const;
const CONTENTS = [19, 27] as const;

/** The sheet of styles as w:styles. */
export function readStyleSheet(sheet: Uint8Array, elements: Elements): XmlElement | undefined {
  if (sheet.length < 6) return undefined;
  const view = viewOf(sheet);
  const head = view.getUint16(0, true);
  const count = view.getUint16(2, true);
  const base = view.getUint16(4, true);
  const styles: XmlElement[] = [];
  let at = 2 + head;
  for (let index = 0; index < count && at + 2 <= sheet.length; index += 1) {
    const length = view.getUint16(at, true);
    const style = sheet.subarray(at + 2, at + 2 + length);
    if (length > base) styles.push(...styleOf(style, base, index, elements));
    at += 2 + length;
  }
  return elements.make('w:styles', {}, styles);
}

function styleOf(style: Uint8Array, base: number, index: number, { make, val }: Elements): XmlElement[] {
  const kind = shortOf(style.subarray(2)) & 0xf;
  const basedOn = shortOf(style.subarray(2)) >> 4;
  if (kind !== PARAGRAPH && kind !== CHARACTER) return [];
  const letters = shortOf(style.subarray(base));
  const name = new TextDecoder('utf-16le').decode(style.subarray(base + 2, base + 2 + 2 * letters));
  // Behind the name and its end: lists of properties, each with its length in front and from an even place on.
  const lists: Uint8Array[] = [];
  for (let at = base + 4 + 2 * letters; at + 2 <= style.length && lists.length < 2; ) {
    const length = shortOf(style.subarray(at));
    lists.push(style.subarray(at + 2, at + 2 + length));
    at += 2 + length + (length % 2);
  }
  const paragraph = kind === PARAGRAPH ? lists[0]?.subarray(2) : undefined;
  const run = kind === PARAGRAPH ? lists[1] : lists[0];

  const facts: XmlElement[] = [];
  const number: XmlElement[] = [];
  eachSprm(paragraph ?? new Uint8Array(), (code, operand) => {
    if (code === SPRM.outline) facts.push(val('w:outlineLvl', byteOf(operand)));
    else if (code === SPRM.listLevel) number.push(val('w:ilvl', byteOf(operand)));
    else if (code === SPRM.list) number.push(val('w:numId', shortOf(operand)));
  });
  if (number.length > 0) facts.push(make('w:numPr', {}, number));
  let hidden: boolean | undefined;
  eachSprm(run ?? new Uint8Array(), (code, operand) => {
    if (code === SPRM.hidden) hidden = byteOf(operand) % 0x80 === 1;
  });
  return [
    make(
      'w:style',
      {
        'w:type': kind === PARAGRAPH ? 'paragraph' : 'character',
        'w:styleId': String(index),
        ...(index === 0 && { 'w:default': '1' }),
      },
      [
        val('w:name', nameOf(shortOf(style) & 0xfff, name)),
        ...(basedOn === NO_STYLE ? [] : [val('w:basedOn', basedOn)]),
        ...(facts.length > 0 ? [make('w:pPr', {}, facts)] : []),
        ...(hidden === undefined ? [] : [make('w:rPr', {}, [val('w:vanish', hidden ? 1 : 0)])]),
      ],
    ),
  ];
}

/** Word's own styles are told by their number, whatever the language of the program called them. */
function nameOf(own: number, name: string): string {
  if (own >= HEADINGS[0] && own <= HEADINGS[1]) return `heading ${own}`;
  return own >= CONTENTS[0] && own <= CONTENTS[1] ? `toc ${own - CONTENTS[0] + 1}` : name;
}
