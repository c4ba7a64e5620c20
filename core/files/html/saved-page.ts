import { ProblemError } from '../../base/problems.ts';
import { type Budget, budgetFor } from '../budget.ts';
import { decodeStrictly, HEAD_LENGTH, markedEncoding } from '../encoding.ts';
import { LIMITS } from '../limits.ts';
import type { Beside, Within } from '../parser.ts';
import { type HtmlMeasure, measureHtml } from './measure.ts';
import { rulesOfSight } from './style.ts';

/** A saved page with its scripts never run. `close` lets go of its memory. */
export interface SavedPage {
  document: Document;
  /** It has more style rules than were looked at: what is out of sight may be read as if it were seen. */
  stylesCut: boolean;
  close(): void;
}

/**
 * A saved page as a document: no script runs, nothing is fetched. Frames saved beside it and `srcdoc` frames hold their
 * content; any other frame has no document, as one of another address. Style sheets saved beside it are put in.
 * @param name the file's name; stands for the page's address where the page does not tell it
 * @param within what stands in the page's own file, in place of what was saved beside it
 * @throws ProblemError `file-too-large`, `file-too-deep`, `file-too-much`
 */
export async function openPage(name: string, bytes: Uint8Array, beside: Beside, within?: Within): Promise<SavedPage> {
  const html = decodeHtml(bytes);
  if (html.length > LIMITS.html.length)
    throw new ProblemError('file-too-large', {
      name,
      size: Math.ceil(bytes.length / 1e6),
      limit: LIMITS.html.length / 1e6,
    });
  const filling: Filling = {
    name,
    beside,
    budget: budgetFor(name),
    left: { length: LIMITS.html.length - html.length, style: LIMITS.html.style, rules: LIMITS.html.rules },
    stylesCut: false,
    ...(within && { within }),
  };
  const measure = measureHtml(html, LIMITS.html.depth, filling.budget);
  if (measure.tooDeep) throw new ProblemError('file-too-deep', { name });
  // Loaded only where there is a page to open: it takes half a second.
  const { JSDOM, VirtualConsole } = await import('jsdom');
  const url = within ? WEB_ADDRESS.exec(within.address)?.[0] : SAVED_FROM.exec(html.slice(0, HEAD_LENGTH))?.[1];
  const dom = new JSDOM(withStylesOfSight(html, measure, filling), {
    url: url !== undefined && URL.canParse(url) ? url : `https://saved-page.invalid/${encodeURIComponent(name)}`,
    virtualConsole: new VirtualConsole(),
  });
  const { document } = dom.window;
  showBody(document.body);
  fillPage(document, { filling, folder: '', address: within?.address ?? '', depth: 0 });
  return { document, stylesCut: filling.stylesCut, close: () => dom.window.close() };
}

/** A page whose body is out of sight until its scripts have run: they never run here, and nobody saves a page to show nothing. */
function showBody(body: HTMLElement | null): void {
  for (const name of ['visibility', 'display', 'opacity']) {
    const value = body?.style.getPropertyValue(name);
    if (value === 'hidden' || value === 'none' || value === '0') body?.style.removeProperty(name);
  }
}

/** The remark that browsers leave on top of a page that they save. */
const SAVED_FROM = /<!--\s*saved from url=\(\d+\)(https?:\/\/\S+?)\s*-->/i;

const WEB_ADDRESS = /^https?:\/\/\S+$/i;

/** What the filling of one page with all its frames shares. */
interface Filling {
  name: string;
  beside: Beside;
  within?: Within;
  budget: Budget;
  /** Characters of pages and of style sheets, and style rules, that may still be taken in. */
  left: { length: number; style: number; rules: number };
  stylesCut: boolean;
}

interface Place {
  filling: Filling;
  /** Folder of the page at hand against that of the top page: '' or `a/b/`. */
  folder: string;
  /** Address of the page at hand among those that stand in one file. */
  address: string;
  depth: number;
}

