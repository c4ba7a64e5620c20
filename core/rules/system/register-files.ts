import { readDesignation } from '../../standards/designation.ts';
import { registerRowsOf } from '../questions/registers.ts';
import { orUnread, partUnread } from '../questions/sight.ts';
import { defineRule, type Rule, type Verdict } from '../rule.ts';

const REASONS = {
  'not-in-profile': { outcome: 'failed', severity: 'warning', message: '明细表里的{number}在单位资料里没有，请核对。' },
  'not-in-table': { outcome: 'failed', severity: 'warning', message: '单位资料里的{number}没有列进明细表。' },
  unread: { outcome: 'cannot-tell', message: '明细表没有读全，和单位资料请目视核对。' },
  'other-register': { outcome: 'cannot-tell', quiet: true, message: '明细表和单位资料大多对不上，没有逐条对照。' },
  'no-profile': { outcome: 'cannot-tell', quiet: true, message: '单位资料里没有标准，没有对照。' },
  none: { outcome: 'not-applicable', message: '明细表里没有内部标准。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

export const registerFiles = defineRule({
  id: 'register-files',
  title: '明细表和单位的标准对得上',
  severity: 'error',
  actor: 'administrator',
  kinds: ['table'],
  basis: ['handout-1-c7', 'handout-8-13'],
  indicators: ['C7'],
  reasons: REASONS,
  check({ document, unit, today }) {
    const rows = registerRowsOf(document).flatMap(({ designations, table }) =>
      designations
        .filter(({ family }) => family === 'unit')
        .map(({ text }) => ({ number: text, source: table.block.source })),
    );
    if (rows.length === 0) return orUnread<ReasonId>(document, [{ reason: 'none' }], { reason: 'unread' });
    const ours = (unit?.standards ?? []).flatMap(({ designation, withdrawnOn }) => {
      const read = readDesignation(designation);
      return read?.family === 'unit'
        ? [{ number: read.text, inForce: withdrawnOn === undefined || withdrawnOn > today }]
        : [];
    });
    if (ours.length === 0) return orUnread<ReasonId>(document, [{ reason: 'no-profile' }], { reason: 'unread' });
    const known = new Set(ours.map(({ number }) => number));
    const listed = new Set(rows.map(({ number }) => number));
    const shared = [...listed].filter((number) => known.has(number)).length;
    if (shared * 2 < Math.max(known.size, listed.size))
      return orUnread<ReasonId>(document, [{ reason: 'other-register' }], { reason: 'unread' });
    const say = (reason: ReasonId, number: string): Verdict<ReasonId> => ({
      reason,
      slots: { number },
      subject: number,
      sources: [...new Set(rows.map(({ source }) => source))],
    });
    const strange = [...listed].filter((number) => !known.has(number)).map((number) => say('not-in-profile', number));
    const missing = ours.filter(({ number, inForce }) => inForce && !listed.has(number));
    const left = partUnread(document) ? [] : missing.map(({ number }) => say('not-in-table', number));
    return orUnread(document, [...strange, ...left], { reason: 'unread' });
  },
});
