import type { Block } from '../../base/block.ts';
import { cleanText, halfWidth, squeeze } from '../../base/text.ts';
import { chaptersOf } from './clauses.ts';
import { oncePerDocument } from './once.ts';
import { placesOf } from './places.ts';

/** Tables and figures of a standard by their captions, and where its text points to them. */

export interface Caption {
  what: '表' | '图';
  /** 1, A.1. */
  number: string;
  block: Block;
}

const CAPTION = /^(表|图)\s?((?:[A-Z][.．]?)?\d{1,3})(?![\d.．])(\s*)(.*)$/su;
/** How sentences go on behind 表1. */
const GOES_ON = /^(?:给出|规定|所[示列]|列出|提供|中|的|是|为|与|和|及|或|至|、|～|~|-|—|－|，|,)/u;
const LONGEST = 45;
/** A line such as 单位：天 may stand between a caption and its table. */
const UP_TO_TABLE = 2;

/** The captions in the order of the text. 表1（续） is none of its own. */
export const captionsOf = oncePerDocument((document): readonly Caption[] =>
  chaptersOf(document).flatMap(({ blocks }) => blocks.flatMap((block, index) => captionAt(block, blocks, index) ?? [])),
);

function captionAt(block: Block, blocks: readonly Block[], index: number): Caption | undefined {
  if (block.rows || block.text.length > LONGEST || !/^\s*[表图]/u.test(block.text)) return undefined;
  const text = cleanText(block.text);
  const [, what = '', number = '', gap = '', title = ''] = CAPTION.exec(text) ?? [];
  if (what === '' || GOES_ON.test(title) || /[。；;，,：:]/u.test(title) || /^[（(]续|续[）)]$/u.test(title))
    return undefined;
  const isBeforeTable = blocks.slice(index + 1, index + 1 + UP_TO_TABLE).some(({ rows }) => rows !== undefined);
  // 表1人员配置 without a gap is surely a caption only above its table.
  if (!(what === '表' && isBeforeTable) && (gap === '' || title === '')) return undefined;
  return { what: what as Caption['what'], number: plainNumber(number), block };
}

/** A1 and A．1 as A.1. */
const plainNumber = (number: string): string => halfWidth(number).replace(/^([A-Z])\.?/u, '$1.');

const MENTION =
  /(表|图)\s?(?:[A-Z][.．]?)?\d{1,3}(?:\s?[～~—–－\-至到、和及与，,]\s?(?:\1\s?)?(?:[A-Z][.．]?)?\d{1,3})*/gu;
const TO = /^[～~—–－\-至到]$/u;

/** Numbers of tables or figures to which the text points; `表1～表3` points to three. */
export const pointedTo = oncePerDocument((document): ReadonlySet<string> => {
  const captions = new Set(captionsOf(document).map(({ block }) => block));
  const pointed = new Set<string>();
  for (const { block } of chaptersOf(document).flatMap(placesOf)) {
    if (captions.has(block) || !/[表图]/u.test(block.text)) continue;
    for (const [all, what = ''] of block.text.matchAll(MENTION)) for (const one of spread(all, what)) pointed.add(one);
  }
  return pointed;
});

/** 表A.1～A.3 → 表A.1, 表A.2, 表A.3. */
function spread(text: string, what: string): string[] {
  const parts = squeeze(text).match(/(?:[A-Z][.．]?)?\d{1,3}|[～~—–－\-至到]/gu) ?? [];
  const found: string[] = [];
  parts.forEach((part, index) => {
    if (TO.test(part)) return;
    const number = plainNumber(part);
    const before = found.at(-1)?.slice(1) ?? '';
    const [stem, first, last] = [number.replace(/\d+$/, ''), lastOf(before), lastOf(number)];
    if (TO.test(parts[index - 1] ?? '') && last - first < 100)
      for (let next = first + 1; next < last; next += 1) found.push(`${what}${stem}${next}`);
    found.push(what + number);
  });
  return found;
}

const lastOf = (number: string): number => Number(/\d+$/.exec(number)?.[0] ?? 0);
