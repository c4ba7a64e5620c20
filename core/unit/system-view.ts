import { fillSlots } from '../base/text.ts';
import type { CataloguePack } from '../standards/catalogue.ts';
import { isOver } from '../standards/status.ts';
import { STATUS_WORDS } from '../standards/words.ts';
import { checkNumbers, type NumberFinding } from './numbering.ts';
import type { UnitProfile, UnitStandard } from './profile.ts';
import { type Member, membersIn, type System, systemOn } from './structure.ts';
import { type Summary, summaryOf } from './summary.ts';

/** The system of standards of a unit on a day, counted and judged. */
export interface SystemView {
  system: System;
  summary: Summary;
  numbers: NumberFinding[];
}

export const systemViewOf = (unit: UnitProfile, catalogue: CataloguePack, on: string): SystemView => {
  const system = systemOn(unit, catalogue, on);
  return { system, summary: summaryOf(system), numbers: checkNumbers(unit, on) };
};

const WORDS = {
  over: '被代替或废止、还在体系里的标准（{count}）',
  numbers: '编号要看一看的标准（{count}）',
  undeclared: '体系图里没有的编号（{count}）',
  outside: '没有归到子体系的标准（{count}）',
  uncoded: '没有写体系编号的标准（{count}）',
  empty: '体系图里没有标准的框（{count}）',
  ended: '已经写明废止、没有计入的标准（{count}）',
  number: '{number} {title}：{text}',
  code: '{code}：{standards}',
  status: '{standard}（{status}）',
} as const;

/** Things of one sort that do not fit, a line each. */
export interface Misfits {
  /** With how many there are: 没有归到子体系的标准（3）. */
  title: string;
  lines: string[];
  /** Said so that nobody misses them; nothing has to be done. */
  isFine: boolean;
}

const nameOf = ({ designation, title }: UnitStandard): string => `${designation} ${title}`;
const memberName = ({ standard }: Member): string => nameOf(standard);

/** What does not fit in a system, what weighs most first; sorts of which there is nothing are left out. */
export function misfitsOf({ system, numbers }: SystemView): Misfits[] {
  const members = [...system.boxes.flatMap(membersIn), ...system.outside];
  const lists: Record<Exclude<keyof typeof WORDS, 'number' | 'code' | 'status'>, string[]> = {
    over: members
      .filter(({ answer }) => isOver(answer))
      .map((one) => fillSlots(WORDS.status, { standard: memberName(one), status: STATUS_WORDS[one.answer.status] })),
    numbers: numbers.map(({ number, title, text }) => fillSlots(WORDS.number, { number, title, text })),
    undeclared: system.undeclared.map(({ code, standards }) =>
      fillSlots(WORDS.code, { code, standards: standards.map(nameOf).join('、') }),
    ),
    outside: system.outside.map(memberName),
    uncoded: system.uncoded.map(memberName),
    empty: system.empty.map(({ code, name }) => `${code} ${name}`.trim()),
    ended: system.ended.map(nameOf),
  };
  return (Object.keys(lists) as (keyof typeof lists)[]).flatMap((sort) => {
    const lines = lists[sort];
    const title = fillSlots(WORDS[sort], { count: lines.length });
    return lines.length === 0 ? [] : [{ title, lines, isFine: sort === 'ended' }];
  });
}
