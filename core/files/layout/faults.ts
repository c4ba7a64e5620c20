import type { DrawnPage } from './page.ts';

/** Why the text of a page was not read: there is none, no font explains it, it stands across. */
export type PageFault = 'picture' | 'garbled' | 'turned';

/** A page without text that draws so many shapes shows letters; a form has fewer. */
const LETTERS_DRAWN = 60;
/** So many letters that are not upright are the text of a page, and no stamp. */
const LETTERS_TURNED = 30;
/** Letters that mean nothing without their font: of private use, replacements, controls. */
const NO_LETTER = /[\p{Co}\p{Cc}\ufffd]/gu;
const NO_ASCII = /[^\s!-~]/gu;
const NO_WORD = /[\s!-/:-@]+/gu;
/** Such a part of a text's letters beside ASCII, and of all its letters: no marks of lists, but a font of its own. */
const GARBLED = 0.2;
const GARBLED_OF_ALL = 0.05;

/**
 * What is wrong with the text of a page; undefined where it can be read, or where none stands on it.
 * @param shapes drawn on it that may be letters
 */
export function faultOf(
  { pieces, pictures }: Pick<DrawnPage, 'pieces' | 'pictures'>,
  shapes: number,
): PageFault | undefined {
  const upright = pieces.flatMap(({ text, turned }) => (turned ? [] : text)).join('');
  if (isGarbled(upright)) return 'garbled';
  if (upright.trim() !== '') return undefined;
  const turned = pieces.reduce((sum, { text }) => sum + text.trim().length, 0);
  if (turned >= LETTERS_TURNED) return 'turned';
  return pictures.length > 0 || shapes >= LETTERS_DRAWN ? 'picture' : undefined;
}

function isGarbled(text: string): boolean {
  if (text.search(NO_LETTER) < 0) return false;
  const shown = text.replace(NO_WORD, '');
  const lost = shown.match(NO_LETTER)?.length ?? 0;
  return lost > GARBLED_OF_ALL * shown.length && lost >= GARBLED * (shown.match(NO_ASCII)?.length ?? 0);
}
