import type { PDFPageProxy } from 'pdfjs-dist';
import { ProblemError } from '../../base/problems.ts';
import { cleanText, withWholeSigns } from '../../base/text.ts';
import { type Matrix, times } from '../layout/matrix.ts';
import type { TextPiece } from '../layout/page.ts';
import type { PagesContent } from '../layout/parts.ts';
import { dayOf } from '../properties.ts';
import { characterMap } from './cmaps.ts';
import { type Drawing, traceDrawing } from './drawing.ts';
import { linkedPorts } from './ports.ts';

/** The only file that knows the library for PDF. */

export interface PdfPage {
  width: number;
  height: number;
  /** In no order. */
  pieces: TextPiece[];
  /** Rulings and pictures; costs more than the text. */
  drawing(): Promise<Drawing>;
  /** Lets go of what was read of it. */
  end(): void;
}

/** A box of a form that was filled in on a screen: drawn over the page, no part of its text. */
interface FilledField {
  page: number;
  text: string;
  box: readonly number[];
}

export interface PdfFile extends Pick<PagesContent, 'info' | 'attached' | 'signatures'> {
  pages: number;
  /** A page from 1 on. Throws whatever the library throws. */
  page(number: number): Promise<PdfPage>;
  close(): Promise<void>;
}

/**
 * Classes of the browser that the library names when it is loaded and uses only to paint, and the one call that the oldest
 * browser of those supported does not know.
 */
function withStandIns(): void {
  const known: Record<string, unknown> = globalThis as never;
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) known[name] ??= class {};
  Promise.withResolvers ??= function withResolvers<Value>() {
    let resolve: PromiseWithResolvers<Value>['resolve'] = () => {};
    let reject: PromiseWithResolvers<Value>['reject'] = () => {};
    const promise = new Promise<Value>((yes, no) => {
      [resolve, reject] = [yes, no];
    });
    return { promise, resolve, reject };
  };
}

type Display = typeof import('pdfjs-dist');
interface Library extends Pick<Display, 'getDocument' | 'OPS' | 'PDFWorker'> {
  /** The part that reads, which usually sits in a worker. */
  core: { initializeFromPort(port: unknown): void };
}
let loaded: Promise<Library> | undefined;

/**
 * The library, loaded with the first file, in the build for older engines: it suits Node and every browser that is supported.
 * Both of its parts work in this thread: whoever reads files sits in a worker already.
 */
function library(): Promise<Library> {
  loaded ??= (async () => {
    withStandIns();
    const { WorkerMessageHandler: core } = await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs');
    const { getDocument, OPS, PDFWorker } = await import('pdfjs-dist/legacy/build/pdf.min.mjs');
    return { getDocument, OPS, PDFWorker, core };
  })();
  return loaded;
}

