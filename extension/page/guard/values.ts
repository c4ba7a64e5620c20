/** Controls that are looked at: more has no form, and each look has its price. */
const MOST_CONTROLS = 20_000;
/** Characters of one value that are looked at. */
const LONGEST = 500;

/**
 * A number that is another one when a box was filled in, ticked or cleared: scripts do that without a trace in the document.
 * Only reads.
 */
export function valuesOf(roots: Iterable<Document | ShadowRoot>): number {
  let sum = 0;
  let left = MOST_CONTROLS;
  const fold = (part: number): void => {
    sum = (Math.imul(sum, 31) + part) | 0;
  };
  for (const root of roots) {
    for (const control of root.querySelectorAll<HTMLInputElement>('input,select,textarea')) {
      left -= 1;
      if (left < 0) return sum;
      const { type, value, checked } = control;
      if (type === 'password') continue;
      fold(value.length);
      for (let at = 0; at < Math.min(value.length, LONGEST); at += 1) fold(value.charCodeAt(at));
      if (checked) fold(1);
    }
  }
  return sum;
}
