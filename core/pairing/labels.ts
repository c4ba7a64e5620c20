import { cleanText } from '../base/text.ts';

/** Knows the words of labels. */
export type IsLabel = (text: string) => boolean;

/** Longest text that may be a label. */
export const LABEL_LIMIT = 30;

const TRAILING_NOTE = /[（(][^（）()]{1,20}[）)](?=\s*[:：]?\s*$)/;

/** True when the text is a label as it stands, or without a note in brackets: 拟稿人（及联系电话）. */
export function isLabelText(text: string, isLabel: IsLabel): boolean {
  const plain = cleanText(text);
  if (plain === '' || plain.length > LABEL_LIMIT) return false;
  return isLabel(plain) || (TRAILING_NOTE.test(plain) && isLabel(plain.replace(TRAILING_NOTE, '')));
}

/** A star in brackets behind a label, as some forms mark a box that must be filled: 培训编号：(*). */
const BRACKETED_STAR = /\s*[（(]\s*[*＊]\s*[）)]\s*$/;

/** A text without the star in brackets behind it. */
export const withoutMark = (text: string): string => text.replace(BRACKETED_STAR, '');

/** A label as shown, without its stars and its colon. */
export function plainLabel(text: string): string {
  return withoutMark(cleanText(text))
    .replace(/^[*＊\s]+|(?<![*＊\s])[*＊\s]+$/g, '')
    .replace(/\s*[:：]$/, '')
    .replace(/(?<![*＊\s])[*＊\s]+$/g, '');
}