function fillPage(page: Document, place: Place): void {
  for (const link of page.querySelectorAll('link[rel~="stylesheet" i][href]')) {
    const content = besideBytes(link.getAttribute('href'), place);
    if (!content) continue;
    const style = page.createElement('style');
    style.textContent = styleOfSight(new TextDecoder().decode(content), place.filling);
    link.replaceWith(style);
  }
  for (const frame of page.querySelectorAll<HTMLIFrameElement>('iframe, frame')) fillFrame(frame, place);
}

/** A page whose style elements hold only what tells what is seen. */
function withStylesOfSight(html: string, { styles }: HtmlMeasure, filling: Filling): string {
  let text = '';
  let at = 0;
  for (const [from, to] of styles) {
    text += html.slice(at, from) + styleOfSight(html.slice(from, to), filling);
    at = to;
  }
  return text + html.slice(at);
}

function styleOfSight(sheet: string, filling: Filling): string {
  const { left } = filling;
  const { text, rules, cut } = rulesOfSight(sheet.slice(0, left.style), left.rules);
  if (cut || sheet.length > left.style) filling.stylesCut = true;
  left.style = Math.max(0, left.style - sheet.length);
  left.rules -= rules;
  return text;
}

function fillFrame(frame: HTMLIFrameElement, place: Place): void {
  const source = frame.getAttribute('src')?.trim() ?? '';
  const written = frame.getAttribute('srcdoc');
  if (written === null && (source === '' || source === 'about:blank')) return;
  const within = place.depth < LIMITS.html.frameDepth;
  const content = within ? pageWithin(written ?? decoded(besideBytes(source, place)), place.filling) : undefined;
  const inner = frame.contentDocument;
  if (content === undefined || !inner) {
    Object.defineProperty(frame, 'contentDocument', { value: null });
    return;
  }
  inner.open();
  inner.write(content);
  inner.close();
  const folder = written === null ? folderOf(place.folder + source) : place.folder;
  const address = written === null ? wholeAddress(source, place.address) : place.address;
  fillPage(inner, { ...place, folder, address, depth: place.depth + 1 });
}

/** The content of a frame as it may be written into it; undefined where it goes beyond what the page may hold in all. */
function pageWithin(content: string | undefined, filling: Filling): string | undefined {
  const { name, budget, left } = filling;
  if (content === undefined || content.length > left.length) return undefined;
  left.length -= content.length;
  try {
    // Measured by itself first: a frame that is too much takes nothing from the frames behind it.
    const measure = measureHtml(content, LIMITS.html.depth, budgetFor(name));
    if (measure.tooDeep) return undefined;
    for (const what of ['tags', 'attributes', 'frames'] as const) budget.spend(what, measure[what]);
    return withStylesOfSight(content, measure, filling);
  } catch (error) {
    if (error instanceof ProblemError) return undefined;
    throw error;
  }
}

const decoded = (bytes: Uint8Array | undefined): string | undefined => bytes && decodeHtml(bytes);

/** What a page names by a reference: in its own file where it is one of several pages of one, else beside it. */
function besideBytes(reference: string | null, place: Place): Uint8Array | undefined {
  const { within } = place.filling;
  return within ? within.bytesOf(wholeAddress(reference ?? '', place.address)) : bytesBeside(reference, place);
}

/** An address as a page at another one means it. */
function wholeAddress(reference: string, from: string): string {
  const plain = reference.trim().split('#')[0] ?? '';
  return plain !== '' && URL.canParse(plain, from) ? new URL(plain, from).href : plain;
}

/** Only what is relative and plainly inside: no scheme, no root, no step up out of the page's folder. */
function bytesBeside(reference: string | null, place: Place): Uint8Array | undefined {
  const plain = (reference ?? '').split(/[?#]/)[0] ?? '';
  if (plain === '' || /^(?:[a-z][\w+.-]*:|[\\/])/i.test(plain)) return undefined;
  const path = place.folder + decodeReference(plain);
  return path.split(/[\\/]/).includes('..') ? undefined : place.filling.beside(path);
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
