import { childOf, childrenOf, type XmlElement } from '../containers/xml.ts';
import { toggleOf, valOf } from './styles.ts';

/** Child elements of several parents, in order; text between them is no content. */
export function elementsOf(parents: readonly XmlElement[]): XmlElement[] {
  return parents.flatMap((parent) => parent.children.filter((child) => typeof child !== 'string'));
}

/** Of a choice between ways to write the same thing: the first way; the fallback only where there is no other. */
export function chosen(alternate: XmlElement): XmlElement[] {
  const way = childOf(alternate, 'mc:Choice') ?? childOf(alternate, 'mc:Fallback');
  return way ? [way] : [];
}

/** A content control that shows its grey prompt: nothing was filled in. */
export function showsPrompt(element: XmlElement): boolean {
  return element.name === 'w:sdt' && toggleOf(childOf(element, 'w:sdtPr'), 'w:showingPlcHdr') === true;
}

/** Content of an element that only wraps blocks, rows or cells; [] for one that is content itself. */
export function wrapped(element: XmlElement): XmlElement[] {
  if (element.name === 'w:sdt') return elementsOf(childrenOf(element, 'w:sdtContent'));
  if (element.name === 'mc:AlternateContent') return elementsOf(chosen(element));
  return ['w:customXml', 'w:ins', 'w:moveTo'].includes(element.name) ? elementsOf([element]) : [];
}

/** Blocks inside an element that only wraps them; the flag says that it is a table of contents. */
export function blocksInside(element: XmlElement): [child: XmlElement, contents: boolean][] {
  if (showsPrompt(element)) return [];
  const gallery = valOf(childOf(childOf(element, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery');
  return wrapped(element).map((child) => [child, gallery === 'Table of Contents']);
}
