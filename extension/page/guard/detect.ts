import { labelKey } from '../../../core/base/text.ts';
import { innerDocument, OVERLAY_TAG, reachableDocuments } from '../frames.ts';
import { rootOf } from '../roots.ts';
import { SURE_LABELS } from './words.ts';

/** Nodes that one look goes through; a document begins before them. */
const MOST_NODES = 40_000;
const LONGEST_LABEL = 14;
/** So many different labels make a page worth reading. */
const ENOUGH = 2;
/** Pixels from which a frame of another address may hold the document. */
const [WIDE, HIGH] = [300, 200];

/**
 * What looks like a document on this page, in one word that is another one for other labels; '' for nothing. One bounded walk
 * over the texts, until enough is found. A page that asks for a password is none.
 */
export function documentSign(root: Document): string {
  const work = { nodes: MOST_NODES, found: new Set<string>() };
  const documents = reachableDocuments(root);
  if (documents.some((document) => document.querySelector('input[type=password]') !== null)) return '';
  for (const document of documents) if (document.body) look(document.body, work);
  if (work.found.size >= ENOUGH) return [root.defaultView?.location.href, ...work.found].join(' ');
  return otherFrames(documents);
}

function look(top: Element | ShadowRoot, work: { nodes: number; found: Set<string> }): void {
  const walker = top.ownerDocument.createTreeWalker(top, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  while (work.nodes > 0 && work.found.size < ENOUGH && walker.nextNode()) {
    work.nodes -= 1;
    const node = walker.currentNode;
    if (node.nodeType === Node.TEXT_NODE) {
      const { data } = node as Text;
      if (data.length > LONGEST_LABEL * 2) continue;
      const label = labelKey(data);
      if (label.length <= LONGEST_LABEL && SURE_LABELS.has(label)) work.found.add(label);
    } else if ((node as Element).localName.includes('-') && (node as Element).localName !== OVERLAY_TAG) {
      const inner = rootOf(node as Element);
      if (inner !== null) look(inner, work);
    }
  }
}

/** The addresses of large frames that only the browser can open to us. */
function otherFrames(documents: readonly Document[]): string {
  return documents
    .flatMap((document) => [...document.querySelectorAll('iframe, frame')])
    .filter((frame) => innerDocument(frame) === null && /^https?:/.test((frame as HTMLIFrameElement).src))
    .filter(({ clientWidth, clientHeight }) => clientWidth >= WIDE && clientHeight >= HIGH)
    .map((frame) => (frame as HTMLIFrameElement).src)
    .join(' ');
}
