import { cleanText } from '../../base/text.ts';
import { childOf, childrenOf, textOf, type XmlElement } from '../containers/xml.ts';
import type { StoryAround, WordProperties } from '../docx/around.ts';
import type { WordStories } from '../docx/content.ts';
import { toggleOf } from '../docx/styles.ts';
import type { ParagraphText } from '../docx/text.ts';
import { elementsOf } from '../docx/wrappers.ts';
import { numberFormatOf } from '../word/number-formats.ts';

/** What Word 2003 calls otherwise than its successors; '' is left out. */
const NAMES: Readonly<Record<string, string>> = {
  'wx:sect': 'w:customXml',
  'wx:sub-section': 'w:customXml',
  'w:listPr': 'w:numPr',
  'w:ilfo': 'w:numId',
  'w:vmerge': 'w:vMerge',
  'w:hlink': 'w:hyperlink',
  'w:listDef': 'w:abstractNum',
  'w:list': 'w:num',
  'w:ilst': 'w:abstractNumId',
};
const ATTRIBUTES: Readonly<Record<string, string>> = {
  'w:listDefId': 'w:abstractNumId',
  'w:ilfo': 'w:numId',
};
/** Tracked changes and comments, by what they say that they are. */
const CHANGES: Readonly<Record<string, string>> = {
  'Word.Deletion': 'w:del',
  'Word.Insertion': 'w:ins',
  'Word.Comment': 'w:commentReference',
};
const PROPERTIES = {
  'o:Title': 'title',
  'o:Author': 'creator',
  'o:LastAuthor': 'lastModifiedBy',
  'o:Created': 'created',
  'o:LastSaved': 'modified',
} as const;

interface Note {
  kind: 'footnote' | 'endnote';
  root: XmlElement;
}

/** The XML of Word 2003 in the elements of its successors. */
export function storiesOf2003(root: XmlElement): WordStories {
  const notes: Note[] = [];
  const sections: XmlElement[] = [];
  const renew = (element: XmlElement): XmlElement[] => {
    const { name, attributes } = element;
    const inside = (): XmlElement['children'] =>
      element.children.flatMap((child): XmlElement['children'] => (typeof child === 'string' ? [child] : renew(child)));
    if (name === 'aml:annotation') {
      const change = CHANGES[attributes['w:type'] ?? ''];
      if (change === undefined) return [];
      const content = change === 'w:ins' ? elementsOf(childrenOf(element, 'aml:content')).flatMap(renew) : [];
      return [{ name: change, attributes: {}, children: content }];
    }
    if (name === 'w:footnote' || name === 'w:endnote') {
      const kind = name === 'w:footnote' ? 'footnote' : 'endnote';
      notes.push({ kind, root: { name, attributes: {}, children: inside() } });
      return [{ name: `w:${kind}Reference`, attributes: { 'w:id': String(notes.length - 1) }, children: [] }];
    }
    if (name === 'w:sectPr') {
      sections.push(element);
      return [];
    }
    if (name === 'w:nfc') {
      const format = numberFormatOf(Number(attributes['w:val']));
      return [{ name: 'w:numFmt', attributes: { 'w:val': format }, children: [] }];
    }
    if (name === 'w:suff')
      return [{ name, attributes: { 'w:val': (attributes['w:val'] ?? 'tab').toLowerCase() }, children: [] }];
    const renamed = Object.entries(attributes).map(([key, value]) => [ATTRIBUTES[key] ?? key, value]);
    return [{ name: NAMES[name] ?? name, attributes: Object.fromEntries(renamed), children: inside() }];
  };
  const whole = (element: XmlElement | undefined): XmlElement | undefined => element && renew(element)[0];
  const facing = toggleOf(childOf(root, 'w:docPr'), 'w:evenAndOddHeaders') === true;

  return {
    styles: whole(childOf(root, 'w:styles')),
    numbering: whole(childOf(root, 'w:lists')),
    properties: propertiesOf(childOf(root, 'o:DocumentProperties')),
    body: (take) => {
      for (const child of elementsOf(childrenOf(root, 'w:body'))) for (const one of renew(child)) take(one);
    },
    around: (references) => {
      const shown = (['header', 'footer'] as const).flatMap((kind) =>
        pageStories(sections, kind, facing).map((story, index): StoryAround => {
          const children = elementsOf([story]).flatMap(renew);
          return { root: { ...story, children }, place: { [kind]: index + 1 }, kind };
        }),
      );
      return [...shown, ...notesOf(references, notes)];
    },
  };
}

function pageStories(sections: readonly XmlElement[], kind: 'header' | 'footer', facing: boolean): XmlElement[] {
  return sections.flatMap((section) =>
    childrenOf(section, kind === 'header' ? 'w:hdr' : 'w:ftr').filter(({ attributes }) => {
      const type = attributes['w:type'];
      if (type === 'first') return toggleOf(section, 'w:titlePg') === true;
      return type !== 'even' || facing;
    }),
  );
}

function notesOf(references: ParagraphText['notes'], notes: readonly Note[]): StoryAround[] {
  return (['footnote', 'endnote'] as const).flatMap((kind) =>
    references
      .filter((reference) => reference.kind === kind)
      .flatMap(({ id }, index): StoryAround[] => {
        const root = notes[Number(id)]?.root;
        return root ? [{ root, place: { [kind]: index + 1 }, kind: 'note' }] : [];
      }),
  );
}

function propertiesOf(element: XmlElement | undefined): WordProperties {
  const properties: WordProperties = {};
  for (const [name, property] of Object.entries(PROPERTIES)) {
    const child = childOf(element, name);
    const text = child ? cleanText(textOf(child)) : '';
    if (text !== '') properties[property] = text;
  }
  return properties;
}
