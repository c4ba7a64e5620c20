import type { Block } from '../base/block.ts';
import type { Source } from '../base/source.ts';
import { halfWidth, squeeze } from '../base/text.ts';
import type { FieldState, FieldValue } from '../document/vocabulary.ts';

/** The box of secrecy, as far as its mark needs it; every field is one. */
export interface SecrecyBox {
  state: FieldState;
  value?: FieldValue;
  sources: readonly Source[];
}

export interface ClassifiedMark {
  mark: string;
  source: Source;
}

/** A mark that stands alone: 机密★1年, 秘密 ★ 长期, 绝密, with a degree of urgency behind it or not. */
const MARK =
  /^(绝密|机密|秘密|工作秘密|内部(?:资料|文件|使用|事项)?)(?:[,，、;；]?(?:注意保存|注意保密|严禁外传|不得外传|请勿外传|妥善保管))?(?:[★☆*].{0,12}|[(（]?\d{1,2}年[)）]?)?(?:特急|加急|急件|特提|平急)?$/u;
/** With the star it is a mark wherever it stands alone. */
const STARRED = /^(绝密|机密|秘密)[★☆].{0,12}$/u;
const STAR = /[★☆]/u;
/** Blocks from the top in which a mark without a star is one. */
const TOP_BLOCKS = 12;

/**
 * The classified mark of a document, from its secrecy box or standing alone at the top of its text. Words in a sentence
 * (严守国家秘密) are none, and neither are 无, 普通, 公开.
 */
export function findClassified(secrecy: SecrecyBox, blocks: readonly Block[]): ClassifiedMark | undefined {
  const [source] = secrecy.sources;
  const boxed =
    secrecy.state === 'present' && typeof secrecy.value === 'string' ? MARK.exec(plainOf(secrecy.value)) : null;
  if (boxed?.[1] && source) return { mark: boxed[1], source };
  let above = 0;
  for (const block of blocks) {
    if (block.hidden) continue;
    const inBody = block.region === 'body' && above < TOP_BLOCKS;
    for (const line of inBody || STAR.test(block.text) ? linesOf(block) : []) {
      const match = STARRED.exec(line) ?? (inBody ? MARK.exec(line) : null);
      if (match?.[1]) return { mark: match[1], source: block.source };
    }
    if (block.region === 'body' && block.kind !== 'header' && block.text !== '') above += 1;
  }
  return undefined;
}

function linesOf(block: Block): string[] {
  return block.text.length > 400 && !block.rows ? [] : block.text.split(/[\n\t]/u).map(plainOf);
}

function plainOf(text: string): string {
  return halfWidth(squeeze(text)).replace(/^密级[:：]?/u, '');
}
