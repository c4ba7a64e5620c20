import { cleanText, halfWidth } from '../base/text.ts';

const CODE = String.raw`[A-Z]{0,4}[\s-]?\d{1,4}(?:\.\d{1,3}){0,4}|[A-Z]{1,4}`;
const ALONE = new RegExp(`^(?:${CODE})$`, 'u');
/** JC101 标准化导则. What follows a figure in dates and counts is no name. */
const IN_FRONT = new RegExp(`^(${CODE})[\\s、.:—-]*(?=[\\p{Script=Han}《“])(?![年月日项个条份])(.+)$`, 'u');
/** 服务保障标准体系（BZ）, 服务保障 BZ. */
const BEHIND = new RegExp(`^(\\p{Script=Han}.*?)\\s*(?:[(]\\s*(${CODE})\\s*[)]|(?<=\\s)(${CODE}))$`, 'u');
/** How many there are, behind a name: （12项）, 12 项. */
const COUNT = /\s*(?:[(]?(?:共)?\s*\d{1,4}\s*[项个条][)]?|[(]\d{1,4}[)])$/u;

/** 第一层：服务提供标准体系 */
const LEVEL = /^第[一二三四五六七八九十\d]+[层级]\s*:\s*/u;

/** What a box of 体系图 says: a code, a name, or both. */
export function readBoxText(text: string): { code?: string; name?: string } {
  const plain = halfWidth(cleanText(text)).replace(COUNT, '').replace(LEVEL, '');
  if (plain === '') return {};
  if (ALONE.test(plain)) return { code: plain };
  const [, front, behindIt] = IN_FRONT.exec(plain) ?? [];
  if (front !== undefined && behindIt !== undefined) return { code: front, name: behindIt };
  const [, name, inBrackets, behind] = BEHIND.exec(plain) ?? [];
  const code = inBrackets ?? behind;
  return name !== undefined && code !== undefined ? { code, name } : { name: plain };
}
