import { compareText, squeeze } from '../../base/text.ts';
import type { TrailStep } from '../model.ts';
import type { Stage } from '../vocabulary.ts';
import { atHand, awaited, consents, isRefusal, WAITING } from './step.ts';

/** No flow is longer; a page that repeats acts without end is cut here. */
const LONGEST_TRAIL = 500;

/**
 * The steps of one document, each once, in the order of the first drawing: a step that two drawings tell (table, form row,
 * arrows) is one. What the flow foretold and has happened since is dropped.
 */
export function mergeTrails(trails: readonly (readonly TrailStep[])[]): TrailStep[] {
  const steps: TrailStep[] = [];
  for (const trail of trails) {
    const drawn = new Set(steps);
    let before: TrailStep | undefined;
    for (const step of trail) {
      const twin = twinOf(step, steps, (known) => drawn.has(known) || known === before);
      before = step;
      const known = steps[twin];
      if (known) {
        steps[twin] = joined(known, step);
        drawn.add(steps[twin]);
      } else if (steps.length < LONGEST_TRAIL) steps.splice(placeOf(step, steps, drawn), 0, step);
    }
  }
  return steps;
}

/** The steps of one drawing, the earliest first: many records begin with the latest. Steps without a time keep their place among the others. */
export function oldestFirst(steps: readonly TrailStep[]): TrailStep[] {
  const times = steps.flatMap(({ time }) => (time === undefined ? [] : [time.slice(0, 16)]));
  const falls = times.every((time, at) => at === 0 || time <= (times[at - 1] ?? ''));
  return falls && (times[0] ?? '') > (times.at(-1) ?? '') ? [...steps].reverse() : [...steps];
}

/**
 * Index of the step that another drawing tells too, -1 where there is none. One drawing in which a step is done and comes
 * again behind others tells of a second round. @param mayJoin true for steps of other drawings, and for the one just before
 */
function twinOf(step: TrailStep, steps: readonly TrailStep[], mayJoin: (known: TrailStep) => boolean): number {
  const isTwin = (known: TrailStep): boolean =>
    sameStep(known, step) && (mayJoin(known) || known.state !== 'done' || step.state === 'done');
  const alike = steps.findIndex((known) => isTwin(known) && (known.state === 'done') === (step.state === 'done'));
  return alike < 0 ? steps.findIndex(isTwin) : alike;
}

/**
 * The trail with the step at hand: of the steps that the flow foretells, the first of the person for whom the document waits.
 * @param states words of tags, stamps and boxes: 待李明处理
 */
export function withStepAtHand(trail: readonly TrailStep[], states: readonly string[]): TrailStep[] {
  const names = states.flatMap((word) => awaited(word) ?? []);
  const at = trail.findIndex(
    ({ state, actors }) => state === 'predicted' && actors.some((name) => names.includes(name)),
  );
  if (at < 0 || trail.some(({ state }) => state === 'current')) return [...trail];
  return atHand(trail, at);
}

/** Who passed the review in a step that has no name, before another approved it: 钱一鸣 审核通过, 孙二 签发. */
export function withReviewers(trail: readonly TrailStep[]): TrailStep[] {
  const approved = trail.findLastIndex((step) => step.role === 'approver' && consents(step));
  if (trail.some(({ role }) => role === 'reviewer')) return [...trail];
  return trail.map((step, at) =>
    at < approved && step.step === '' && step.role === undefined && REVIEWED.test(step.action ?? '')
      ? { ...step, role: 'reviewer' as const }
      : step,
  );
}
const REVIEWED = /^(?:审核通过|审核|核稿)$/u;

/**
 * The trail of a flow that is over with its approver: where its acts name no steps (周三『提交』了此申请), who agreed last
 * approved it, and the others before reviewed it.
 */
export function withApprover(trail: readonly TrailStep[], stage: Stage): TrailStep[] {
  const over = stage === 'issued' || stage === 'archived';
  if (!over || trail.some(({ step, state, role }) => (step !== '' && role !== 'drafter') || state !== 'done'))
    return [...trail];
  if (trail.some(({ role }) => role === 'approver') || trail.some(isRefusal)) return [...trail];
  const last = trail.findLastIndex(({ role }) => role === undefined);
  return trail.map((step, at) =>
    step.role === undefined ? { ...step, role: at === last ? 'approver' : 'reviewer' } : step,
  );
}