/** Hands out the tables of encodings, and nothing else that the library would fetch. */
class PackedData {
  fetch = async ({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> => {
    if (kind !== 'cMapUrl') throw new Error(`not packed: ${filename}`);
    return characterMap(filename);
  };
}

/**
 * Opens a PDF. Its bytes are copied, since the library takes what it is given.
 * @throws ProblemError `file-encrypted`, `file-broken-pdf`
 */
export async function openPdf(bytes: Uint8Array, name: string): Promise<PdfFile> {
  const { getDocument, PDFWorker, core } = await library();
  const [here, there] = linkedPorts();
  const worker = new PDFWorker({ port: here as never, verbosity: 0 });
  core.initializeFromPort(there);
  const task = getDocument({
    worker,
    data: Uint8Array.from(bytes),
    BinaryDataFactory: PackedData as never,
    cMapUrl: './',
    standardFontDataUrl: './',
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWasm: false,
    enableXfa: false,
    // Pictures are left out before they are unpacked.
    maxImageSize: 0,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    verbosity: 0,
  });
  const close = async (): Promise<void> => {
    await quietly(task.destroy());
    worker.destroy();
  };
  const failed = (error: unknown): ProblemError => {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    return new ProblemError(isLocked ? 'file-encrypted' : 'file-broken-pdf', { name }, error);
  };
  try {
    const document = await task.promise;
    const fields = await quietly(document.getFieldObjects());
    const filled = [...(fields?.values() ?? [])].flat().flatMap(filledField);
    return {
      pages: document.numPages,
      info: infoOf(await quietly(document.getMetadata())),
      attached: namesOf(await quietly(document.getAttachments())),
      signatures: (await quietly(document.getSignatures()))?.length ?? 0,
      page: async (number) => {
        const page = await document.getPage(number);
        return readPage(
          page,
          filled.filter((field) => field.page === number),
        );
      },
      close,
    };
  } catch (error) {
    await close();
    throw failed(error);
  }
}

interface FieldObject {
  type?: string;
  value?: unknown;
  page?: number;
  rect?: readonly number[];
  hidden?: boolean;
}

function filledField({ type, value, page, rect, hidden }: FieldObject): FilledField[] {
  if (type !== 'text' || typeof value !== 'string' || value.trim() === '' || hidden) return [];
  return page === undefined || rect?.length !== 4 ? [] : [{ page: page + 1, text: value, box: rect }];
}

/** What stands beside the text may be broken: then it is as if it were not there. */
async function quietly<Value>(asked: Promise<Value>): Promise<Value | undefined> {
  try {
    return await asked;
  } catch {
    return undefined;
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? cleanText(value) : '');

function infoOf(metadata: { info?: object } | undefined): PagesContent['info'] {
  const { Title, Author, CreationDate, ModDate } = (metadata?.info ?? {}) as Record<string, unknown>;
  const [since, until] = [dayOf(textOf(CreationDate)), dayOf(textOf(ModDate))];
  return { title: textOf(Title), author: textOf(Author), since, until };
}

/** Attached files by their names, or by what they are listed under. */
const namesOf = (attachments: ReadonlyMap<string, { filename?: unknown }> | null | undefined): string[] =>
  [...(attachments ?? [])].map(([key, file]) => textOf(file.filename) || textOf(key));

/** A line that rises by more than this on its way is not upright. */
const SLOPE = 0.1;
/** Size of the letters in a form's box, which does not say it in a way that is read here. */
const FIELD_SIZE = 12;

async function readPage(page: PDFPageProxy, filled: readonly FilledField[]): Promise<PdfPage> {
  const view = page.getViewport({ scale: 1 });
  const toPage = view.transform as unknown as Matrix;
  const { items } = await page.getTextContent();
  const pieces: TextPiece[] = [];
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const [a, b, , , x, y] = times(toPage, item.transform as unknown as Matrix);
    const fontSize = Math.hypot(item.transform[2], item.transform[3]) || item.height;
    const turned = a <= 0 || Math.abs(b) > a * SLOPE;
    pieces.push({ text: withWholeSigns(item.str), x, y, width: item.width, fontSize, ...(turned && { turned }) });
  }
  for (const { text, box } of filled) {
    const [left = 0, bottom = 0, right = 0, top = 0] = box;
    const [, , , , x, y] = times(toPage, [1, 0, 0, 1, Math.min(left, right), Math.max(bottom, top)]);
    const lines = text.split(/\r\n?|\n/);
    const fontSize = Math.min(FIELD_SIZE, Math.abs(top - bottom) / (lines.length + 0.2));
    for (const [index, line] of lines.entries())
      if (line.trim() !== '')
        pieces.push({ text: line, x: x + 2, y: y + (index + 1) * fontSize, width: line.length * fontSize, fontSize });
  }
  return {
    width: view.width,
    height: view.height,
    pieces,
    drawing: async () => {
      const { OPS } = await library();
      const list = await page.getOperatorList({ annotationMode: 0 });
      return traceDrawing(list, OPS, toPage);
    },
    end: () => void page.cleanup(),
  };
}
