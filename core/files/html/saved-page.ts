import { ProblemError } from '../../base/problems.ts';
import { decodeStrictly, HEAD_LENGTH, markedEncoding } from '../encoding.ts';
import { LIMITS } from '../limits.ts';
import type { Beside } from '../parser.ts';
import { isNestedDeeper } from './depth.ts';

/** A saved page with its scripts never run. `close` lets go of its memory. */
export interface SavedPage {
  document: Document;
  close(): void;
}

/**
 * A saved page as a document: no script runs, nothing is fetched. Frames saved beside it and `srcdoc` frames hold their
 * content; any other frame has no document, as one of another address. Style sheets saved beside it are put in.
 * @param name the file's name; stands for the page's address where the page does not tell it
 * @throws ProblemError `file-too-large`, `file-too-deep`
 */
export async function openPage(name: string, bytes: Uint8Array, beside: Beside): Promise<SavedPage> {
  // Loaded only where there is a page to open: it takes half a second.
  const { JSDOM, VirtualConsole } = await import('jsdom');
  const html = decodeHtml(bytes);
  if (html.length > LIMITS.html.length)
    throw new ProblemError('file-too-large', {
      name,
      size: Math.ceil(bytes.length / 1e6),
      limit: LIMITS.html.length / 1e6,
    });
  if (isNestedDeeper(html, LIMITS.html.depth)) throw new ProblemError('file-too-deep', { name });
  const url = SAVED_FROM.exec(html.slice(0, HEAD_LENGTH))?.[1];
  const dom = new JSDOM(html, {
    url: url !== undefined && URL.canParse(url) ? url : `https://saved-page.invalid/${encodeURIComponent(name)}`,
    virtualConsole: new VirtualConsole(),
  });
  const { document } = dom.window;
  fillPage(document, {
    beside,
    folder: '',
    depth: 0,
    budget: { frames: LIMITS.html.frames, style: LIMITS.html.style },
  });
  return { document, close: () => dom.window.close() };
}

/** The remark that browsers leave on top of a page that they save. */
const SAVED_FROM = /<!--\s*saved from url=\(\d+\)(https?:\/\/\S+?)\s*-->/i;

interface Place {
  beside: Beside;
  /** Folder of the page at hand against that of the top page: '' or `a/b/`. */
  folder: string;
  depth: number;
  budget: { frames: number; style: number };
}

function fillPage(page: Document, place: Place): void {
  for (const link of page.querySelectorAll('link[rel~="stylesheet" i][href]')) {
    const content = place.budget.style > 0 && besideBytes(link.getAttribute('href'), place);
    if (!content) continue;
    const style = page.createElement('style');
    style.textContent = new TextDecoder().decode(content).slice(0, place.budget.style);
    place.budget.style -= style.textContent.length;
    link.replaceWith(style);
  }
  for (const frame of page.querySelectorAll<HTMLIFrameElement>('iframe, frame')) fillFrame(frame, place);
}

function fillFrame(frame: HTMLIFrameElement, place: Place): void {
  const source = frame.getAttribute('src')?.trim() ?? '';
  const written = frame.getAttribute('srcdoc');
  if (written === null && (source === '' || source === 'about:blank')) return;
  place.budget.frames -= 1;
  const within = place.depth < LIMITS.html.frameDepth && place.budget.frames >= 0;
  const content = within ? (written ?? decoded(besideBytes(source, place))) : undefined;
  const inner = frame.contentDocument;
  if (
    content === undefined ||
    content.length > LIMITS.html.length ||
    isNestedDeeper(content, LIMITS.html.depth) ||
    !inner
  ) {
    Object.defineProperty(frame, 'contentDocument', { value: null });
    return;
  }
  inner.open();
  inner.write(content);
  inner.close();
  const folder = written === null ? folderOf(place.folder + source) : place.folder;
  fillPage(inner, { ...place, folder, depth: place.depth + 1 });
}

const decoded = (bytes: Uint8Array | undefined): string | undefined => bytes && decodeHtml(bytes);

/** Only what is relative and plainly inside: no scheme, no root, no step up out of the page's folder. */
function besideBytes(reference: string | null, place: Place): Uint8Array | undefined {
  const plain = (reference ?? '').split(/[?#]/)[0] ?? '';
  if (plain === '' || /^(?:[a-z][\w+.-]*:|[\\/])/i.test(plain)) return undefined;
  const path = place.folder + decodeReference(plain);
  return path.split(/[\\/]/).includes('..') ? undefined : place.beside(path);
}

function decodeReference(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const folderOf = (path: string): string => decodeReference(path.slice(0, path.lastIndexOf('/') + 1));

/** Text of a page: by its byte-order mark, else as it declares, else UTF-8, else GB 18030 (which holds GBK and GB 2312). */
export function decodeHtml(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_LENGTH));
  const declared = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
  for (const encoding of [markedEncoding(bytes), declared, 'utf-8']) {
    const text = encoding && decodeStrictly(bytes, encoding);
    if (text !== undefined && text !== '') return text;
  }
  return new TextDecoder('gb18030').decode(bytes);
}
