import { fillSlots } from '../base/text.ts';
import { USAGE } from './words.ts';

/** The command was written wrongly; told on standard error, exit 2. */
export class UsageError extends Error {
  constructor(code: keyof typeof USAGE, slots: Readonly<Record<string, string | number>> = {}) {
    super(fillSlots(USAGE[code], slots));
    this.name = 'UsageError';
  }
}

/** Text for a terminal: whatever could move the cursor, hide text or turn its direction is shown as its code. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
