import { ProblemError } from '../../core/base/problems.ts';
import type { readHtml as Read } from '../../core/files/html/read.ts';

/**
 * Takes the place of the parser of saved pages in what is shipped (wxt.config.ts): that one brings a browser's document with it,
 * and whoever sits in a browser opens the page there and has it read as a page.
 */
export const readHtml: typeof Read = async () => {
  throw new ProblemError('file-saved-page');
};
