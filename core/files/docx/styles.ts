import { childOf, childrenOf, type XmlElement } from '../containers/xml.ts';

/** What a paragraph style says that matters for reading, basedOn chains resolved. */
export interface Style {
  id: string;
  name: string;
  /** Heading level 1…9. */
  level?: number;
  numberId?: string;
  numberLevel?: number;
  hidden?: boolean;
}

export interface Styles {
  byId: ReadonlyMap<string, Style>;
  /** Style of paragraphs that name none. */
  standard: Style | undefined;
}

/** The `w:val` of a child element. */
export function valOf(element: XmlElement | undefined, child: string): string | undefined {
  return childOf(element, child)?.attributes['w:val'];
}

/** An on/off property: there without a value means on; undefined when it is not there. */
export function toggleOf(element: XmlElement | undefined, child: string): boolean | undefined {
  const found = childOf(element, child);
  return found && !['0', 'false', 'off'].includes(found.attributes['w:val'] ?? '');
}

/** Heading level 1…9 of an outline level as written (0…8); 9 means body text. */
export function headingLevel(outline: string | undefined): number | undefined {
  return outline !== undefined && /^[0-8]$/.test(outline) ? Number(outline) + 1 : undefined;
}

/** Reads styles.xml; styles that are based on one another in a circle are cut at the first that repeats. */
export function readStyles(root: XmlElement | undefined): Styles {
  const elements = new Map<string, XmlElement>();
  let standard: string | undefined;
  for (const style of childrenOf(root, 'w:style')) {
    const id = style.attributes['w:styleId'];
    if (id === undefined || elements.has(id)) continue;
    elements.set(id, style);
    const isDefault = ['1', 'true', 'on'].includes(style.attributes['w:default'] ?? '');
    if (isDefault && style.attributes['w:type'] === 'paragraph') standard ??= id;
  }

  const byId = new Map<string, Style>();
  for (const start of elements.keys()) {
    // Up to a style that is known or that this chain has met, then down again: each style is resolved once.
    const chain = new Map<string, XmlElement>();
    for (let id: string | undefined = start; id !== undefined && !byId.has(id) && !chain.has(id); ) {
      const element = elements.get(id);
      if (!element) break;
      chain.set(id, element);
      id = valOf(element, 'w:basedOn');
    }
    for (const [id, element] of [...chain].reverse()) {
      const base = byId.get(valOf(element, 'w:basedOn') ?? '');
      byId.set(id, { ...base, ...saidByItself(element), id, name: valOf(element, 'w:name') ?? id });
    }
  }
  return { byId, standard: standard === undefined ? undefined : byId.get(standard) };
}

/** What a style says itself; what it leaves out it takes from the one that it is based on. */
function saidByItself(element: XmlElement): Omit<Style, 'id' | 'name'> {
  const paragraph = childOf(element, 'w:pPr');
  const numbering = childOf(paragraph, 'w:numPr');
  const level = headingLevel(valOf(paragraph, 'w:outlineLvl')) ?? namedLevel(valOf(element, 'w:name'));
  const numberId = valOf(numbering, 'w:numId');
  const numberLevel = valOf(numbering, 'w:ilvl');
  const hidden = toggleOf(childOf(element, 'w:rPr'), 'w:vanish');
  return {
    ...(level !== undefined && { level }),
    ...(numberId !== undefined && { numberId }),
    ...(numberLevel !== undefined && { numberLevel: Number(numberLevel) }),
    ...(hidden !== undefined && { hidden }),
  };
}

/** Word's own headings keep their English name inside, whatever the language of the program. */
function namedLevel(name: string | undefined): number | undefined {
  const found = /^(?:heading|标题)\s*([1-9])$/i.exec(name ?? '');
  return found ? Number(found[1]) : undefined;
}