/** Where a step of a further drawing belongs: before the first of those drawn before that came later. */
function placeOf({ time }: TrailStep, steps: readonly TrailStep[], drawn: ReadonlySet<TrailStep>): number {
  if (time === undefined) return steps.length;
  const later = steps.findIndex(
    (known) =>
      (drawn.has(known) && known.state !== 'done') ||
      (drawn.has(known) && known.time !== undefined && compareTimes(known.time, time) > 0),
  );
  return later < 0 ? steps.length : later;
}

/** A day alone is as early and as late as each hour of it. */
function compareTimes(one: string, other: string): number {
  const length = Math.min(one.length, other.length, 16);
  return compareText(one.slice(0, length), other.slice(0, length));
}

function sameStep(left: TrailStep, right: TrailStep): boolean {
  if (isNextRound(left, right)) return false;
  const nameless = left.actors.length === 0 || right.actors.length === 0;
  const shared = left.actors.some((name) => right.actors.includes(name));
  const sameRole = left.role !== undefined && left.role === right.role && !isReturn(left, right);
  const sameName = left.step === right.step || sameRole;
  const unnamed = left.step === '' || right.step === '';
  const times = left.time !== undefined && right.time !== undefined;
  if (times) {
    if (!sameTime(left.time, right.time) || isOtherWord(left, right)) return false;
    return shared || (nameless && sameName);
  }
  // Without two times a twin is told by its name and person; of two drawings of what is to come, one is enough.
  return sameName ? shared || (nameless && left.state !== 'done' && right.state !== 'done') : shared && unnamed;
}

/** One person may act twice in a minute: what was written then differs, and a drawing that cuts it short has its beginning. Marks are not compared: drawings write them full and half. */
function isOtherWord({ opinion: left = '' }: TrailStep, { opinion: right = '' }: TrailStep): boolean {
  const [one = '', other = ''] = [left, right].map((words) => words.replace(/[^\p{L}\p{N}]/gu, ''));
  return one !== '' && other !== '' && !one.includes(other) && !other.includes(one);
}

/** To the minute; where one drawing tells the day alone, the day. */
function sameTime(left = '', right = ''): boolean {
  const exact = Math.min(left.length, right.length, 16);
  return left.slice(0, exact) === right.slice(0, exact);
}

/** Somebody acted, and the same step waits for them again: it went round once more. */
function isNextRound(left: TrailStep, right: TrailStep): boolean {
  const done = [left, right].find(({ state }) => state === 'done');
  const waits = [left, right].some(({ state, time }) => state === 'current' && time === undefined);
  return waits && (done?.action !== undefined || done?.opinion !== undefined);
}

/** The drafter sent it, and has it again in a step of another name: it came back. */
function isReturn(left: TrailStep, right: TrailStep): boolean {
  const states = [left.state, right.state];
  return left.role === 'drafter' && states.includes('done') && states.includes('current');
}

const STATE_WEIGHT = { predicted: 0, current: 1, done: 2 } as const;

/** One step out of two drawings of it: the more advanced one, filled up from the other. */
function joined(one: TrailStep, other: TrailStep): TrailStep {
  const [left, right] = [begun(one, other), begun(other, one)];
  const [more, less] = STATE_WEIGHT[right.state] > STATE_WEIGHT[left.state] ? [right, left] : [left, right];
  const { hidden: _, ...step } = { ...less, ...more };
  const shown = [more, less].find((drawn) => drawn.state === more.state && !drawn.hidden);
  const [time] = [more.time, less.time].sort((one = '', two = '') => two.length - one.length);
  return {
    ...step,
    ...(time === undefined ? {} : { time }),
    step: more.step || less.step,
    actors: more.actors.length > 0 ? more.actors : less.actors,
    ...(more.unverified || less.unverified ? { unverified: true } : {}),
    source: shown?.source ?? more.source,
    ...(shown ? {} : more.hidden ? { hidden: true } : {}),
  };
}

/**
 * A time alone may be the time at which a step began: timelines draw it so while it runs. Where the other drawing says that
 * the step still waits (审批中), nobody has acted.
 */
function begun(step: TrailStep, twin: TrailStep): TrailStep {
  const timed = step.state === 'done' && step.action === undefined && step.opinion === undefined;
  if (!timed || !WAITING.test(squeeze(twin.action ?? ''))) return step;
  const { time: _, ...rest } = step;
  return { ...rest, state: 'current' };
}
