import { fillSlots, rowOf, squeeze } from '../base/text.ts';
import { roleOfStep } from './glossary.ts';
import type { TrailStep } from './model.ts';
import type { FamilyKnowledge, StageHints } from './parts.ts';
import { isEndOfFlow, isRefusal } from './trail/step.ts';
import type { DateRole, PeopleRole, Role, Stage } from './vocabulary.ts';
import { STAGE_REASONS } from './words.ts';

/** Labels of boxes that say how a flow stands. */
const STATE_LABELS = new Set(
  '流程状态 审批状态 审核状态 状态 当前状态 所处状态 办理状态 办件状态 文件状态 单据状态 文档状态 公文状态 发文状态 收文状态'.split(
    ' ',
  ),
);

/** True for a label, as `labelKey` writes it, whose value says how a flow stands. */
export function isStateLabel(key: string): boolean {
  return STATE_LABELS.has(key);
}

/** True for a label, as `labelKey` writes it, whose value is the name of the step at hand. */
export function isStepLabel(key: string): boolean {
  return /^(?:(?:当前|所处|所在|目前|流程)?(?:环节|节点|步骤|阶段)|当前流程)$/u.test(key);
}

/** True for a label, as `labelKey` writes it, under which a person who acts chooses what to do: 操作类型 通过 or 退回. */
export function isChoiceLabel(key: string): boolean {
  return /^(?:(?:审批|审核|办理|处理)(?:操作|动作|结论|结果)|操作类型|操作|是否同意|同意与否)$/u.test(key);
}

export interface StageAnswer {
  stage: Stage;
  reason: string;
}

/** Words of tags, stamps and boxes. The first pattern that fits decides. */
const STATE_WORDS: readonly (readonly [RegExp, Stage])[] = [
  [/^(?:已归档|归档完成)$/u, 'archived'],
  [
    /^(?:已发布|已印发|已签发|已办结|办结|已完成|审批通过|已通过|已结束|已发文|已分发|已用印|流程结束|结束|审批完成|已批准|已完结|已办毕|已办完)$/u,
    'issued',
  ],
  [/^(?:待签发|签发中|待批准|待领导签发|待领导审批|签发|待[\p{Script=Han}·]{2,8}(?:签发|批准))$/u, 'approval'],
  [/^(?:待会签|会签中|会签|待[\p{Script=Han}·]{2,8}会签)$/u, 'countersign'],
  [/^(?:待核稿|核稿中|待审核|审核中|核稿|待复核|复核中|待[\p{Script=Han}·]{2,8}(?:核稿|审核|复核))$/u, 'review'],
  [
    /^(?:草稿|未提交|待提交|拟稿|拟稿中|起草中|起草|暂存|已退回|退回|已驳回|已撤回|退回修改|编辑中|未送审|(?:审批|审核)?(?:不通过|未通过)|(?:审批|审核)(?:拒绝|驳回|退回)|已拒绝)$/u,
    'drafting',
  ],
];

/** Words that say that the flow runs, and not where. */
const RUNNING =
  /^(?:审批中|处理中|流转中|办理中|进行中|待审批|待处理|待[\p{Script=Han}·]{2,8}(?:处理|审批|办理)|(?:提交|送审|发起)成功)$/u;

const STAGE_OF_ROLE: Partial<Readonly<Record<PeopleRole, Stage>>> = {
  drafter: 'drafting',
  reviewer: 'review',
  countersigner: 'countersign',
  approver: 'approval',
};

/** Captions of buttons. */
const SENDS =
  /^(?:提交|立即提交|提交申请|提交审批|送审|发起|发起流程|发起审批|保存草稿|存草稿|暂存|提交流程|呈报|送核稿|再次提交|重新提交|提交并送审|保存待发|(?:保存并)?提交(?:审核|审批)|提交保存)$/u;
