import { dayIn } from '../questions/dates.ts';
import { cellFor } from '../questions/records.ts';
import { judgeListed, registerRowsOf } from '../questions/registers.ts';
import type { Table } from '../questions/rows.ts';
import { isUnseen } from '../questions/sight.ts';
import { successorNames } from '../questions/successors.ts';
import { defineRule, type Rule, type RuleContext, type Verdict } from '../rule.ts';

const REASONS = {
  withdrawn: { outcome: 'failed', message: '明细表里的{designation}已废止{since}，请核对。' },
  replaced: { outcome: 'failed', message: '明细表里的{designation}已被{newer}代替{since}。' },
  upcoming: { outcome: 'failed', severity: 'info', message: '明细表里的{designation}还没有实施{since}。' },
  'ended-since': {
    outcome: 'failed',
    severity: 'info',
    message: '明细表里的{designation}现已不是现行标准{since}，在这份表的日期仍是现行的。',
  },
  unread: { outcome: 'cannot-tell', message: '明细表没有读全，外来标准请目视核对。' },
  unknown: { outcome: 'cannot-tell', quiet: true, message: '明细表里的外来标准在目录里查不到状态，没有判断。' },
  none: { outcome: 'not-applicable', message: '明细表里没有外来标准。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

/** What a row itself says of its standard. */
const STATE = { name: '状态', words: '标准状态 有效性 是否现行 采用情况 备注 说明 受控状态' };
const SAID = /废止|作废|代替|替代|失效|停用|不再/u;

export const externalStatus = defineRule({
  id: 'external-status',
  title: '明细表里的外来标准现行有效',
  severity: 'warning',
  actor: 'administrator',
  kinds: ['table', 'record'],
  basis: ['handout-8-14', 'handout-1-c6'],
  indicators: ['C6', 'C8'],
  reasons: REASONS,
  check(context) {
    const { document } = context;
    const listed = registerRowsOf(document)
      .filter(({ row }) => !SAID.test(cellFor(row, STATE) ?? ''))
      .flatMap(({ designations, table }) =>
        designations.filter(({ family }) => family !== 'unit').map(({ text }) => ({ number: text, table })),
      );
    return judgeListed(document, listed, (one) => judge(context, one));
  },
});

/** A standard of others that the register lists. */
interface Listed {
  number: string;
  table: Table;
}

function judge(context: RuleContext, { number, table }: Listed): Verdict<ReasonId> | 'unknown' | undefined {
  const now = context.standardStatus(number, context.today);
  const { status, verified, row } = now;
  if (!verified || status === 'unknown' || status === 'not-in-catalogue') return 'unknown';
  if (status === 'current') return undefined;
  const say = (reason: ReasonId): Verdict<ReasonId> => {
    const day = status === 'upcoming' ? row?.effectiveOn : row?.withdrawnOn;
    const slots = {
      designation: number,
      newer: successorNames(now),
      since: day ? `（${day}起）` : '',
    };
    return { reason, slots, subject: number, sources: [table.block.source] };
  };
  if (status === 'upcoming') return say('upcoming');
  // A table that has a date is judged by it; one without is in use today.
  const boxes = (['publishedOn', 'effectiveOn', 'writtenOn'] as const).map((role) => context.field(role));
  if (
    boxes.some(({ state }) => state === 'unreadable') ||
    (boxes.every(({ state }) => state === 'absent') && isUnseen(context.document, context.field('publishedOn')))
  )
    return 'unknown';
  const day = boxes.map(dayIn).find((one) => one !== undefined);
  if (day !== undefined && context.standardStatus(number, day).status === 'current') return say('ended-since');
  return say(status);
}
