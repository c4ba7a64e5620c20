import { ProblemError } from '../base/problems.ts';
import { BUDGETS } from './limits.ts';

export type BudgetName = keyof typeof BUDGETS;

/** What the reading of one file has used up so far. Its reader asks while it works, before it makes more. */
export interface Budget {
  /** Counts up. Throws `file-too-much` where that would be more than a file may hold; then nothing is counted. */
  spend(what: BudgetName, amount?: number): void;
  /** Counts down what is let go of. */
  release(what: BudgetName, amount: number): void;
}

/** The budget of one file. @param name the file's name, for the sentence of a problem */
export function budgetFor(name: string): Budget {
  const spent: Partial<Record<BudgetName, number>> = {};
  return {
    spend(what, amount = 1) {
      const now = (spent[what] ?? 0) + amount;
      const { most, word } = BUDGETS[what];
      if (now > most) throw new ProblemError('file-too-much', { name, limit: most, what: word });
      spent[what] = now;
    },
    release(what, amount) {
      spent[what] = (spent[what] ?? 0) - amount;
    },
  };
}
