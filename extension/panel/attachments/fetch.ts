import { decodeBase64 } from '../../../core/base/base64.ts';
import { ProblemError } from '../../../core/base/problems.ts';
import { askPage } from '../../messages/ask-page.ts';
import type { Ways } from './checking.ts';

/** The page's process gave other bytes than it had announced. */
const CHANGED = '取到的内容不完整';

/** Fetches attachments through the content script of a tab, with the person's own session there. */
export function fetchIn(tabId: number): Ways['fetch'] {
  return async ({ href, name }, moved, stop) => {
    const drop = (): void => void askPage(tabId, 0, 'dropFile', {}).catch(() => undefined);
    stop.addEventListener('abort', drop);
    try {
      const { number, size, type } = await askPage(tabId, 0, 'fetchFile', { href, name });
      const parts: Uint8Array<ArrayBuffer>[] = [];
      let done = 0;
      while (done < size) {
        stop.throwIfAborted();
        moved(done, size);
        const { base64 } = await askPage(tabId, 0, 'filePart', { number, offset: done });
        const bytes = decodeBase64(new TextEncoder().encode(base64));
        if (bytes === undefined || bytes.length === 0 || done + bytes.length > size)
          throw new ProblemError('attachment-refused', { name, why: CHANGED });
        parts.push(bytes);
        done += bytes.length;
      }
      return new Blob(parts, { type });
    } finally {
      stop.removeEventListener('abort', drop);
    }
  };
}
