import { squeeze } from '../../base/text.ts';
import { guidesOf } from '../questions/guides.ts';
import { serviceKey, serviceOf } from '../questions/services.ts';
import { orUnread } from '../questions/sight.ts';
import { defineRule, type Rule, type RuleContext, type Verdict } from '../rule.ts';

const REASONS = {
  'title-differs': { outcome: 'failed', message: '标题写的是“{title}”，事项名称写的是“{name}”，请核对。' },
  'other-name': { outcome: 'failed', message: '事项名称“{name}”和单位资料里的“{known}”写法不同，请核对。' },
  unread: { outcome: 'cannot-tell', quiet: true, message: '有没读到的地方，事项名称没有查完。' },
  none: { outcome: 'not-applicable', message: '没有写事项名称，或者标题里没有，不比较。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

const GUIDE = /[“”"《》]|(?:办事|服务|办理|申请|申办|申领)?指南.*$/gu;
/** In front of the name in a title: the unit, the kind of work. */
const PLACE =
  /^\p{Script=Han}{1,12}?(?:便民服务中心|政务服务中心|便民服务站|人民政府|街道办事处|办事处|乡|镇|街道)(?=\p{Script=Han}{3,})/u;
/** What may be left out of a name. */
const LOOSE = /申请|办理|审批|审核|确认|登记|给付|资格|认定|申领|服务|事项|业务|发放|受理|的|（.*?）/gu;
const SHORTEST = 3;

export const itemNameAgrees = defineRule({
  id: 'item-name-agrees',
  title: '事项名称前后一致',
  severity: 'info',
  actor: 'author',
  kinds: ['guide'],
  basis: ['handout-1-c8'],
  indicators: ['C8'],
  reasons: REASONS,
  check(context) {
    const { document } = context;
    const guides = guidesOf(document);
    const named = guides.filter(({ name }) => name !== '');
    const verdicts = named.flatMap(({ name }) => [
      ...(guides.length === 1 ? titleOf(context, name) : []),
      ...profileOf(context, name),
    ]);
    const compared = named.length > 0 && (context.unit !== undefined || nameInTitle(document.title) !== '');
    return orUnread(document, compared ? verdicts : [{ reason: 'none' }], { reason: 'unread' });
  },
});

/** 源潭镇临时救助办事指南 → 临时救助. */
const nameInTitle = (title: string): string => {
  const name = squeeze(title).replace(GUIDE, '').replace(PLACE, '');
  return name.length >= SHORTEST ? name : '';
};

const plain = (text: string): string => serviceKey(text.replace(LOOSE, ''));
const holds = (left: string, right: string): boolean =>
  left !== '' && right !== '' && (left.includes(right) || right.includes(left));

/** True when two names share so many pairs of characters that they may be one thing in other words. */
function isAkin(left: string, right: string): boolean {
  const pairs = (text: string): Set<string> => new Set(Array.from(text.slice(1), (sign, at) => text[at] + sign));
  const [some, others] = [pairs(left), pairs(right)];
  const shared = [...some].filter((pair) => others.has(pair)).length;
  return shared * 3 >= Math.min(some.size, others.size);
}

function titleOf(context: RuleContext, name: string): Verdict<ReasonId>[] {
  const title = nameInTitle(context.document.title);
  if (title === '' || holds(plain(title), plain(name)) || isAkin(plain(title), plain(name))) return [];
  const [one, other] = [serviceOf(context, title), serviceOf(context, name)];
  if (one !== undefined && one === other) return [];
  return [{ reason: 'title-differs', slots: { title, name }, fields: ['serviceName'] }];
}

/** A service that the unit has under a name that is nearly this one. */
function profileOf(context: RuleContext, name: string): Verdict<ReasonId>[] {
  if (!context.unit || serviceOf(context, name)) return [];
  const near = context.unit.services.filter(
    (item) => plain(item.name).length >= SHORTEST && plain(item.name) === plain(name),
  );
  const [known] = near;
  if (!known || near.length > 1) return [];
  return [{ reason: 'other-name', slots: { name, known: known.name }, fields: ['serviceName'], subject: name }];
}
