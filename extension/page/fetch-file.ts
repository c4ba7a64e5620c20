import { encodeBase64 } from '../../core/base/base64.ts';
import { ProblemError } from '../../core/base/problems.ts';
import { type FetchedFile, FILE_PART, FILE_SIZE, type FilePart } from '../messages/to-page.ts';

/** Milliseconds within which an attachment has to begin, and then has to go on. */
const PATIENCE = 30_000;

/** Attachments that were fetched and wait to be handed over. */
export interface Fetching {
  /**
   * Fetches an attachment of this page with the person's own session; a later one takes the place of one that is under way.
   * Rejects with `attachment-elsewhere`, `attachment-refused`, `attachment-slow`, `file-too-large`.
   */
  fetchFile(ask: { href: string; name: string }): Promise<FetchedFile>;
  /** The part of it that begins at this byte; the last one lets go of it. */
  filePart(ask: { number: number; offset: number }): Promise<FilePart>;
  /** Stops what is under way. */
  dropFile(): null;
}

/** @param page the page's own address: nothing of another host is ever asked for */
export function createFetching(signal: AbortSignal, page: () => string = () => location.href): Fetching {
  let under = new AbortController();
  let fetched: { number: number; content: Blob } | undefined;
  let last = 0;
  return {
    async fetchFile({ href, name }) {
      under.abort();
      under = new AbortController();
      fetched = undefined;
      const address = URL.canParse(href, page()) ? new URL(href, page()) : undefined;
      const isHere = address !== undefined && address.origin === new URL(page()).origin;
      if (!isHere || !/^https?:$/.test(address.protocol)) throw new ProblemError('attachment-elsewhere', { name });
      const content = await take(address, name, AbortSignal.any([signal, under.signal]));
      last += 1;
      fetched = { number: last, content };
      return { number: last, size: content.size, type: content.type.slice(0, 200) };
    },
    async filePart({ number, offset }) {
      if (fetched?.number !== number) throw new ProblemError('attachment-refused', { name: '', why: GONE });
      const part = fetched.content.slice(offset, offset + FILE_PART);
      const bytes = new Uint8Array(await part.arrayBuffer());
      if (offset + FILE_PART >= fetched.content.size) fetched = undefined;
      return { base64: new TextDecoder().decode(encodeBase64(bytes)) };
    },
    dropFile() {
      under.abort();
      fetched = undefined;
      return null;
    },
  };
}

const GONE = '已经停止';
const NO_ANSWER = '服务器没有答复';
const STATUS = '服务器答复 ';

/** Reads an answer piece by piece, so that one that is too large or never ends is left at once. */
async function take(address: URL, name: string, stopped: AbortSignal): Promise<Blob> {
  const slow = new AbortController();
  let timer = setTimeout(() => slow.abort(), PATIENCE);
  const tooLarge = (size: number): never => {
    throw new ProblemError('file-too-large', { name, size: Math.ceil(size / 1e6), limit: FILE_SIZE / 1e6 });
  };
  try {
    const answer = await fetch(address, {
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.any([stopped, slow.signal]),
    });
    if (!answer.ok || answer.body === null)
      throw new ProblemError('attachment-refused', { name, why: `${STATUS}${answer.status}` });
    const announced = Number(answer.headers.get('content-length') ?? 0);
    if (announced > FILE_SIZE) tooLarge(announced);
    const pieces: BlobPart[] = [];
    let size = 0;
    const reader = answer.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      clearTimeout(timer);
      timer = setTimeout(() => slow.abort(), PATIENCE);
      size += value.length;
      if (size > FILE_SIZE) tooLarge(size);
      pieces.push(value as Uint8Array<ArrayBuffer>);
    }
    return new Blob(pieces, { type: answer.headers.get('content-type') ?? '' });
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    if (slow.signal.aborted) throw new ProblemError('attachment-slow', { name }, error);
    throw new ProblemError('attachment-refused', { name, why: stopped.aborted ? GONE : NO_ANSWER }, error);
  } finally {
    clearTimeout(timer);
  }
}
