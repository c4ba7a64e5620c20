import type { XmlElement } from '../containers/xml.ts';
import type { Elements } from '../word/elements.ts';
import { numberFormatOf } from '../word/number-formats.ts';

/** A font: its name and its character set as Windows numbers them. */
export interface Font {
  name: string;
  charset: number;
}

export interface StyleFacts {
  id: string;
  kind: 'paragraph' | 'character';
  name: string;
  facts: Map<string, number>;
}

export interface LevelFacts {
  facts: Map<string, number>;
  text: string;
}

export interface ListFacts {
  id: number;
  levels: LevelFacts[];
}

export interface InstanceFacts {
  id: number;
  list: number;
  overrides: { start: number | undefined; level: LevelFacts | undefined }[];
}

/** The sheet of styles as w:styles. */
export function stylesElement(styles: readonly StyleFacts[], { make, val }: Elements): XmlElement {
  const one = ({ id, kind, name, facts }: StyleFacts): XmlElement => {
    const [outline, level, list] = ['outlinelevel', 'ilvl', 'ls'].map((word) => facts.get(word));
    const base = facts.get('sbasedon');
    const number = [
      ...(level === undefined ? [] : [val('w:ilvl', level)]),
      ...(list === undefined ? [] : [val('w:numId', list)]),
    ];
    const paragraph = [
      ...(number.length > 0 ? [make('w:numPr', {}, number)] : []),
      ...(outline === undefined ? [] : [val('w:outlineLvl', outline)]),
    ];
    const hidden = facts.get('v');
    return make(
      'w:style',
      { 'w:type': kind, 'w:styleId': id, ...(id === PARAGRAPH_STYLE(0) && { 'w:default': '1' }) },
      [
        val('w:name', name),
        ...(base === undefined
          ? []
          : [val('w:basedOn', kind === 'paragraph' ? PARAGRAPH_STYLE(base) : RUN_STYLE(base))]),
        ...(paragraph.length > 0 ? [make('w:pPr', {}, paragraph)] : []),
        ...(hidden === undefined ? [] : [make('w:rPr', {}, [val('w:vanish', hidden)])]),
      ],
    );
  };
  return make('w:styles', {}, styles.map(one));
}

export const PARAGRAPH_STYLE = (id: number): string => `s${id}`;
export const RUN_STYLE = (id: number): string => `c${id}`;

/** Lists and their instances as w:numbering. */
export function numberingElement(
  lists: readonly ListFacts[],
  instances: readonly InstanceFacts[],
  elements: Elements,
): XmlElement {
  const { make, val } = elements;
  return make('w:numbering', {}, [
    ...lists.map(({ id, levels }) =>
      make(
        'w:abstractNum',
        { 'w:abstractNumId': String(id) },
        levels.map((level, index) => levelElement(level, index, elements)),
      ),
    ),
    ...instances.map(({ id, list, overrides }) =>
      make('w:num', { 'w:numId': String(id) }, [
        val('w:abstractNumId', list),
        ...overrides.map(({ start, level }, index) =>
          make('w:lvlOverride', { 'w:ilvl': String(index) }, [
            ...(start === undefined ? [] : [val('w:startOverride', start)]),
            ...(level === undefined ? [] : [levelElement(level, index, elements)]),
          ]),
        ),
      ]),
    ),
  ]);
}

const SUFFIXES = ['tab', 'space', 'nothing'];

function levelElement({ facts, text }: LevelFacts, index: number, { make, val }: Elements): XmlElement {
  const format = numberFormatOf(facts.get('levelnfcn') ?? facts.get('levelnfc') ?? 0);
  // The first sign is the length of the others; the number of a level stands as that level's own index.
  const written = Array.from(text.slice(1, 1 + text.charCodeAt(0)), (sign) =>
    sign < '\u0009' ? `%${sign.charCodeAt(0) + 1}` : sign,
  );
  return make('w:lvl', { 'w:ilvl': String(index) }, [
    val('w:start', facts.get('levelstartat') ?? 1),
    val('w:numFmt', format),
    ...(facts.get('levelnorestart') === 1 ? [val('w:lvlRestart', 0)] : []),
    ...(facts.get('levellegal') === 1 ? [make('w:isLgl')] : []),
    val('w:suff', SUFFIXES[facts.get('levelfollow') ?? 0] ?? 'tab'),
    val('w:lvlText', written.join('')),
  ]);
}
