import { cleanText } from '../base/text.ts';

/** Text as shown, with its tabs and line ends kept and everything else cleaned. */
export function tidy(text: string): string {
  if (!text.includes('\n') && !text.includes('\t')) return cleanText(text);
  return text
    .split('\n')
    .map((line) =>
      line
        .split('\t')
        .map(cleanText)
        .join('\t')
        .replace(/^\t+|\t+$/g, ''),
    )
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
}
