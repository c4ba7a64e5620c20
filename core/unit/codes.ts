import { halfWidth, squeeze } from '../base/text.ts';

/** The form in which codes of a system are compared: JC 101, jc-101 → JC101. */
export const codeKey = (code: string): string =>
  halfWidth(squeeze(code))
    .toUpperCase()
    .replace(/(?<=[A-Z])-(?=\d)/u, '');

/** Whether a code is another one or one of its parts: 201.3 is of 201, 2011 is not. Both as keys. */
export const isPartOf = (code: string, above: string): boolean => code === above || code.startsWith(`${above}.`);

/** Whether a number is what comes behind one with a digit less, or goes on from there: 10 and 11 behind 9. */
function isRun(letters: string, number: string, all: ReadonlySet<string>): boolean {
  let before = Number(number) - 1;
  while (String(before).length === number.length && all.has(`${letters}${before}`)) before -= 1;
  return String(before).length < number.length && all.has(`${letters}${before}`);
}

/**
 * Whether a code begins with another one as offices number what stands below a box: 201.3 below 201, 101 below 1, JC101 below
 * JC and JC1; 10 is not below 1 where it comes behind 9. Keys. @param all the codes that there are
 */
function isBelow(code: string, above: string, all: ReadonlySet<string>): boolean {
  if (code === above || !code.startsWith(above)) return false;
  const rest = code.slice(above.length);
  if (rest.startsWith('.')) return true;
  if (!/^\d/u.test(rest)) return false;
  if (/[A-Z]$/u.test(above)) return true;
  const [, letters = '', number = ''] = /^(\D*)(\d+)/u.exec(code) ?? [];
  return number.length - above.length + letters.length > 1 || !isRun(letters, number, all);
}

/** The nearest code above one by how they are written; undefined where none is. Keys. */
export function codeAbove(code: string, all: ReadonlySet<string>): string | undefined {
  for (let end = code.length - 1; end > 0; end -= 1) {
    const above = code.slice(0, end);
    if (all.has(above) && isBelow(code, above, all)) return above;
  }
  return undefined;
}
