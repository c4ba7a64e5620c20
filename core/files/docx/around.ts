import type { Place } from '../../base/place.ts';
import { cleanText } from '../../base/text.ts';
import type { OfficePackage } from '../containers/package.ts';
import { childrenOf, textOf, type XmlElement } from '../containers/xml.ts';
import type { StoryKind } from './story.ts';
import { toggleOf } from './styles.ts';
import type { ParagraphText } from './text.ts';

/** A story that stands around the body, to be read with its place. */
export interface StoryAround {
  root: XmlElement;
  place: Place;
  kind: StoryKind;
}

/** Headers and footers that the sections of the body really show, each once, in the order in which they are first shown. */
export function headersAndFooters(
  word: OfficePackage,
  sections: readonly XmlElement[],
  settings: XmlElement | undefined,
): StoryAround[] {
  return (['header', 'footer'] as const).flatMap((kind) => {
    const ids = sections.flatMap((section) => shownParts(section, kind, settings));
    const paths = new Set(ids.flatMap((id) => word.pathOf({ id }) ?? []));
    return [...paths].flatMap((path, index) => {
      const root = word.parse(path);
      return root ? { root, place: { [kind]: index + 1 }, kind } : [];
    });
  });
}

/** Relationship ids of the headers or footers that a section shows. */
function shownParts(section: XmlElement, kind: 'header' | 'footer', settings: XmlElement | undefined): string[] {
  return childrenOf(section, `w:${kind}Reference`).flatMap(({ attributes }) => {
    const type = attributes['w:type'];
    if (type === 'first' && !toggleOf(section, 'w:titlePg')) return [];
    if (type === 'even' && !toggleOf(settings, 'w:evenAndOddHeaders')) return [];
    return attributes['r:id'] ?? [];
  });
}

/** Footnotes and endnotes that the text refers to, in the order in which it does. */
export function notesReferredTo(word: OfficePackage, references: ParagraphText['notes']): StoryAround[] {
  return (['footnote', 'endnote'] as const).flatMap((kind) => {
    const wanted = references.filter((reference) => reference.kind === kind);
    const all = wanted.length > 0 ? childrenOf(word.part(`${kind}s`), `w:${kind}`) : [];
    // The first of two notes of one id is the one meant.
    const byId = new Map(all.toReversed().map((element) => [element.attributes['w:id'], element]));
    return wanted.flatMap(({ id }, index) => {
      const root = byId.get(id);
      return root ? { root, place: { [kind]: index + 1 }, kind: 'note' as const } : [];
    });
  });
}

const PROPERTIES = ['title', 'creator', 'lastModifiedBy', 'created', 'modified'] as const;
/** docProps/core.xml: what the file says of itself, where it is not empty. */
export type WordProperties = Partial<Record<(typeof PROPERTIES)[number], string>>;

export function readProperties(word: OfficePackage): WordProperties {
  const properties: WordProperties = {};
  for (const child of word.coreProperties()?.children ?? []) {
    if (typeof child === 'string') continue;
    const name = PROPERTIES.find((property) => child.name.endsWith(`:${property}`));
    const text = cleanText(textOf(child));
    if (name && text !== '') properties[name] ??= text;
  }
  return properties;
}
