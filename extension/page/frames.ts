/** Our one element in a document of the page; everything is drawn inside its closed shadow root. */
export const OVERLAY_TAG = 'duibiao-marks';

/** The documents of this page that we may touch: the given one and, below it, every same-origin frame's. */
export function reachableDocuments(root: Document): Document[] {
  const found = [root];
  for (const document of found) {
    for (const frame of document.querySelectorAll('iframe, frame')) {
      const inner = innerDocument(frame);
      if (inner) found.push(inner);
    }
  }
  return found;
}

/** A frame element's document, or null where the browser keeps it from us. */
export function innerDocument(frame: Element): Document | null {
  try {
    return (frame as HTMLIFrameElement).contentDocument;
  } catch {
    return null;
  }
}
