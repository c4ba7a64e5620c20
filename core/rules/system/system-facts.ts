import { squeeze } from '../../base/text.ts';
import { findBox, type WantedBox } from '../questions/boxes.ts';
import { dayInText } from '../questions/records.ts';
import { orUnread } from '../questions/sight.ts';
import { defineRule, type Rule, type RuleContext, type Verdict } from '../rule.ts';

const REASONS = {
  blank: { outcome: 'failed', message: '“{name}”是空的。' },
  differs: { outcome: 'failed', message: '{name}写的是{value}，单位资料里是{known}，请核对。' },
  reversed: { outcome: 'failed', message: '体系实施日期（{effective}）早于发布日期（{published}），请核对。' },
  'profile-lacks': { outcome: 'failed', severity: 'info', message: '单位资料里没有写{names}，现场问起来说不清。' },
  unread: { outcome: 'cannot-tell', quiet: true, message: '有没读到的地方，体系的日期没有查完。' },
  none: { outcome: 'cannot-tell', quiet: true, message: '没有读到体系的发布日期、实施日期、方针和目标，没有判断。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

const PUBLISHED: WantedBox = {
  name: '体系发布日期',
  words: '标准体系发布日期 体系发布时间 体系文件发布日期 标准体系发布时间',
};
const EFFECTIVE: WantedBox = {
  name: '体系实施日期',
  words: '标准体系实施日期 体系实施时间 体系文件实施日期 标准体系实施时间',
};
const POLICY: WantedBox = { name: '方针', words: '服务方针 标准化方针 质量方针 体系方针 标准化工作方针' };
const GOALS: WantedBox = { name: '目标', words: '服务目标 标准化目标 体系目标 标准化工作目标' };

export const systemFacts = defineRule({
  id: 'system-facts',
  title: '体系的日期、方针和目标写清楚',
  severity: 'warning',
  actor: 'administrator',
  kinds: ['table'],
  basis: ['handout-4-1', 'handout-4-2', 'handout-8-8'],
  indicators: ['C6'],
  reasons: REASONS,
  check(context) {
    const boxes = [PUBLISHED, EFFECTIVE, POLICY, GOALS].map((wanted) => ({ wanted, box: findBox(context, wanted) }));
    const found = boxes.filter(({ box }) => box.state === 'present' || box.state === 'blank');
    const blank = boxes.flatMap(({ wanted, box }): Verdict<ReasonId>[] =>
      box.state === 'blank' && !box.pending
        ? [{ reason: 'blank', slots: { name: wanted.name }, subject: wanted.name, sources: box.sources }]
        : [],
    );
    const verdicts = [...blank, ...days(context), ...profile(context)];
    const unseen = boxes.some(({ box }) => box.state === 'unreadable');
    const said: Verdict<ReasonId>[] = unseen ? [...verdicts, { reason: 'unread' }] : verdicts;
    return orUnread(context.document, found.length > 0 || said.length > 0 ? said : [{ reason: 'none' }], {
      reason: 'unread',
    });
  },
});

function days(context: RuleContext): Verdict<ReasonId>[] {
  const { unit } = context;
  const known = [unit?.systemPublishedOn, unit?.systemEffectiveOn];
  const dated = [PUBLISHED, EFFECTIVE].map((wanted, index) => {
    const box = findBox(context, wanted);
    const day = box.state === 'present' ? dayInText(box.value) : undefined;
    return { wanted, box, day, known: known[index] };
  });
  const [published, effective] = dated;
  const differs = dated.flatMap(({ wanted: { name }, box, day, known: ours }): Verdict<ReasonId>[] =>
    day !== undefined && ours !== undefined && day !== ours
      ? [{ reason: 'differs', slots: { name, value: day, known: ours }, subject: name, sources: box.sources }]
      : [],
  );
  if (published?.day === undefined || effective?.day === undefined || effective.day >= published.day) return differs;
  const slots = { effective: effective.day, published: published.day };
  return [...differs, { reason: 'reversed', slots, sources: [...effective.box.sources, ...published.box.sources] }];
}

function profile({ unit, document }: RuleContext): Verdict<ReasonId>[] {
  if (!unit || !/标准体系/u.test(squeeze(document.title))) return [];
  const facts: readonly [string, unknown][] = [
    ['体系发布日期', unit.systemPublishedOn],
    ['体系实施日期', unit.systemEffectiveOn],
    ['方针', unit.policy],
    ['目标', unit.goals?.[0]],
  ];
  const names = facts.flatMap(([name, value]) => (value === undefined || value === '' ? [name] : []));
  return names.length > 0 ? [{ reason: 'profile-lacks', slots: { names: names.join('、') }, sources: [] }] : [];
}
