import type { Block } from '../../base/block.ts';
import { findDates } from '../../base/dates.ts';
import { squeeze } from '../../base/text.ts';
import { startOfAnnexes } from '../../document/attachments.ts';
import type { DocumentModel } from '../../document/model.ts';
import { oncePerDocument } from './once.ts';
import { partUnread } from './sight.ts';

/** The text of all blocks, one below the other: where a word is not in it, no block needs to be asked. */
export const wholeTextOf = oncePerDocument(({ blocks }): string => blocks.map(({ text }) => text).join('\n'));

/** The document's own text: no form around it, nothing out of sight. Its tables and annexes are part of it. */
export const bodyOf = oncePerDocument(({ blocks }): readonly Block[] =>
  blocks.filter(({ region, hidden }) => region === 'body' && !hidden),
);

/** The text of the document proper: its body without tables and without what stands behind 附件1 or 附录A. */
export const ownTextOf = oncePerDocument((document): readonly Block[] => {
  const shown = document.blocks.filter(({ hidden }) => !hidden);
  const annexes = new Set(shown.slice(startOfAnnexes(shown)));
  return bodyOf(document).filter((block) => !block.rows && !annexes.has(block));
});

/**
 * So much of the text proper as is surely that. Where a part was not read, the heading of an annex may be in it: then
 * only the line with which the document begins is sure, and what stands before the day under the signature.
 */
export function sureTextOf(document: DocumentModel): readonly Block[] {
  const text = ownTextOf(document);
  if (!partUnread(document)) return text;
  const opening = text[0] === bodyOf(document)[0] ? 1 : 0;
  return text.slice(0, Math.max(opening, text.findIndex(({ text: line }) => isDateLine(line)) + 1));
}

function isDateLine(line: string): boolean {
  const [date] = findDates(line);
  return date?.iso !== undefined && squeeze(date.raw) === squeeze(line);
}
