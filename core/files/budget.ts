import { ProblemError } from '../base/problems.ts';
import { BUDGETS } from './limits.ts';

export type BudgetName = keyof typeof BUDGETS;

/** What a file is read for: a document is looked at as a whole, a table is imported row by row and may be long. */
export type Purpose = 'document' | 'table';

/** What the reading of one file has used up so far. Its reader asks while it works, before it makes more. */
export interface Budget {
  readonly purpose: Purpose;
  /** Counts up. Throws `file-too-much` where that would be more than a file may hold; then nothing is counted. */
  spend(what: BudgetName, amount?: number): void;
  /** Counts down what is let go of. */
  release(what: BudgetName, amount: number): void;
}

/** The budget of one file. @param name the file's name, for the sentence of a problem */
export function budgetFor(name: string, purpose: Purpose = 'document'): Budget {
  const spent: Partial<Record<BudgetName, number>> = {};
  return {
    purpose,
    spend(what, amount = 1) {
      const now = (spent[what] ?? 0) + amount;
      const bound: { most: number; inTable?: number; word: string } = BUDGETS[what];
      const most = (purpose === 'table' ? bound.inTable : undefined) ?? bound.most;
      const { word } = bound;
      if (now > most) throw new ProblemError('file-too-much', { name, limit: most, what: word });
      spent[what] = now;
    },
    release(what, amount) {
      spent[what] = (spent[what] ?? 0) - amount;
    },
  };
}
