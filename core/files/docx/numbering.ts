import { writeHanDigits, writeHanNumber } from '../../base/numerals.ts';
import { ProblemError } from '../../base/problems.ts';
import { childOf, childrenOf, type XmlElement } from '../containers/xml.ts';
import { LIMITS } from '../limits.ts';
import { toggleOf, valOf } from './styles.ts';

interface Level {
  start: number;
  format: string;
  /** Pattern with %1…%9. */
  text: string;
  /** 0: never; n: after a number of level n (from 1); undefined: after any higher one. */
  restart: number | undefined;
  legal: boolean;
  suffix: string;
  style: string | undefined;
}

interface Definition {
  levels: ReadonlyMap<number, Level>;
  /** Name of a numbering style whose list this one borrows. */
  link: string | undefined;
}

interface Instance {
  definition: string;
  levels: ReadonlyMap<number, Level>;
  starts: ReadonlyMap<number, number>;
}

/** Counts a document's automatic numbers. Keeps state: ask once for each paragraph, in reading order. */
export interface Numbering {
  /**
   * Marker of the next paragraph of a list: `一、`, `5.2`, `•`; with the space that parts it from the text. '' when there is none.
   * Throws `file-number-too-long` for a number that Word could not write.
   */
  next(numberId: string, level: number): string;
  /** Level of a list that belongs to a paragraph style. */
  levelOfStyle(numberId: string, style: string): number | undefined;
}

const DEEPEST_LEVEL = 8;

/**
 * Reads numbering.xml; `styleNumber` gives the list that a numbering style names.
 * @param file the file's name, for the sentence of a problem
 */
export function readNumbering(
  root: XmlElement | undefined,
  styleNumber: (style: string) => string | undefined,
  file: string,
): Numbering {
  const definitions = new Map<string, Definition>();
  for (const element of childrenOf(root, 'w:abstractNum')) {
    const id = element.attributes['w:abstractNumId'];
    if (id !== undefined) definitions.set(id, { levels: readLevels(element), link: valOf(element, 'w:numStyleLink') });
  }
  const instances = new Map<string, Instance>();
  for (const element of childrenOf(root, 'w:num')) {
    const id = element.attributes['w:numId'];
    const definition = valOf(element, 'w:abstractNumId');
    if (id === undefined || definition === undefined) continue;
    const overrides = childrenOf(element, 'w:lvlOverride');
    instances.set(id, {
      definition,
      levels: new Map(overrides.flatMap((override) => [...readLevels(override)])),
      starts: new Map(
        overrides.flatMap((override) => {
          const [level, start] = [override.attributes['w:ilvl'], valOf(override, 'w:startOverride')];
          return level === undefined || start === undefined ? [] : [[Number(level), whole(start, 1)] as const];
        }),
      ),
    });
  }

  /** The list that an instance counts with, links between lists and styles followed once round at most. */
  const listOf = (
    numberId: string,
  ): { key: string; instance: Instance; levelAt: (level: number) => Level | undefined } | undefined => {
    const seen = new Set<string>();
    for (let id: string | undefined = numberId; id !== undefined && !seen.has(id); ) {
      seen.add(id);
      const instance = instances.get(id);
      const definition = instance && definitions.get(instance.definition);
      if (!instance || !definition) return undefined;
      if (definition.link === undefined || definition.levels.size > 0) {
        const levelAt = (level: number) => instance.levels.get(level) ?? definition.levels.get(level);
        return { key: instance.definition, instance, levelAt };
      }
      id = styleNumber(definition.link);
    }
    return undefined;
  };

  const checkLength = (text: string): void => {
    if (text.length > LIMITS.docx.marker)
      throw new ProblemError('file-number-too-long', { name: file, limit: LIMITS.docx.marker });
  };

  const counters = new Map<string, (number | undefined)[]>();
  const begun = new Set<string>();

  const next = (numberId: string, wanted: number): string => {
    const list = listOf(numberId);
    const at = Math.min(Math.max(wanted, 0), DEEPEST_LEVEL);
    const level = list?.levelAt(at);
    if (!list || !level) return '';
    const counter = counters.get(list.key) ?? [];
    counters.set(list.key, counter);
    const startOf = (index: number) => list.instance.starts.get(index) ?? list.levelAt(index)?.start ?? 1;
    // An instance with a start of its own begins anew where it is first used; others go on counting together.
    if (!begun.has(numberId)) {
      begun.add(numberId);
      // Levels above the one that comes first were counted by others already: they stand at their start now.
      for (const [index, start] of list.instance.starts)
        counter[index] = index < at && counter[index] !== undefined ? start : undefined;
    }
    const before = counter[at];
    counter[at] = before === undefined ? startOf(at) : Math.min(before + 1, LIMITS.docx.number);
    for (let deeper = at + 1; deeper <= DEEPEST_LEVEL; deeper += 1) {
      const restart = list.levelAt(deeper)?.restart;
      if (restart === undefined || (restart > 0 && at < restart)) counter[deeper] = undefined;
    }
    checkLength(level.text);
    const marker = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const shown = list.levelAt(index);
      const format = level.legal ? 'decimal' : (shown?.format ?? 'decimal');
      return formatNumber(counter[index] ?? startOf(index), format);
    });
    checkLength(marker);
    if (marker === '') return '';
    return level.suffix === 'nothing' ? marker : `${marker} `;
  };

  return {
    next,
    levelOfStyle: (numberId, style) => {
      const list = listOf(numberId);
      for (let level = 0; level <= DEEPEST_LEVEL; level += 1) if (list?.levelAt(level)?.style === style) return level;
      return undefined;
    },
  };
}

