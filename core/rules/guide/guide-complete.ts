import { GUIDE_BOXES } from '../../document/guide-boxes.ts';
import { findBox, mentionOf, type WantedBox } from '../questions/boxes.ts';
import { orUnread, partUnread } from '../questions/sight.ts';
import { defineRule, type Rule, type RuleContext, type Verdict } from '../rule.ts';

const REASONS = {
  blank: { outcome: 'failed', message: '办事指南的“{name}”是空的。' },
  missing: { outcome: 'failed', message: '办事指南里没有写“{name}”。' },
  waits: { outcome: 'pending', message: '“{name}”由后面的环节填，现在不用管。' },
  unreadable: { outcome: 'cannot-tell', message: '“{name}”没读到，请目视核对。' },
  unread: { outcome: 'cannot-tell', quiet: true, message: '有没读到的地方，是否齐全没有查完。' },
} as const satisfies Rule['reasons'];

/** What every guide tells the people who come: without it they come twice. */
const NEEDED: readonly WantedBox[] = [
  GUIDE_BOXES.conditions,
  GUIDE_BOXES.materials,
  GUIDE_BOXES.steps,
  GUIDE_BOXES.promised,
  GUIDE_BOXES.place,
  GUIDE_BOXES.hours,
  GUIDE_BOXES.phone,
];

/** What a guide may leave out; where it has the box, the box is filled. */
const FILLED_IF_THERE: readonly WantedBox[] = [
  GUIDE_BOXES.item,
  GUIDE_BOXES.basis,
  GUIDE_BOXES.body,
  GUIDE_BOXES.statutory,
  GUIDE_BOXES.complaint,
  GUIDE_BOXES.fee,
  GUIDE_BOXES.result,
];

export const guideComplete = defineRule({
  id: 'guide-complete',
  title: '办事指南内容齐全',
  severity: 'error',
  actor: 'author',
  kinds: ['guide'],
  basis: ['handout-1-c7', 'handout-1-c12'],
  indicators: ['C7', 'C12'],
  reasons: REASONS,
  check(context) {
    const verdicts = [
      ...NEEDED.flatMap((wanted) => judge(context, wanted, true)),
      ...FILLED_IF_THERE.flatMap((wanted) => judge(context, wanted, false)),
    ];
    return orUnread(context.document, verdicts, { reason: 'unread' }, 'unreadable');
  },
});

function judge(context: RuleContext, wanted: WantedBox, needed: boolean): Verdict<keyof typeof REASONS>[] {
  const box = findBox(context, wanted);
  const { name } = wanted;
  const said = {
    slots: { name },
    subject: name,
    sources: box.sources,
    ...(wanted.role ? { fields: [wanted.role] } : {}),
  };
  if (box.state === 'blank') return [{ reason: box.pending ? 'waits' : 'blank', ...said }];
  const seen = box.state === 'unreadable' && box.sources.length > 0;
  if (seen) return [{ reason: 'unreadable', ...said }];
  const mention = mentionOf(context.document, wanted);
  if (!needed || box.state === 'present' || mention === 'shown') return [];
  return [{ reason: mention || partUnread(context.document) ? 'unreadable' : 'missing', ...said }];
}
