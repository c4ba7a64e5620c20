import { labelKey, rowOf, squeeze } from '../../base/text.ts';
import { roleOfStep } from '../glossary.ts';
import type { TrailStep } from '../model.ts';
import type { PeopleRole } from '../vocabulary.ts';

/** Written where a step still waits for its person. */
export const WAITING =
  /^(?:待处理|处理中|审批中|待审批|待审核|审核中|在办|待办|待办理|办理中|未处理|未审批|未办理|进行中|当前|未读|已读|正在办理|等待中|待签发|待会签|待提交|待核稿)$/u;
/** Written where a step is only foreseen. */
export const FORESEEN = /^(?:未开始|未到达|预计|待流转|未流转|未启动)$/u;
/** A step that went back, or gave no consent. */
const REFUSED = /不同意|不通过|未通过|驳回|退回|拒绝|撤回|否决|打回|撤销|作废/u;

const AGREED = /同意|通过/u;
/** An opinion that begins so sends back, where the action says nothing else. */
const REFUSES = /^(?:不同意|不通过|不予|退回|驳回)/u;

/** What a family or form adds to the glossary's names of steps. */
export type StepNames = Readonly<Record<string, PeopleRole>>;

export function stepRole(step: string, names: StepNames | undefined): { role: PeopleRole } | object {
  const role = rowOf(names, labelKey(step)) ?? roleOfStep(step);
  return role === undefined ? {} : { role };
}

/** Hands on, asks or tells, and decides nothing. */
const PASSES_ON =
  /^(?:已?(?:转办|转交|移交|转发|加签|传阅|知会|抄送|催办|沟通|分发|评论|回复|委托|阅知|关注|签收|收回)|.*(?:自动|超时|跳过).*|系统.*)$/u;

/** True for a step that consented: done by somebody, neither sent back nor refused nor only handed on. */
export function consents(step: TrailStep): boolean {
  return step.state === 'done' && !isRefusal(step) && !PASSES_ON.test(squeeze(step.action ?? ''));
}

/** True for a step that sent the document back or refused it. */
export function isRefusal(step: TrailStep): boolean {
  if (step.state !== 'done') return false;
  return REFUSED.test(step.action ?? '') || (!AGREED.test(step.action ?? '') && REFUSES.test(step.opinion ?? ''));
}

/** True for the name of what ends a flow, where nobody acts: 结束, 流程结束, 办结. */
export function isEndOfFlow(step: string): boolean {
  return /^(?:流程)?已?(?:结束|完成|办结)(?:节点)?$/u.test(squeeze(step));
}

/** 待李明处理: the person at whom the document waits. */
const WAITS_FOR = /^待([\p{Script=Han}·]{2,15}?)(?:处理|审批|审核|办理)$/u;

/** The person for whom a step or a state says that it waits. */
export function awaited(words: string): string | undefined {
  return WAITS_FOR.exec(squeeze(words))?.[1];
}

/** The steps with the one at this index being at hand. */
export function atHand(trail: readonly TrailStep[], at: number): TrailStep[] {
  return trail.map((step, index) => (index === at ? { ...step, state: 'current' } : step));
}
