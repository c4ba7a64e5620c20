import type { Source } from '../../base/source.ts';
import { cleanText } from '../../base/text.ts';
import { roleOfStep } from '../glossary.ts';
import type { TrailStep } from '../model.ts';
import { stepOfItem } from './act.ts';
import { readItem } from './item.ts';
import { atHand, awaited, type StepNames } from './step.ts';

/** Arrows, however a page writes them. Those of a path through menus too: 首页 > 公文. */
const ARROW = /\s*(?:[-—–─=]{0,3}(?:[→➔➜⇒▶►⟶➝»]+|(?<=[-—–─=])[>＞])|[>＞]{1,2})\s*/u;
const SURE_ARROW = /[→➔➜⇒⟶➝]|[-—–─=][>＞]/u;
const HEAD = /^(?:当前|审批|处理|办理)?(?:流程|流转|步骤)(?:图|预览|路径|走向)?[:：]\s*/u;
const END = /^(?:流程)?(?:结束|归档|完成|办结)$/u;
const MOST_STEPS = 30;
const LONGEST_PART = 40;

/** True for a text that may draw a flow with arrows. */
export const hasArrows = (text: string): boolean => /[→➔➜⇒▶►⟶➝»>＞]/u.test(text);

/**
 * `流程：拟稿(王芳) → 核稿(李明) → 签发`: the way that the flow foretells; a step is done only where an action stands with the
 * name, and the next one is at hand where it is called so: 待提交人处理(王芳). [] when the text draws no flow.
 */
export function trailOfArrows(text: string, source: Source, names?: StepNames): TrailStep[] {
  const plain = cleanText(text).replace(HEAD, '');
  const parts = plain.split(ARROW);
  if (parts.length < 2 || parts.length > MOST_STEPS || parts.some((part) => part === '' || part.length > LONGEST_PART))
    return [];
  const items = parts.map((part) => readItem([part]));
  const fits = items.every(
    (item, at) =>
      item.unknown === 0 &&
      (item.actors.length > 0 || roleOfStep(item.step) !== undefined || END.test(parts[at] ?? '')),
  );
  const named = items.filter(({ actors, step }) => actors.length > 0 && step !== '').length;
  // A path through menus names nobody.
  if (!fits || (!SURE_ARROW.test(plain) && named < 2)) return [];
  const drawn = items.map((item, at) => {
    const step = stepOfItem(item, source, names);
    return step.step === '' && step.actors.length === 0 ? { ...step, step: parts[at] ?? '' } : step;
  });
  const next = drawn.findIndex(({ state }) => state === 'predicted');
  return awaited(drawn[next]?.step ?? '') === undefined ? drawn : atHand(drawn, next);
}
