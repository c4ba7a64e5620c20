import { fillSlots } from '../base/text.ts';
import { USAGE } from './words.ts';

/** The command was written wrongly; told on standard error, exit 2. */
export class UsageError extends Error {
  constructor(code: keyof typeof USAGE, slots: Readonly<Record<string, string | number>> = {}) {
    super(fillSlots(USAGE[code], slots));
    this.name = 'UsageError';
  }
}
