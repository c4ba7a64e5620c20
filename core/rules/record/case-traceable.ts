import { dayOf, readDate } from '../../base/dates.ts';
import { squeeze } from '../../base/text.ts';
import { type FoundBox, findBox, isEmptyText, type WantedBox } from '../questions/boxes.ts';
import { cellFor } from '../questions/records.ts';
import { columnOf, isSurelyEmpty, listRows, tablesOf } from '../questions/rows.ts';
import { orUnread, partUnread } from '../questions/sight.ts';
import { defineRule, type Rule, type RuleContext, type Verdict } from '../rule.ts';

const REASONS = {
  blank: { outcome: 'failed', message: '办件的“{name}”是空的，无法追溯。' },
  reversed: { outcome: 'failed', message: '{later}（{laterAt}）早于{earlier}（{earlierAt}），请核对。' },
  late: { outcome: 'failed', message: '办结时间（{done}）晚于承诺办结时间（{due}）。' },
  overdue: {
    outcome: 'failed',
    severity: 'warning',
    message: '承诺办结时间（{due}）已经过了，还没有办结，请尽快办理或按规定办延期。',
  },
  twice: { outcome: 'failed', message: '办件编号“{number}”在台账里出现了{count}次，应当一件一号。' },
  waits: { outcome: 'pending', message: '办件还没有办结，“{name}”由后面的环节填。' },
  unreadable: { outcome: 'cannot-tell', message: '办件的“{name}”没读到，请目视核对。' },
  unread: { outcome: 'cannot-tell', quiet: true, message: '有没读到的地方，没有查完。' },
  'no-box': { outcome: 'cannot-tell', quiet: true, message: '办件页面上没有“{name}”，没有判断。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

const NUMBER: WantedBox = {
  name: '办件编号',
  role: 'receiptNumber',
  words: '受理编号 业务流水号 办件流水号 受理号 收件编号 申请编号',
};
const APPLIED: WantedBox = { name: '申请时间', words: '申请日期 提交时间 收件时间' };
const ACCEPTED: WantedBox = { name: '受理时间', words: '受理日期' };
const ACCEPTOR: WantedBox = { name: '受理人', words: '受理人员 受理人签名 收件人 窗口受理人' };
const HANDLER: WantedBox = { name: '办理人', words: '承办人 经办人 办理人员 承办人员 经办人员 审批人' };
const DUE: WantedBox = { name: '承诺办结时间', role: 'dueOn', words: '承诺办结日期 应办结时间' };
const DONE: WantedBox = { name: '办结时间', role: 'completedOn', words: '办结日期' };
const RESULT: WantedBox = { name: '办理结果', words: '处理结果 办结结果 审批结果' };
const COLLECTED: WantedBox = { name: '领取时间', words: '领取日期' };

export const caseTraceable = defineRule({
  id: 'case-traceable',
  title: '办件可以追溯',
  severity: 'error',
  actor: 'author',
  kinds: ['case'],
  basis: ['handout-4-4', 'handout-8-8'],
  indicators: ['C7', 'C12'],
  reasons: REASONS,
  check(context) {
    const verdicts = [...boxesOf(context), ...timesOf(context), ...numbersOf(context), ...rowsOf(context)];
    return orUnread(context.document, verdicts, { reason: 'unread' }, 'unreadable');
  },
});

function verdict(reason: ReasonId, wanted: WantedBox, box: FoundBox): Verdict<ReasonId> {
  return {
    reason,
    slots: { name: wanted.name },
    subject: wanted.name,
    sources: box.sources,
    ...(wanted.role ? { fields: [wanted.role] } : {}),
  };
}

/** Who and when: the boxes without which nobody can follow the case. What only the end of the case fills waits for it. */
function boxesOf(context: RuleContext): Verdict<ReasonId>[] {
  // Where a person chose the form its boxes are known: record-complete speaks of them.
  if (context.document.recordType !== undefined) return [];
  const finished = isFinished(context);
  const judge = (wanted: WantedBox, atEnd: boolean): Verdict<ReasonId>[] => {
    const box = findBox(context, wanted);
    if (box.state === 'present') return [];
    if (box.state === 'unreadable') return [verdict('unreadable', wanted, box)];
    if (box.state === 'absent') return isColumn(context, wanted) ? [] : [verdict('no-box', wanted, box)];
    return [verdict(atEnd ? (finished ? 'blank' : 'waits') : box.pending ? 'waits' : 'blank', wanted, box)];
  };
  return [
    ...[NUMBER, ACCEPTED, ACCEPTOR].flatMap((wanted) => judge(wanted, false)),
    ...[HANDLER, DONE].flatMap((wanted) => judge(wanted, true)),
  ];
}

/** The result stands there, or was collected, or the page says that the case is done. */
function isFinished(context: RuleContext): boolean {
  const { stage } = context.document;
  if (stage === 'issued' || stage === 'archived') return true;
  return [RESULT, COLLECTED].some((wanted) => findBox(context, wanted).state === 'present');
}

/** Words for a case whose clock stands still, or that ended without a result. */
const CLOCK_STANDS = /补正|补齐|挂起|暂停|中止|终止|特别程序|延期|撤|退|不予|不受理|作废|注销/u;

/** The page says that somebody has the case now, and nothing of a clock that stands still or of an end. */
function isStillOpen(context: RuleContext): boolean {
  const { document } = context;
  // What was saved to a file tells of the day on which it was saved.
  if (document.from !== 'page' || !RUNS.has(document.stage) || partUnread(document) || isFinished(context))
    return false;
  const done = findBox(context, DONE);
  if (done.state !== 'absent' && done.state !== 'blank') return false;
  return (
    document.pairs.every(({ value }) => value.length > LONGEST_STATE || !CLOCK_STANDS.test(value)) &&
    document.trail.every(({ step, action = '' }) => !CLOCK_STANDS.test(step) && !CLOCK_STANDS.test(action))
  );
}
const RUNS: ReadonlySet<string> = new Set(['review', 'countersign', 'approval']);
/** A longer text is no state. */
const LONGEST_STATE = 20;

function isColumn({ document }: RuleContext, wanted: WantedBox): boolean {
  return tablesOf(document).some((table) => columnOf(table, wanted) >= 0);
}

function momentOf(context: RuleContext, wanted: WantedBox): { iso: string; box: FoundBox } | undefined {
  const box = findBox(context, wanted);
  const iso = box.state === 'present' ? readDate(box.value)?.iso : undefined;
  return iso === undefined ? undefined : { iso, box };
}

/** By the minute where both have one, else by the day. */
function isEarlier(left: string, right: string): boolean {
  return left.includes('T') && right.includes('T') ? left < right : dayOf(left) < dayOf(right);
}

const shown = (iso: string): string => iso.replace('T', ' ').replace(/(\d\d:\d\d):\d\d$/, '$1');

/** What comes before, the nearest first: one fault is told once, and the same whichever of them is seen. */
const ORDER: readonly (readonly [later: WantedBox, earlier: readonly WantedBox[]])[] = [
  [ACCEPTED, [APPLIED]],
  [DONE, [ACCEPTED, APPLIED]],
  [COLLECTED, [DONE]],
];

function timesOf(context: RuleContext): Verdict<ReasonId>[] {
  const moments = new Map(
    [APPLIED, ACCEPTED, DUE, DONE, COLLECTED].map((wanted) => [wanted, momentOf(context, wanted)]),
  );
  const verdicts = ORDER.flatMap(([later, before]): Verdict<ReasonId>[] => {
    const to = moments.get(later);
    for (const earlier of before) {
      const from = moments.get(earlier);
      if (!from || !to || !isEarlier(to.iso, from.iso)) continue;
      const slots = { later: later.name, laterAt: shown(to.iso), earlier: earlier.name, earlierAt: shown(from.iso) };
      return [{ ...verdict('reversed', later, to.box), slots }];
    }
    return [];
  });
  const [done, due] = [moments.get(DONE), moments.get(DUE)];
  if (done && findBox(context, DUE).state === 'unreadable')
    verdicts.push(verdict('unreadable', DUE, findBox(context, DUE)));
  if (due && isStillOpen(context) && dayOf(due.iso) < context.today)
    verdicts.push({
      ...verdict('overdue', DUE, due.box),
      slots: { due: dayOf(due.iso) },
    });
  if (done && due && isEarlier(due.iso, done.iso))
    verdicts.push({
      ...verdict('late', DONE, done.box),
      slots: { done: shown(done.iso), due: shown(due.iso) },
      fields: ['completedOn', 'dueOn'],
    });
  return verdicts;
}

/** A register of cases: the times of each row in their order, and who accepted and who handled what is done. */
function rowsOf({ document }: RuleContext): Verdict<ReasonId>[] {
  return tablesOf(document).flatMap((table) => {
    const rows = listRows(table);
    // The only row of a table is told as boxes.
    if (columnOf(table, NUMBER) < 0 || rows.length < 2 || table.header.some((cell) => STEP_COLUMN.test(cell)))
      return [];
    return rows.flatMap((row): Verdict<ReasonId>[] => {
      const [applied, accepted, due, done] = [APPLIED, ACCEPTED, DUE, DONE].map(
        (wanted) => readDate(cellFor(row, wanted) ?? '')?.iso,
      );
      const number = cellFor(row, NUMBER) || row.name;
      const say = (reason: ReasonId, subject: string, slots: Record<string, string>): Verdict<ReasonId>[] => [
        { reason, slots, subject: `${number} ${subject}`, sources: [table.block.source] },
      ];
      const early = (later: WantedBox, at: string | undefined, earlier: WantedBox, before: string | undefined) =>
        at && before && isEarlier(at, before)
          ? say('reversed', later.name, {
              later: `${number}的${later.name}`,
              laterAt: shown(at),
              earlier: earlier.name,
              earlierAt: shown(before),
            })
          : [];
      const missing =
        done === undefined ? [] : [ACCEPTOR, HANDLER].filter((box) => isSurelyEmpty(row, columnOf(table, box)));
      return [
        ...missing.flatMap(({ name }) => say('blank', name, { name: `${number} ${name}` })),
        ...early(ACCEPTED, accepted, APPLIED, applied),
        ...early(DONE, done, ACCEPTED, accepted),
        ...(done && due && isEarlier(due, done)
          ? say('late', DUE.name, { done: `${number}：${shown(done)}`, due: shown(due) })
          : []),
      ];
    });
  });
}

/** The steps of one case each carry its number. */
const STEP_COLUMN = /环节|步骤|处理|意见/u;

/** A register of cases: each number once. */
function numbersOf({ document }: RuleContext): Verdict<ReasonId>[] {
  return tablesOf(document).flatMap((table) => {
    const index = columnOf(table, NUMBER);
    if (index < 0 || table.header.some((cell) => STEP_COLUMN.test(cell))) return [];
    const counts = new Map<string, number>();
    for (const row of table.rows) {
      const number = squeeze(row[index] ?? '');
      if (!isEmptyText(number)) counts.set(number, (counts.get(number) ?? 0) + 1);
    }
    const twice = [...counts].filter(([, count]) => count > 1);
    return twice.map(([number, count]) => ({
      reason: 'twice' as const,
      slots: { number, count },
      subject: number,
      sources: [table.block.source],
    }));
  });
}
