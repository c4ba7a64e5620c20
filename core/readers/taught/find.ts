import { labelKey } from '../../base/text.ts';
import type { PageSnapshot } from '../../page/snapshot.ts';
import type { LabelledValue } from '../../pairing/pair.ts';
import type { Survey } from '../survey/survey.ts';
import type { Locator, MappedField, Mapping } from './mapping.ts';
import { type Spot, type Stretch, spotsOf, stretchesOf, valueOfSpot } from './spots.ts';

/** A page as mappings are laid over it. */
export interface FindGround {
  snapshot: PageSnapshot;
  survey: Survey;
  /** Labels with their values, the labels of the form known as such. */
  pairs: readonly LabelledValue[];
  spots: readonly Spot[];
  stretches: readonly Stretch[];
}

/** Why a box is not read: missing; another number of boxes of its kind; two locators that do not agree. */
export type Unfound = 'missing' | 'changed' | 'disagree';
export type Found = { pair: LabelledValue } | { why: Unfound };

/** Every label that a mapping names. */
export function labelsOf({ signature, fields }: Pick<Mapping, 'signature' | 'fields'>): Set<string> {
  const named = fields.flatMap(({ locators }) => locators.flatMap((one) => (one.by === 'label' ? [one.label] : [])));
  return new Set([...signature.labels, ...named].map(labelKey).filter((key) => key !== ''));
}

export function groundFor(
  snapshot: PageSnapshot,
  survey: Survey,
  pairs: readonly LabelledValue[],
  labels: ReadonlySet<string>,
): FindGround {
  const spots = spotsOf(snapshot, survey);
  return { snapshot, survey, pairs, spots, stretches: stretchesOf(spots, labels) };
}

/**
 * The box of a field. The first locator finds it; every other one that finds something has to find the same. A wrong value
 * is worse than none: where the page has more or fewer boxes of the kind than it had, none of them is taken.
 */
export function findField({ locators }: MappedField, ground: FindGround): Found {
  const [first, ...others] = locators;
  const found =
    first?.by === 'label'
      ? byLabel(first, ground)
      : first?.by === 'between'
        ? byStretch(first, ground)
        : { why: 'missing' as const };
  if ('why' in found) return found;
  const agreed = others.every((other) => agrees(other, found.pair, ground));
  return agreed ? found : { why: 'disagree' };
}

type LabelLocator = Extract<Locator, { by: 'label' }>;
type StretchLocator = Extract<Locator, { by: 'between' }>;

/** Boxes with a label: those in sight; those out of sight where no other is there. */
export function boxesLabelled(key: string, pairs: readonly LabelledValue[]): LabelledValue[] {
  const all = pairs.filter((pair) => labelKey(pair.label) === key);
  const seen = all.filter((pair) => !pair.hidden);
  return seen.length > 0 ? seen : all;
}

function byLabel({ label, nth, of }: LabelLocator, { pairs }: FindGround): Found {
  const boxes = boxesLabelled(labelKey(label), pairs);
  if (boxes.length === 0) return { why: 'missing' };
  const pair = boxes.length === of ? boxes[nth - 1] : undefined;
  return pair ? { pair } : { why: 'changed' };
}

function byStretch({ before, after, nth, of }: StretchLocator, { stretches, snapshot, survey }: FindGround): Found {
  const fitting = stretches.filter((one) => one.before === labelKey(before) && one.after === labelKey(after));
  const [only] = fitting;
  if (only === undefined) return { why: 'missing' };
  const spot = fitting.length === 1 && only.spots.length === of ? only.spots[nth - 1] : undefined;
  const pair = spot && valueOfSpot(spot, snapshot, survey);
  return pair ? { pair } : { why: 'changed' };
}

/** Whether a further locator finds this box, or nothing. */
function agrees(locator: Locator, pair: LabelledValue, ground: FindGround): boolean {
  if (pair.source.from !== 'page') return false;
  const { frame, path } = pair.source;
  switch (locator.by) {
    case 'control': {
      const named = ground.spots.filter(({ control }) => control?.name === locator.name);
      return named.length === 0 || named.some((spot) => spot.frame === frame && spot.path === path);
    }
    case 'path': {
      // Rows that moved: what stands there now has a label of its own, and is no second opinion.
      const there = ground.pairs.find(
        ({ source }) => source.from === 'page' && source.frame === locator.frame && source.path === locator.path,
      );
      return there === undefined || labelKey(there.label) !== labelKey(pair.label) || isAt(there, frame, path);
    }
    case 'label': {
      const found = byLabel(locator, ground);
      return 'why' in found || isAt(found.pair, frame, path);
    }
    case 'between': {
      const found = byStretch(locator, ground);
      return 'why' in found || isAt(found.pair, frame, path);
    }
  }
}

const isAt = ({ source }: LabelledValue, frame: string, path: string): boolean =>
  source.from === 'page' && source.frame === frame && source.path === path;
