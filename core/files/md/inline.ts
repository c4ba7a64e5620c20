import { tidy } from '../tidy.ts';

/** Marks of a text, the longer ones first: what stands between them stays. A mark inside a word is a sign as it stands. */
const PAIRED = [
  /(?<![\w*])\*\*(?=[^\s*])([^\n]+?)(?<=[^\s*])\*\*(?![\w*])/g,
  /\*\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*\*/g,
  /(?<!\w)__(?=[^\s_])([^\n]+?)(?<=[^\s_])__(?!\w)/g,
  /(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*(?![\w*])/g,
  /(?<!\w)_(?=[^\s_])([^_\n]+?)(?<=[^\s_])_(?!\w)/g,
  /~~(?=\S)([^~\n]+?)(?<=\S)~~/g,
] as const;
/** Signs behind a back-slash stand for themselves; until marks are gone they are kept as these. */
const ESCAPED = /\\([!-/:-@[-`{-~])/g;
const KEPT = 0xf0000;

/** A line as it is shown: marks of emphasis, addresses of links, pictures and tags taken out. */
export function shownText(line: string): string {
  if (!/[\\`*_~[<&]/.test(line)) return tidy(line);
  let text = line
    .replace(ESCAPED, (_, sign: string) => String.fromCodePoint(KEPT + sign.charCodeAt(0)))
    .replace(/<!--.{0,500}?-->/g, '')
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<(https?:\/\/[^\s<>]+|mailto:[^\s<>]+)>/gi, '$1')
    .replace(/<\/?[a-z][^<>]{0,500}>/gi, '')
    .replace(/!\[[^[\]]{0,300}\](?:\([^()]{0,2000}\)|\[[^[\]]{0,300}\])/g, '')
    .replace(/\[([^[\]]{0,300})\](?:\([^()]{0,2000}\)|\[[^[\]]{0,300}\])/g, '$1')
    .replace(/(`{1,3})([^`]+)\1(?!`)/g, '$2');
  for (const mark of PAIRED) text = text.replace(mark, '$1');
  text = text.replace(/&(nbsp|ensp|emsp|amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name] ?? '');
  return tidy(
    text.replace(/[\u{F0000}-\u{F007F}]/gu, (sign) => String.fromCharCode((sign.codePointAt(0) ?? 0) - KEPT)),
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: '\u3000',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
};

/** Pictures that a line shows. */
export const picturesIn = (line: string): number => line.match(/!\[[^[\]]{0,300}\](?:\(|\[)|<img\s/gi)?.length ?? 0;
