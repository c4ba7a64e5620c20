import { fillSlots, shorten } from '../base/text.ts';
import { memberWord } from './place-words.ts';
import type { ServiceChange } from './service-changes.ts';

/** Where the unit has something that a change touches. A further sort of place is one more row here. */
export const PLACES = {
  service: '事项',
  register: '标准明细表',
  window: '窗口',
  duty: '岗位要做的',
  document: '文件',
} as const;
export type TaskPlace = keyof typeof PLACES;

/** Longest text of a member that is shown: laws are quoted in full. */
const LONGEST_SHOWN = 60;
/** And of a list of standards. */
const LONGEST_LIST = 400;

/** How a change of a service is told. */
const CHANGES: Readonly<Record<ServiceChange['kind'], string>> = {
  new: '“{after}”：新增',
  gone: '“{before}”：清单里没有了',
  renamed: '“{before}”改名为“{after}”',
  near: '“{before}”可能改名为“{after}”，请核对',
  limit: '“{name}”{member}：{before}→{after}',
  member: '“{name}”{member}：{before}→{after}',
  standards: '“{name}”执行标准：{moved}',
};
const MOVED = { went: '去掉 {before}', came: '增加 {after}', between: '；' } as const;

/** What has to be done at each place that a change of a service touches; a place that is not named is not touched. */
export const TO_DO: Readonly<Record<ServiceChange['kind'], Partial<Record<TaskPlace, string>>>> = {
  new: { service: '列出执行的标准，确定放在哪个窗口；没有办事指南的，编写办事指南。' },
  gone: {
    service: '核实是取消、合并还是下放；确实没有了的，从单位资料里删去，停用办事指南。',
    window: '这个窗口还列着它，确实没有了的撤下。',
    register: '这个事项执行这项标准，看标准里要不要改。',
    document: '这份文件写的是它，看要不要改或停用。',
  },
  renamed: {
    service: '办事指南、公示栏上的名称跟着改。',
    window: '窗口的一览表、桌牌上写着旧名称的，改成新名称。',
    register: '标准里写了这个事项名称的，改成新名称。',
    document: '文件里写的是旧名称，看要不要改。',
  },
  near: { service: '核实是不是同一个事项；是的，把原来那个的标准和岗位要求移过来。' },
  limit: {
    service: '办事指南、公示栏上的时限跟着改。',
    duty: '写了时限的，照新的时限改。',
    register: '标准里写了这个时限的，照新的时限改。',
    document: '文件里写了这个时限的，照新的时限改。',
  },
  member: {
    service: '办事指南、公示栏上写了{member}的，跟着改。',
    document: '文件里写了{member}的，看要不要改。',
  },
  standards: {
    service: '办事指南和岗位上用的标准跟着换。',
    duty: '引用了去掉的标准的，换成现在的条款。',
    document: '文件里引用的标准跟着换。',
  },
};

const memberOf = ({ member }: ServiceChange): string => (member === undefined ? '' : memberWord('services', member));

/** What is different, in one line: “临时救助申请”承诺时限：10个工作日→7个工作日. */
export function tellServiceChange(change: ServiceChange): string {
  const { kind, before, after } = change;
  const name = (change.item ?? change.was)?.name ?? '';
  const slots = {
    name,
    member: memberOf(change),
    before: shorten(before, LONGEST_SHOWN),
    after: shorten(after, LONGEST_SHOWN),
  };
  const moved = [before === '' ? '' : MOVED.went, after === '' ? '' : MOVED.came].filter((one) => one !== '');
  const list = fillSlots(moved.join(MOVED.between), { before, after });
  return fillSlots(CHANGES[kind], { ...slots, moved: shorten(list, LONGEST_LIST) });
}

/** What is to do at a place that a change touches. */
export const tellToDo = (change: ServiceChange, place: TaskPlace): string =>
  fillSlots(TO_DO[change.kind][place] ?? '', { member: memberOf(change) });
