import { splitNames } from '../../base/names.ts';
import type { Source } from '../../base/source.ts';
import { cleanText } from '../../base/text.ts';
import { roleOfStep } from '../glossary.ts';
import type { TrailStep } from '../model.ts';
import { atHand, awaited, type StepNames, stepRole } from './step.ts';

/**
 * `流程：拟稿(王芳) → 核稿(李明) → 签发`: the way that the flow foretells; a step is done only where an action stands with the
 * name, and the next one is at hand where it is called so: 待提交人处理(王芳). [] when the text draws no flow.
 */
export function trailOfArrows(text: string, source: Source, names?: StepNames): TrailStep[] {
  const parts = cleanText(text)
    .replace(/^(?:审批|处理)?流程(?:图|预览)?[:：]\s*/u, '')
    .split(/\s*(?:→|->|—>|➔|⇒)\s*/u);
  if (parts.length < 2 || parts.length > 30) return [];
  const steps = parts.map(
    (part) => /^(?<step>[^()（）]{1,20})(?:[(（](?<who>[^()（）]{1,30})[)）])?$/u.exec(part)?.groups,
  );
  if (
    steps.some(
      (groups) =>
        !groups?.step ||
        (groups.who === undefined &&
          roleOfStep(groups.step) === undefined &&
          !/^(?:结束|归档|完成)$/u.test(groups.step)),
    )
  )
    return [];
  const drawn = steps.map((groups): TrailStep => {
    const { step = '', who = '' } = groups ?? {};
    const [, name = '', action] =
      /^(.*?)(同意|通过|不同意|退回|驳回|提交|流转|处理|办理)?$/u.exec(cleanText(who)) ?? [];
    return {
      step: cleanText(step),
      ...stepRole(step, names),
      actors: splitNames(name),
      ...(action === undefined ? {} : { action }),
      state: action === undefined ? 'predicted' : 'done',
      source,
    };
  });
  const next = drawn.findIndex(({ state }) => state === 'predicted');
  return awaited(drawn[next]?.step ?? '') === undefined ? drawn : atHand(drawn, next);
}