function readLevels(parent: XmlElement): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const element of childrenOf(parent, 'w:lvl')) {
    const index = whole(element.attributes['w:ilvl'], -1);
    if (index < 0 || index > DEEPEST_LEVEL) continue;
    const restart = valOf(element, 'w:lvlRestart');
    // Some programs keep a choice of formats here; only the first is understood everywhere.
    const format =
      childOf(element, 'w:numFmt') ??
      childOf(childOf(childOf(element, 'mc:AlternateContent'), 'mc:Choice'), 'w:numFmt');
    const name = format?.attributes['w:val'] ?? 'decimal';
    const text = valOf(element, 'w:lvlText') ?? '';
    levels.set(index, {
      start: whole(valOf(element, 'w:start'), 0),
      format: name,
      text: name === 'bullet' ? bulletOf(text) : name === 'none' ? text.replace(/%[1-9]/g, '') : text,
      restart: restart === undefined ? undefined : whole(restart, 0),
      legal: toggleOf(element, 'w:isLgl') ?? false,
      suffix: valOf(element, 'w:suff') ?? 'tab',
      style: valOf(element, 'w:pStyle'),
    });
  }
  return levels;
}

/** Symbol fonts draw bullets at private code points: shown as a plain bullet. */
const bulletOf = (text: string): string => text.replace(/[\uE000-\uF8FF]/g, '•');

function whole(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^\d{1,6}$/.test(text) ? Math.min(Number(text), LIMITS.docx.number) : otherwise;
}

const STEMS = [...'甲乙丙丁戊己庚辛壬癸'];
const BRANCHES = [...'子丑寅卯辰巳午未申酉戌亥'];

/** One number in a format of WordprocessingML (ST_NumberFormat); what is not in the table is written in digits. */
export function formatNumber(value: number, format: string): string {
  return (FORMATS[format] ?? String)(value);
}

const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  none: () => '',
  bullet: () => '',
  decimalZero: (value) => String(value).padStart(2, '0'),
  lowerLetter: (value) => letters(value, 'a'),
  upperLetter: (value) => letters(value, 'A'),
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperRoman: roman,
  chineseCounting: (value) => writeHanNumber(value),
  chineseCountingThousand: (value) => writeHanNumber(value),
  japaneseCounting: (value) => writeHanNumber(value),
  taiwaneseCountingThousand: (value) => writeHanNumber(value),
  taiwaneseCounting: (value) => writeHanNumber(value),
  chineseLegalSimplified: (value) => writeHanNumber(value, 'legal'),
  ideographDigital: writeHanDigits,
  ideographTraditional: (value) => from(STEMS, value),
  ideographZodiac: (value) => from(BRANCHES, value),
  decimalFullWidth: (value) => shift(String(value), 0xff10 - 0x30),
  decimalFullWidth2: (value) => shift(String(value), 0xff10 - 0x30),
  decimalEnclosedCircle: (value) => block(value, 0x2460, 20),
  decimalEnclosedCircleChinese: (value) => block(value, 0x2460, 20),
  decimalEnclosedParen: (value) => block(value, 0x2474, 20),
  decimalEnclosedFullstop: (value) => block(value, 0x2488, 20),
  ideographEnclosedCircle: (value) => block(value, 0x3280, 10),
};

/** a … z, aa, bb, … as Word counts. */
function letters(value: number, first: 'a' | 'A'): string {
  if (value < 1) return '';
  const letter = String.fromCharCode(first.charCodeAt(0) + ((value - 1) % 26));
  return letter.repeat(Math.min(Math.floor((value - 1) / 26) + 1, 10));
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  let rest = value;
  let text = '';
  for (const [amount, sign] of ROMAN)
    while (rest >= amount) {
      text += sign;
      rest -= amount;
    }
  return text;
}

const from = (signs: readonly string[], value: number): string => signs[(value - 1) % signs.length] ?? String(value);
const shift = (text: string, by: number): string =>
  Array.from(text, (character) => String.fromCharCode(character.charCodeAt(0) + by)).join('');
const block = (value: number, first: number, size: number): string =>
  value >= 1 && value <= size ? String.fromCodePoint(first + value - 1) : String(value);
