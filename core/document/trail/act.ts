import { readDate } from '../../base/dates.ts';
import { splitNames } from '../../base/names.ts';
import type { Source } from '../../base/source.ts';
import { cleanText, halfWidth } from '../../base/text.ts';
import type { LabelledValue } from '../../pairing/pair.ts';
import type { TrailStep } from '../model.ts';
import { type StepNames, stepRole } from './step.ts';

export const ACTIONS =
  '审批通过|审核通过|不同意|不通过|原则同意|拟同意|同意|通过|驳回|退回修改|退回|拒绝|提交|发起|批准|签发|核稿|审核|会签|已阅|阅|转办|加签|拟稿|办结|受理|归档|登记|校对|撤回';
/** 姓名[部门] in front, then 动作, the time anywhere behind. */
const NAME = String.raw`(?<name>[\p{Script=Han}·]{2,15}?)\s*(?:[\[（(【][^\])）】]{1,20}[\])）】])?[\s:：，,]*`;
const DEED = String.raw`(?<action>${ACTIONS})?(?=[\s\d,，。:：(（]|$)(?<rest>.*)$`;
const ACT = new RegExp(`^${NAME}${DEED}`, 'u');
const NAMELESS_ACT = new RegExp(`^${DEED}`, 'u');

export interface Act {
  actors: string[];
  action?: string;
  opinion?: string;
  time?: string;
}

/**
 * One act written as a sentence: `张建国 同意 2026-06-18 09:54 请尽快印发`, `李明 2026-11-20 15:02`.
 * Undefined unless a name and a time, or a name and an action, stand there.
 */
export function readAct(text: string): Act | undefined {
  return actOf(text, ACT);
}

function actOf(text: string, pattern: RegExp): Act | undefined {
  const plain = halfWidth(cleanText(text));
  const date = readDate(plain);
  const timeless = date ? cleanText(`${plain.slice(0, date.start)} ${plain.slice(date.end)}`) : plain;
  const match = pattern.exec(timeless)?.groups;
  const names = match?.name ? splitNames(match.name) : [];
  if ((names.length === 0 && pattern === ACT) || (!date?.iso && !match?.action)) return undefined;
  // Without an action the name must stand apart: 本通知自2026-11-20起 is a sentence.
  if (!match?.action && !/^[\s:：，,[(（【]/u.test(plain.slice(match?.name?.length ?? 0))) return undefined;
  const opinion = cleanText(match?.rest ?? '')
    .replace(/^[\s,，。:：;；]+|回复 ?\( ?\) ?\d*$/gu, '')
    .trim();
  return {
    actors: names,
    ...(match?.action ? { action: match.action } : {}),
    ...(opinion === '' ? {} : { opinion }),
    ...(date?.iso ? { time: date.iso } : {}),
  };
}

/**
 * A form row whose label is a step and whose value is one act a line: 领导签发 | 赵子龙 同意 2026-11-23 12:12:49，复稿无误. Where a
 * picture stands for the name, action and time must be there.
 */
export function trailOfRow(
  row: Pick<LabelledValue, 'label' | 'value' | 'picture' | 'source'>,
  names?: StepNames,
): TrailStep[] {
  const role = stepRole(row.label, names);
  if (!('role' in role)) return [];
  const base = { step: cleanText(row.label), ...role, state: 'done' as const, source: row.source };
  return row.value.split('\n').flatMap((line): TrailStep[] => {
    const act = readAct(line);
    if (act?.time !== undefined && act.action !== undefined) return [{ ...base, ...act }];
    const nameless = row.picture ? actOf(line, NAMELESS_ACT) : undefined;
    return nameless?.time !== undefined && nameless.action !== undefined
      ? [{ ...base, ...nameless, unverified: true }]
      : [];
  });
}

/** A line of a page that is an act: name, action and time all there; [] otherwise. The step is not known. */
export function trailOfSentence(text: string, source: Source): TrailStep[] {
  const act = text.length > 300 ? undefined : readAct(text);
  return act?.time === undefined || act.action === undefined ? [] : [{ step: '', ...act, state: 'done', source }];
}
