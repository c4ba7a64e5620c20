import { compareText } from '../base/text.ts';
import type { Outcome, Rule, RuleContext, Verdict } from '../rules/rule.ts';

/** What a person at the document sees, and the same with everything in sight where something is out of it. */
export interface Sight {
  context: RuleContext;
  all?: RuleContext;
}

/** Steps of the workflow record count also where it is folded away; boxes and text out of sight do not. */
export function sightOf(context: RuleContext): Sight {
  const { blocks, pairs } = context.document;
  if (![...blocks, ...pairs].some(({ hidden }) => hidden)) return { context };
  const shown = <Piece extends { hidden?: boolean }>(piece: Piece): Piece => ({ ...piece, hidden: false });
  const document = { ...context.document, blocks: blocks.map(shown), pairs: pairs.map(shown) };
  return { context, all: { ...context, document } };
}

/**
 * What a rule says whatever stands out of sight. Where it would say another thing if everything were in sight, a fault
 * that only one of the two shows is none, and the rule is not content either: `doubt`, unless it said itself that it
 * cannot tell. @throws TypeError when a rule says what it has no words for, and whatever the rule throws
 */
export function sureVerdicts(rule: Rule, { context, all }: Sight): { verdicts: Verdict[]; doubt: boolean } {
  const seen = verdictsOf(rule, context);
  if (!all) return { verdicts: seen, doubt: false };
  const others = verdictsOf(rule, all);
  const inBoth = seen.filter((verdict) => others.some((other) => isSame(verdict, other)));
  if (inBoth.length === seen.length && inBoth.length === others.length) return { verdicts: seen, doubt: false };
  const outcomeOf = ({ reason }: Verdict): Outcome | undefined => rule.reasons[reason]?.outcome;
  const verdicts = seen.filter((verdict) => {
    const outcome = outcomeOf(verdict);
    return outcome === 'cannot-tell' || (inBoth.includes(verdict) && (outcome === 'failed' || outcome === 'pending'));
  });
  return { verdicts, doubt: !verdicts.some((verdict) => outcomeOf(verdict) === 'cannot-tell') };
}

function verdictsOf(rule: Rule, context: RuleContext): Verdict[] {
  const verdicts = rule.check(context);
  for (const { reason } of verdicts)
    if (!Object.hasOwn(rule.reasons, reason)) throw new TypeError(`unknown reason ${reason}`);
  return verdicts;
}

const isSame = (left: Verdict, right: Verdict): boolean => keyOf(left) === keyOf(right);
const keyOf = ({ reason, fields = [], subject = '' }: Verdict): string =>
  JSON.stringify([reason, [...fields].sort(compareText), subject]);
