import { labelKey } from '../base/text.ts';
import { roleOfStep } from '../document/glossary.ts';
import { isStateLabel, isStepLabel } from '../document/stage.ts';
import type { LabelledValue } from '../pairing/pair.ts';

/** True for a label whose value is the name of a step. */
function namesStep({ label }: LabelledValue): boolean {
  const key = labelKey(label);
  return isStepLabel(key) || isStateLabel(key);
}

/** The name of a step is a label too: 当前环节 | 审核 is one pair and no two labels that meet. */
export function withStepNames(pairs: readonly LabelledValue[]): LabelledValue[] {
  return pairs.flatMap((pair, index) => {
    const [before, next] = [pairs[index - 1], pairs[index + 1]];
    if (before && before.state === 'empty' && pair.state === 'empty' && namesStep(before) && isStep(pair)) return [];
    return pair.state === 'empty' && namesStep(pair) && next?.state === 'empty' && isStep(next)
      ? [{ ...pair, value: next.label, state: 'filled' }]
      : [pair];
  });
}

const isStep = (pair: LabelledValue): boolean => roleOfStep(pair.label) !== undefined;
