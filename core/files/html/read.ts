import { withTextOfPage } from '../../document/own-text.ts';
import { capture } from '../../page/capture.ts';
import { partsOfSnapshot } from '../../readers/index.ts';
import type { FileInput, FileParts } from '../parser.ts';
import { openPage } from './saved-page.ts';

/**
 * The parts of a saved page, read the same way as the page itself in the browser; `uri` is the page's own address.
 * @throws ProblemError as `openPage`
 */
export async function readHtml({ name, bytes, beside, within }: FileInput): Promise<FileParts> {
  const page = await openPage(name, bytes, beside ?? (() => undefined), within);
  try {
    const snapshot = await capture(page.document);
    const told = snapshot.gaps.some(({ kind, frame }) => kind === 'styles' && frame === '');
    if (page.stylesCut && !told) snapshot.gaps.push({ kind: 'styles', frame: '' });
    const parts = partsOfSnapshot(snapshot);
    return { ...parts, blocks: withTextOfPage(parts.blocks) };
  } finally {
    page.close();
  }
}
