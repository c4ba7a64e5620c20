import type { DocumentModel } from '../document/model.ts';
import { capture } from '../page/capture.ts';
import { readPage } from '../readers/index.ts';
import type { ReadOptions } from './options.ts';
import { openPage } from './saved-page.ts';

/**
 * The bytes of a saved page as a document model, read the same way as the page itself in the browser.
 * @throws ProblemError as `openPage`
 */
export async function readHtml(name: string, bytes: Uint8Array, options: ReadOptions): Promise<DocumentModel> {
  const page = await openPage(name, bytes, options.beside ?? (() => undefined));
  try {
    const snapshot = await capture(page.document);
    const model = readPage(snapshot, options.stage ? { stage: options.stage } : {});
    return { ...model, uri: options.uri, sha256: options.sha256 };
  } finally {
    page.close();
  }
}
