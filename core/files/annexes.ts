import type { Block } from '../base/block.ts';
import { cleanText, squeeze } from '../base/text.ts';
import { listedAttachments } from '../document/attachments.ts';
import type { Attachment } from '../document/model.ts';

const MARK = /^附件\d{0,2}[:：]?$/u;
const TITLE_LENGTH = 60;

/**
 * The annexes that stand in a document's own file, behind its text: 附件1 on a line, the title on the next.
 * [] when fewer stand there than the text lists: the others may be files of their own, and nobody can say that they are missing.
 */
export function annexesOf(blocks: readonly Block[]): Attachment[] {
  const shown = blocks.filter((block) => block.kind !== 'header' && block.kind !== 'footer');
  const annexes = shown.flatMap((block, index): Attachment[] => {
    const title = shown[index + 1];
    if (!block.text.includes('附') || !MARK.test(squeeze(block.text)) || !title || title.rows) return [];
    const name = cleanText(title.text.replaceAll('\n', ''));
    return name === '' || name.length > TITLE_LENGTH ? [] : [{ name, how: 'attached', source: title.source }];
  });
  return annexes.length < listedAttachments(blocks).length ? [] : annexes;
}
