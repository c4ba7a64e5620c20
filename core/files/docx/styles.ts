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

  const resolve = (id: string): Style => {
    const style: Style = { id, name: valOf(elements.get(id), 'w:name') ?? id };
    const seen = new Set<string>();
    for (let at: string | undefined = id; at !== undefined && !seen.has(at); ) {
      seen.add(at);
      const element = elements.get(at);
      const paragraph = childOf(element, 'w:pPr');
      const numbering = childOf(paragraph, 'w:numPr');
      const level = headingLevel(valOf(paragraph, 'w:outlineLvl')) ?? namedLevel(valOf(element, 'w:name'));
      if (level !== undefined) style.level ??= level;
      const numberId = valOf(numbering, 'w:numId');
      if (numberId !== undefined) style.numberId ??= numberId;
      const numberLevel = valOf(numbering, 'w:ilvl');
      if (numberLevel !== undefined) style.numberLevel ??= Number(numberLevel);
      const hidden = toggleOf(childOf(element, 'w:rPr'), 'w:vanish');
      if (hidden !== undefined) style.hidden ??= hidden;
      at = valOf(element, 'w:basedOn');
    }
    return style;
  };

  const byId = new Map([...elements.keys()].map((id) => [id, resolve(id)]));
  return { byId, standard: standard === undefined ? undefined : byId.get(standard) };
}

/** Word's own headings keep their English name inside, whatever the language of the program. */
function namedLevel(name: string | undefined): number | undefined {
  const found = /^(?:heading|标题)\s*([1-9])$/i.exec(name ?? '');
  return found ? Number(found[1]) : undefined;
}
