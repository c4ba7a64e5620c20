import { readDate, withoutDates } from '../../base/dates.ts';
import { splitNames } from '../../base/names.ts';
import type { Source } from '../../base/source.ts';
import { cleanText, squeeze } from '../../base/text.ts';
import type { TrailStep } from '../model.ts';
import { oldestFirst } from './merge.ts';
import { type StepNames, stepRole, WAITING } from './step.ts';

interface Line {
  text: string;
  source: Source;
}

/** 部门经理：顾怀 2026-11-21 15:30:12, the date taken out. */
const HEAD = /^(?<post>[\p{Script=Han}A-Za-z]{2,10})\s*[:：]\s*(?<who>[\p{Script=Han}·\s]{2,20})$/u;
const STATE = /^(?:审核|审批|办理|处理)(?:状态|结果)\s*[:：]\s*(?<word>.{1,10})$/u;
const OPINION = /^(?:审核|审批|办理|处理)意见\s*[:：]\s*(?<word>.*)$/u;
/** Who began the flow has no state. */
const STARTS = /^(?:申请人|发起人|提交人|拟稿人|起草人)$/u;
/** Lines of a card below its head. */
const MOST_LINES = 3;

/** What trailOfCards took: the steps, and the lines in which they stand. */
export interface Cards {
  steps: TrailStep[];
  lines: Source[];
}

interface Card {
  post: string;
  actor: string;
  time: string | undefined;
  action: string | undefined;
  opinion: string | undefined;
  source: Source;
  /** Lines below the head. */
  own: readonly Line[];
}

/**
 * A workflow record drawn as cards, one a step: 部门经理：王芳 with a time, below it 审核状态：已批准 and 审核意见：…. The card of who
 * began it has no state and counts beside others only. In the order of time, also where the page shows the last one first.
 */
export function trailOfCards(lines: readonly Line[], names?: StepNames): Cards {
  const cards = lines.flatMap((_, at) => cardAt(lines, at) ?? []);
  if (!cards.some(({ action }) => action !== undefined)) return { steps: [], lines: [] };
  const steps = cards.map(({ post, actor, time, action, opinion, source }): TrailStep => {
    const waits = time === undefined || WAITING.test(squeeze(action ?? ''));
    return {
      step: post,
      ...(action === undefined ? { role: 'drafter' as const } : stepRole(post, names)),
      actors: [actor],
      action: action ?? '提交',
      ...(opinion ? { opinion } : {}),
      ...(time === undefined ? {} : { time }),
      state: waits ? 'current' : 'done',
      source,
    };
  });
  return {
    steps: oldestFirst(steps),
    lines: cards.flatMap(({ source, own }) => [source, ...own.map((line) => line.source)]),
  };
}

function cardAt(lines: readonly Line[], at: number): Card | undefined {
  const line = lines[at];
  const head = line && headOf(line.text);
  if (!head) return undefined;
  const below = lines.slice(at + 1, at + 1 + MOST_LINES);
  const end = below.findIndex(({ text }) => headOf(text) !== undefined);
  const own = (end < 0 ? below : below.slice(0, end)).filter(({ text }) =>
    [STATE, OPINION].some((line) => line.test(cleanText(text))),
  );
  const told = (pattern: RegExp): string | undefined =>
    own.map(({ text }) => pattern.exec(cleanText(text))?.groups?.word).find((word) => word !== undefined);
  const action = told(STATE);
  if (action === undefined && (!STARTS.test(head.post) || head.time === undefined)) return undefined;
  return { ...head, action, opinion: told(OPINION), source: line.source, own };
}

function headOf(text: string): Pick<Card, 'post' | 'actor' | 'time'> | undefined {
  if (text.length > 60) return undefined;
  const { post = '', who = '' } = HEAD.exec(cleanText(withoutDates(text)))?.groups ?? {};
  const [actor, ...others] = splitNames(who);
  if (actor === undefined || others.length > 0 || squeeze(who) !== squeeze(actor)) return undefined;
  return { post, actor, time: readDate(text)?.iso };
}