const SAVES = /^(?:保存|保存草稿|保存待发|存草稿|暂存)$/u;
const DECIDES =
  /^(?:同意|通过|批准|签发|退回|退回修改|拒绝|驳回|转办|加签|提交处理|批注|不同意|审批|会签|核稿|回退|暂存待办)$/u;

/** Names of steps and captions of buttons: a state only in a box named 流程状态. */
const STEP_NAME = /^(?:签发|会签|核稿|拟稿|起草|办结|结束|退回|暂存|退回修改)$/u;

/** True for a word that tells a state wherever it stands alone: what a tag or a stamp on a page may hold. */
export function isStateWord(text: string): boolean {
  const plain = squeeze(text);
  if (STEP_NAME.test(plain)) return false;
  return RUNNING.test(plain) || STATE_WORDS.some(([pattern]) => pattern.test(plain));
}

/**
 * Where in its life a document stands. @param hints words of the page; undefined for a file.
 * @param trail the workflow record in its order. The reason is a Chinese sentence.
 */
export function stageOf(
  trail: readonly TrailStep[],
  hints: StageHints | undefined,
  states: FamilyKnowledge['states'],
): StageAnswer {
  const found = stateOfWords(hints?.states ?? [], states);
  if (found) return found;
  const named = hints?.step === undefined ? undefined : stageOfStep(squeeze(hints.step));
  if (named && hints?.step) return { stage: named, reason: fillSlots(STAGE_REASONS.current, { step: hints.step }) };
  const buttons = (hints?.buttons ?? []).map(squeeze);
  const current = trail.find((step) => step.state === 'current');
  const choice = hints?.choices?.map(squeeze).find((word) => DECIDES.test(word)) ?? offered(hints?.options);
  const decides = buttons.find((caption) => DECIDES.test(caption)) ?? choice;
  if (current) {
    const stage = (current.role && STAGE_OF_ROLE[current.role]) ?? stageBehind(current, trail);
    return { stage, reason: fillSlots(STAGE_REASONS.current, { step: current.step }) };
  }
  const steps = trail.filter((step) => step.state === 'done');
  const ended = steps.at(-1)?.actors.length === 0 && isEndOfFlow(steps.at(-1)?.step ?? '') ? steps.at(-1) : undefined;
  const done = steps.filter((step) => step !== ended);
  const last = done.at(-1);
  const running = hints?.states.map(squeeze).find((word) => RUNNING.test(word));
  // 审批中 behind a refusal: it went back by a step, and not to the drafter.
  if (last && isRefusal(last) && running === undefined) return { stage: 'drafting', reason: STAGE_REASONS.sentBack };
  if (ended) return { stage: 'issued', reason: fillSlots(STAGE_REASONS.current, { step: ended.step }) };
  const next = trail.find((step) => step.state === 'predicted' && step.role !== 'drafter' && !isEndOfFlow(step.step));
  // What was decided before a refusal no longer stands.
  const acted = done.slice(done.findLastIndex(isRefusal) + 1).filter((step) => step.role !== 'drafter');
  if (next && (acted.length > 0 || decides !== undefined)) {
    const stage = (next.role && STAGE_OF_ROLE[next.role]) ?? stageBehind(next, trail);
    return { stage, reason: fillSlots(STAGE_REASONS.next, { step: next.step }) };
  }
  // 发送 is said of messages too: it sends a document where that can be saved as well.
  const saves = buttons.find((caption) => SAVES.test(caption));
  // Once somebody has acted, what can be saved may be an opinion.
  const drafts = done.length === 0 ? saves : undefined;
  const sends = buttons.find((caption) => SENDS.test(caption) || (saves !== undefined && caption === '发送')) ?? drafts;
  if (sends !== undefined && decides === undefined && hints?.editable)
    return { stage: 'drafting', reason: fillSlots(STAGE_REASONS.sends, { button: sends }) };
  if (decides !== undefined) {
    const reviewed = acted.some((step) => step.role === 'reviewer');
    return {
      stage: reviewed ? 'approval' : 'review',
      reason: fillSlots(decides === choice ? STAGE_REASONS.chooses : STAGE_REASONS.decides, { button: decides }),
    };
  }
  if (running !== undefined) {
    const reviewed = acted.some((step) => step.role === 'reviewer');
    const stage = (next?.role && STAGE_OF_ROLE[next.role]) ?? (reviewed ? 'approval' : 'review');
    return { stage, reason: fillSlots(STAGE_REASONS.state, { state: running }) };
  }
  if (next === undefined && acted.some((step) => step.role === 'approver'))
    return { stage: 'issued', reason: STAGE_REASONS.approved };
  return { stage: 'unknown', reason: STAGE_REASONS.unknown };
}

