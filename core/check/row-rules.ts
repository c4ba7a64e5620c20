import type { RegisterKind } from '../document/register.ts';
import { RULES } from '../rules/index.ts';
import type { Rule } from '../rules/rule.ts';

/** A rule that may speak of a row of a register, and by which of its reasons; all of them when left out. */
interface RowRule {
  rule: string;
  reasons?: string;
}

/**
 * What a column of a register can carry is judged row by row, and nothing else: a row has no text, no workflow record and no
 * boxes but its cells. A day without its year is how many registers write it, so that only a day that cannot be is a fault.
 */
const ROW_RULES: Readonly<Record<RegisterKind, readonly RowRule[]>> = {
  outgoing: [
    { rule: 'approver-required', reasons: 'blank placeholder waits waits-for-step' },
    { rule: 'signoff-dates-required', reasons: 'approver-undated' },
    { rule: 'dates-valid', reasons: 'impossible future' },
    { rule: 'dates-in-order', reasons: 'out-of-order' },
    { rule: 'doc-number-form' },
    { rule: 'doc-number-year', reasons: 'differs' },
  ],
  incoming: [{ rule: 'dates-valid', reasons: 'impossible future' }, { rule: 'receipt-complete' }],
  case: [{ rule: 'dates-valid', reasons: 'impossible future' }, { rule: 'case-traceable' }],
};

/** The rule over the rows of a register together. */
export const UNIQUE_RULE = 'doc-number-unique';

/** The rules that judge a single row. @param rules those that are in use */
export function rulesOfRows(kind: RegisterKind, rules: readonly Rule[] = RULES): Rule[] {
  const wanted = new Set(ROW_RULES[kind].map(({ rule }) => rule));
  return rules.filter(({ id }) => wanted.has(id));
}

/** Every rule that a register is judged by, the one over its rows together among them. */
export const allRulesOfRows = (kind: RegisterKind): Rule[] =>
  RULES.filter((rule) => rule.id === UNIQUE_RULE || rulesOfRows(kind).includes(rule));

/** Whether a finding of a row is told: by the reasons of the table, and what only says that nothing could be judged is not. */
export function isOfRow(kind: RegisterKind, { rule, reason }: { rule: string; reason: string }): boolean {
  const row = ROW_RULES[kind].find((one) => one.rule === rule);
  return row !== undefined && (row.reasons === undefined || row.reasons.split(' ').includes(reason));
}

/**
 * Reasons that one row or another may give, and never most of them: then the column means something else than its head says,
 * or it is kept in another way here.
 */
const SELDOM: ReadonlySet<string> = new Set([
  ...['out-of-order', 'reversed', 'future', 'impossible', 'blank', 'approver-undated', 'handler', 'differs'],
]);
/** So many of a hundred rows, and more than so many, are most of them. */
const MOST_SHARE = 40;
const FEW = 3;

/** True for a reason that too many rows of one page give to be believed. */
export function isDoubtful(reason: string, count: number, rows: number): boolean {
  return SELDOM.has(reason) && count > FEW && count * 100 > rows * MOST_SHARE;
}
