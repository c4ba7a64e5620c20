import type { XmlElement } from '../containers/xml.ts';
import type { Elements } from '../word/elements.ts';
import { numberFormatOf } from '../word/number-formats.ts';
import { viewOf } from './bytes.ts';

const LIST = 28;
const SIMPLE = 1;
const LEVELS = 9;
const LEVEL = 28;
const INSTANCE = 16;
const OVERRIDE = 8;
const HAS_START = 0x10;
const HAS_LEVEL = 0x20;
const LEGAL = 0x04;
const NO_RESTART = 0x08;
const SUFFIXES = ['tab', 'space', 'nothing'];

/** Goes through bytes from the front. Reading beyond their end throws RangeError. */
interface Walk {
  at: number;
}

/**
 * The lists and their instances as w:numbering.
 * @param lists the table stream from the lists on: their levels stand behind what the table says is theirs
 */
export function readLists(lists: Uint8Array, instances: Uint8Array, elements: Elements): XmlElement | undefined {
  if (lists.length < 2) return undefined;
  const { make, val } = elements;
  const view = viewOf(lists);
  const count = view.getUint16(0, true);
  const walk: Walk = { at: 2 + LIST * count };
  const definitions = Array.from({ length: count }, (_, index) => {
    const at = 2 + LIST * index;
    const many = ((lists[at + 26] ?? 0) & SIMPLE) === 1 ? 1 : LEVELS;
    const levels = Array.from({ length: many }, (__, level) => levelOf(lists, walk, level, elements));
    return make('w:abstractNum', { 'w:abstractNumId': String(view.getUint32(at, true)) }, levels);
  });
  if (instances.length < 4) return make('w:numbering', {}, definitions);

  const facts = viewOf(instances);
  const number = facts.getUint32(0, true);
  const own: Walk = { at: 4 + INSTANCE * number };
  const made: XmlElement[] = [];
  for (let index = 0; index < number; index += 1) {
    const at = 4 + INSTANCE * index;
    const overrides: XmlElement[] = [];
    const many = facts.getUint8(at + 12);
    // A place in the text, which nothing reads, stands in front.
    own.at += 4;
    for (let each = 0; each < many; each += 1) {
      const start = facts.getUint32(own.at, true);
      const flags = facts.getUint32(own.at + 4, true);
      own.at += OVERRIDE;
      const level = flags & 0xf;
      const inside: XmlElement[] = [];
      if ((flags & HAS_LEVEL) !== 0) {
        const whole = levelOf(instances, own, level, elements);
        inside.push(whole);
        const first = whole.children.find((child) => typeof child !== 'string' && child.name === 'w:start');
        if ((flags & HAS_START) !== 0 && typeof first === 'object')
          inside.push(val('w:startOverride', first.attributes['w:val'] ?? '1'));
      } else if ((flags & HAS_START) !== 0) inside.push(val('w:startOverride', start));
      overrides.push(make('w:lvlOverride', { 'w:ilvl': String(level) }, inside));
    }
    made.push(
      make('w:num', { 'w:numId': String(index + 1) }, [
        val('w:abstractNumId', facts.getUint32(at, true)),
        ...overrides,
      ]),
    );
  }
  return make('w:numbering', {}, [...definitions, ...made]);
}

function levelOf(bytes: Uint8Array, walk: Walk, index: number, { make, val }: Elements): XmlElement {
  const view = viewOf(bytes);
  const { at } = walk;
  const flags = view.getUint8(at + 5);
  const text = at + LEVEL + view.getUint8(at + 24) + view.getUint8(at + 25);
  const letters = view.getUint16(text, true);
  walk.at = text + 2 + 2 * letters;
  const written = Array.from({ length: letters }, (_, letter) => {
    const sign = view.getUint16(text + 2 + 2 * letter, true);
    // The number of a level stands as that level's own index.
    return sign < LEVELS ? `%${sign + 1}` : String.fromCharCode(sign);
  });
  return make('w:lvl', { 'w:ilvl': String(index) }, [
    val('w:start', view.getUint32(at, true)),
    val('w:numFmt', numberFormatOf(view.getUint8(at + 4))),
    ...((flags & NO_RESTART) !== 0 ? [val('w:lvlRestart', view.getUint8(at + 26))] : []),
    ...((flags & LEGAL) !== 0 ? [make('w:isLgl')] : []),
    val('w:suff', SUFFIXES[view.getUint8(at + 15)] ?? 'tab'),
    val('w:lvlText', written.join('')),
  ]);
}
