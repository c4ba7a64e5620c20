import type { Block } from '../base/block.ts';
import { cleanText } from '../base/text.ts';

/** What titles of forms, records and standards end with. */
const TITLE_END = /(?:表|单|记录|台账|登记簿|清单|目录|计划|总结|报告|方案|指南|制度|规范|规程|办法|细则|导则|手册)$/u;
const TITLE_BLOCKS = 8;
const TITLE_LENGTH = 40;

/** The line at the top of a file that names it; undefined when none is sure. */
export function firstLineTitle(blocks: readonly Block[]): string | undefined {
  return blocks
    .slice(0, TITLE_BLOCKS)
    .filter(({ kind, region }) => region === 'body' && (kind === 'paragraph' || kind === 'heading'))
    .map(({ text }) => cleanText(text))
    .find((text) => text.length <= TITLE_LENGTH && TITLE_END.test(text) && !/[。；：:，,]/u.test(text));
}
