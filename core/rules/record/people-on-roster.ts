import { splitNames } from '../../base/names.ts';
import type { Source } from '../../base/source.ts';
import { isHeldOn } from '../../unit/posts.ts';
import type { Person } from '../../unit/profile.ts';
import { findBox, type WantedBox } from '../questions/boxes.ts';
import { cellFor, dayInBox, dayInText, recordTypeIn, rowsWith } from '../questions/records.ts';
import { orUnread } from '../questions/sight.ts';
import { defineRule, type Rule, type RuleContext, type Verdict } from '../rule.ts';

const REASONS = {
  'not-on-roster': { outcome: 'failed', message: '{label}“{name}”不在单位资料的人员里，请核对。' },
  'not-in-post': { outcome: 'failed', message: '{label}“{name}”在{day}不在岗，请核对。' },
  unread: { outcome: 'cannot-tell', quiet: true, message: '有没读到的地方，人员没有查完。' },
  'other-people': { outcome: 'cannot-tell', quiet: true, message: '记录里的人大多不在单位资料里，没有判断。' },
  'no-profile': { outcome: 'cannot-tell', quiet: true, message: '没有导入单位资料，人员没有判断。' },
  none: { outcome: 'not-applicable', message: '没有要核对的人员。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

/** Boxes in which the unit's own people stand. Lecturers, applicants and those who take part come from everywhere. */
const OWN: readonly WantedBox[] = [
  { name: '接收人', words: '领用人 领取人 签收人 接收人签名' },
  { name: '检查人', words: '考核人 检查人员 巡查人' },
  { name: '回收人', words: '经手人' },
  { name: '发放人' },
  { name: '受检人', words: '被考核人 被检查人' },
  { name: '责任人', words: '整改责任人' },
  { name: '评价组成员', words: '自评组成员 自评人员 评价组' },
  { name: '受理人', words: '受理人员 窗口受理人' },
];
/** A column that says where the people of a row come from. */
const WHERE: WantedBox = { name: '单位', words: '所在单位 工作单位 接收单位 接收部门 领用部门 部门' };
const OUTSIDE = /局|县|市|区|省|公司|学校|医院|村|社区|派出所|专家|第三方|机构/u;
const WHEN: WantedBox = {
  name: '日期',
  words: '发放日期 检查日期 回收日期 考核日期 接收日期 领用日期 评价日期 自评日期 受理日期 受理时间 时间',
};

export const peopleOnRoster = defineRule({
  id: 'people-on-roster',
  title: '记录里的人在册在岗',
  severity: 'warning',
  actor: 'administrator',
  kinds: ['record', 'case'],
  basis: ['handout-8-9', 'handout-8-11'],
  indicators: ['C2'],
  reasons: REASONS,
  check(context) {
    const { document, unit } = context;
    if (!unit?.people.length) return [{ reason: 'no-profile' }];
    const named = document.kind === 'case' || recordTypeIn(document) ? namedIn(context) : [];
    const known = named.filter(({ name }) => personOf(unit.people, name));
    const verdicts = known.length * 2 < named.length ? [{ reason: 'other-people' as const }] : judge(context, named);
    return orUnread(document, named.length === 0 ? [{ reason: 'none' }] : verdicts, { reason: 'unread' });
  },
});

interface Named {
  name: string;
  label: string;
  day: string | undefined;
  sources: Source[];
}

function namedIn(context: RuleContext): Named[] {
  const day = dayInBox(context, WHEN)?.day;
  return OWN.flatMap((wanted): Named[] => {
    const rows = rowsWith(context.document, wanted).flatMap(({ row, text }) =>
      OUTSIDE.test(cellFor(row, WHERE) ?? '')
        ? []
        : namesIn(text).map((name) => ({
            name,
            label: wanted.name,
            day: dayInText(cellFor(row, WHEN)) ?? day,
            sources: [row.table.block.source],
          })),
    );
    if (rows.length > 0) return rows;
    const box = findBox(context, wanted);
    if (box.state !== 'present') return [];
    return namesIn(box.value).map((name) => ({ name, label: wanted.name, day, sources: box.sources }));
  });
}

/** 徐主任, 王科: who it is, the unit knows and the profile does not say. */
const WITH_TITLE = /(?:主任|科长|站长|书记|镇长|乡长|组长|局长|所长|老师|同志|科|总|部长|委员)$/u;

/** Names of people; one with an office behind it in brackets may be anybody's. */
function namesIn(text: string): string[] {
  if (/[（(][^（()）]*(?:局|县|市|公司|专家|村|社区)/u.test(text)) return [];
  return splitNames(text).filter((name) => !WITH_TITLE.test(name));
}

const personOf = (people: readonly Person[], name: string): Person | undefined =>
  people.find((person) => person.name === name);

function judge({ unit }: RuleContext, named: readonly Named[]): Verdict<ReasonId>[] {
  return named.flatMap(({ name, label, day, sources }): Verdict<ReasonId>[] => {
    const person = personOf(unit?.people ?? [], name);
    if (!person) return [{ reason: 'not-on-roster', slots: { label, name }, subject: `${label} ${name}`, sources }];
    const { posts } = person;
    if (day === undefined || posts.length === 0 || posts.some((post) => isHeldOn(post, day))) return [];
    return [{ reason: 'not-in-post', slots: { label, name, day }, subject: `${label} ${name} ${day}`, sources }];
  });
}
