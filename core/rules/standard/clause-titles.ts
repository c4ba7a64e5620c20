import { type Clause, clausesOf } from '../questions/clauses.ts';
import { TEXT_REASONS, whyNoText } from '../questions/standard-text.ts';
import { defineRule, type Rule, type Verdict } from '../rule.ts';

const REASONS = {
  mixed: { outcome: 'failed', message: '{parent}下面的条有的有标题（{with}），有的没有（{without}），应当一致。' },
  'untitled-parent': { outcome: 'failed', message: '{number}没有标题，下面又分出了{child}，应当给它加上标题。' },
  ...TEXT_REASONS,
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

/** Terms have their own form, and the first two chapters are not divided. */
const NOT_DIVIDED = /范围$|^(?:规范性)?引用|^术语/u;

export const clauseTitles = defineRule({
  id: 'clause-titles',
  title: '同一层的条要么都有标题，要么都没有',
  severity: 'warning',
  actor: 'author',
  kinds: ['standard'],
  basis: ['drafting-7.3', 'handout-8-10'],
  earlier: ['drafting-2009-5.2.4', 'handout-8-10'],
  indicators: ['C10'],
  reasons: REASONS,
  check(context) {
    const why = whyNoText(context);
    if (why) return [{ reason: why }];
    const clauses = clausesOf(context.document).filter(({ chapter }) => !NOT_DIVIDED.test(chapter.title));
    const firstBelow = new Map<string, Clause>();
    for (const clause of clauses) if (!firstBelow.has(clause.parent)) firstBelow.set(clause.parent, clause);
    const bare = clauses.filter(({ titled, number }) => titled === false && firstBelow.has(number));
    return [...groupsOf(clauses).flatMap(mixedIn), ...bare.flatMap((clause) => childrenOf(clause, firstBelow))];
  },
});

/** Clauses under one parent; none where all of the text have a title, or none has. */
function groupsOf(clauses: readonly Clause[]): Clause[][] {
  if (!clauses.some(({ titled }) => titled === true) || !clauses.some(({ titled }) => titled === false)) return [];
  return [...Map.groupBy(clauses, ({ chapter, parent }) => `${chapter.number} ${parent}`).values()];
}

function mixedIn(siblings: readonly Clause[]): Verdict<ReasonId>[] {
  const titled = siblings.find((clause) => clause.titled === true);
  const bare = siblings.find((clause) => clause.titled === false);
  if (!titled || !bare) return [];
  const { parent } = titled;
  const name = /^\d+$/.test(parent) ? `第${parent}章` : /^[A-Z]$/.test(parent) ? `附录${parent}` : parent;
  const slots = { parent: name, with: titled.number, without: bare.number };
  return [{ reason: 'mixed', slots, subject: parent, sources: [bare.block.source, titled.block.source] }];
}

function childrenOf(clause: Clause, firstBelow: ReadonlyMap<string, Clause>): Verdict<ReasonId>[] {
  const { number, block } = clause;
  const child = firstBelow.get(number);
  return child
    ? [{ reason: 'untitled-parent', slots: { number, child: child.number }, subject: number, sources: [block.source] }]
    : [];
}