/** The stage at a step of nobody who signs: behind the signature what prints and hands out, else somewhere on the way. */
function stageBehind({ step }: TrailStep, trail: readonly TrailStep[]): Stage {
  const signed = trail.some(({ role, state }) => role === 'approver' && state === 'done');
  return signed && HANDS_OUT.test(squeeze(step)) ? 'issued' : 'review';
}

/** The first of the decisions that are offered side by side: 同意, 不同意. One alone may be a box of the form. */
function offered(options: readonly string[] = []): string | undefined {
  const words = options.map(squeeze).filter((word) => DECIDES.test(word));
  return new Set(words).size > 1 ? words[0] : undefined;
}

/** 印发, 编号用印: what comes behind the signature, unless the step signs or reviews as well. */
const HANDS_OUT = /^(?!.*(?:审核|核稿|签发)).*(?:分发|印发|用印|盖章|套红|编号|缮印|打印|发布|发文$)/u;

/** Stage of a document that stands at a step of this name; undefined when the name tells nothing. */
function stageOfStep(step: string): Stage | undefined {
  if (/^(?:已?办结|结束|已?完成|流程结束)$/u.test(step)) return 'issued';
  if (/归档/u.test(step)) return 'archived';
  // 拟稿人分发: what comes behind the signature, whoever does it.
  if (HANDS_OUT.test(step)) return 'issued';
  const role = roleOfStep(step);
  return role && (STAGE_OF_ROLE[role] ?? 'review');
}

function stateOfWords(words: readonly string[], states: FamilyKnowledge['states']): StageAnswer | undefined {
  for (const word of words.map(squeeze)) {
    const stage = rowOf(states, word) ?? STATE_WORDS.find(([pattern]) => pattern.test(word))?.[1];
    if (stage) return { stage, reason: fillSlots(STAGE_REASONS.state, { state: word }) };
  }
  return undefined;
}

const ORDER: readonly Stage[] = ['drafting', 'review', 'countersign', 'approval', 'issued', 'archived'];

/** The step that fills a role's box. Roles that are not listed are the drafter's. */
const FILLED_AT: Partial<Readonly<Record<Role, Stage>>> = {
  reviewer: 'review',
  reviewedOn: 'review',
  countersigner: 'countersign',
  approver: 'approval',
  approvedOn: 'approval',
  docNumber: 'approval',
  writtenOn: 'approval',
  publishedOn: 'issued',
  effectiveOn: 'issued',
  printedOn: 'issued',
  registrar: 'issued',
  proofreader: 'issued',
  completedOn: 'issued',
} satisfies Partial<Record<PeopleRole | DateRole | Role, Stage>>;

/**
 * True when the workflow has yet to fill this box. @param writable the person at the page can write in it now:
 * then the box of the step at hand is theirs to fill; a box of the step at hand that nobody can write in is filled by acting.
 */
export function isPending(role: Role, stage: Stage, writable: boolean): boolean {
  const filledAt = FILLED_AT[role];
  if (stage === 'unknown' || filledAt === undefined) return false;
  const distance = ORDER.indexOf(filledAt) - ORDER.indexOf(stage);
  return distance > 0 || (distance === 0 && !writable && stage !== 'issued');
}
