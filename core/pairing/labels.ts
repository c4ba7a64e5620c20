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

/** A label as shown, without its stars and its colon. */
export function plainLabel(text: string): string {
  return cleanText(text)
    .replace(/^[*＊\s]+|(?<![*＊\s])[*＊\s]+$/g, '')
    .replace(/\s*[:：]$/, '')
    .replace(/(?<![*＊\s])[*＊\s]+$/g, '');
}
