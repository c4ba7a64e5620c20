import { cleanText, hasHan, labelKey } from '../../base/text.ts';
import type { PageSnapshot } from '../../page/snapshot.ts';
import type { LabelledValue } from '../../pairing/pair.ts';
import { isLabelOf } from '../generic.ts';
import { type Ground, groundOf } from '../ground.ts';
import { labelledValues } from '../pairs/pairs.ts';
import { boxesLabelled } from './find.ts';
import type { Locator, MappedField } from './mapping.ts';
import { keyOfSpot, type Spot, spotsOf, stretchesOf, valueOfSpot } from './spots.ts';

/** Where a person pointed: whole paths of elements in a frame, the one that was meant most likely first. */
export interface Pointed {
  frame: string;
  paths: readonly string[];
}

/** One way to understand what a person pointed at. */
export interface Understood {
  /** As shown; '' for a value that stands without one. */
  label: string;
  value: string;
  state: LabelledValue['state'];
  locators: Locator[];
}

/** Longest text that may be the label of a form; longer ones are values. */
const LONGEST_LABEL = 20;
/** Spots before a value among which its label is looked for. */
const NEAR = 3;

/**
 * What a person may have meant by pointing there, the likeliest first; [] where nothing of a form stands.
 * @param fields what was taught before on this page: their labels are known
 */
export function lookAt(
  captured: PageSnapshot,
  { frame, paths }: Pointed,
  fields: readonly MappedField[],
): Understood[] {
  const ground = groundOf(captured);
  const known = labelsTaught(fields);
  const spots = spotsOf(ground.snapshot, ground.survey);
  const at = paths
    .map((path) => spots.findIndex((one) => one.frame === frame && one.path === path))
    .find((one) => one >= 0);
  const page = { ground, spots, known };
  if (at === undefined) {
    // A picture of a signature, a control that gives no text: it has a place in a pair alone.
    const pair = pairsWith(page).find((one) => paths.some((path) => isAt(one, frame, path)));
    return pair ? [understoodPair(pair, page)] : [];
  }
  const spot = spots[at] as Spot;
  const asValue = valueAt(spot, at, page);
  const asLabel = labelAt(spot, page);
  const alone = aloneAt(spot, page);
  const ordered = asValue.sure || !isLabelLike(spot) ? [asValue.found, asLabel] : [asLabel, asValue.found];
  return [...ordered, alone].flatMap((one) => one ?? []);
}

interface Page {
  ground: Ground;
  spots: readonly Spot[];
  known: ReadonlySet<string>;
}

export function labelsTaught(fields: readonly MappedField[]): Set<string> {
  return new Set(fields.flatMap(({ locators: [first] }) => (first?.by === 'label' ? [labelKey(first.label)] : [])));
}

/** The pairs of a page where this is a label too. */
function pairsWith({ ground, known }: Page, label = ''): LabelledValue[] {
  const labels = label === '' ? known : new Set([...known, label]);
  return labelledValues(ground.snapshot, ground.survey, isLabelOf(ground.knowledge, labels));
}

const isAt = ({ source }: LabelledValue, frame: string, path: string): boolean =>
  source.from === 'page' && source.frame === frame && source.path === path;

/** The spot as the value of a label: of one that is known (then it is sure), or of a short text that stands before it. */
function valueAt(spot: Spot, at: number, page: Page): { found: Understood | undefined; sure: boolean } {
  const pair = pairsWith(page).find((one) => isAt(one, spot.frame, spot.path) && one.label !== '');
  if (pair) return { found: understoodPair(pair, page), sure: true };
  for (const before of page.spots.slice(Math.max(0, at - NEAR), at).reverse()) {
    const key = before.frame === spot.frame ? keyOfSpot(before) : '';
    if (!mayBeLabel(key)) continue;
    const made = pairsWith(page, key).find((one) => labelKey(one.label) === key && isAt(one, spot.frame, spot.path));
    if (made) return { found: understoodPair(made, { ...page, known: new Set([...page.known, key]) }), sure: false };
  }
  return { found: undefined, sure: false };
}

/** The spot as a label, with what stands in its box. */
function labelAt(spot: Spot, page: Page): Understood | undefined {
  const key = keyOfSpot(spot);
  if (!mayBeLabel(key)) return undefined;
  const order = new Map(page.spots.map((one, index) => [`${one.frame} ${one.path}`, index]));
  const placed = (pair: LabelledValue): number =>
    pair.source.from === 'page' ? (order.get(`${pair.source.frame} ${pair.source.path}`) ?? -1) : -1;
  const own = page.spots.indexOf(spot);
  const boxes = boxesLabelled(key, pairsWith(page, key));
  // Of several with this label the one whose value stands first behind it.
  const pair = boxes.find((one) => placed(one) >= own) ?? boxes[0];
  return pair && understoodPair(pair, { ...page, known: new Set([...page.known, key]) });
}

const mayBeLabel = (key: string): boolean =>
  key !== '' && key.length <= LONGEST_LABEL && hasHan(key) && !/\d/.test(key);

/** A text that forms write before a box: the markup says so, a colon, the first of two cells; else a short word. */
function isLabelLike(spot: Spot): boolean {
  if (spot.control) return false;
  if (spot.label || /[:：]\s*$/u.test(spot.text)) return true;
  if (spot.cell !== undefined) return spot.cell % 2 === 0 && mayBeLabel(keyOfSpot(spot));
  return mayBeLabel(keyOfSpot(spot));
}

function understoodPair(pair: LabelledValue, page: Page): Understood {
  const key = labelKey(pair.label);
  const boxes = boxesLabelled(key, pairsWith(page, key));
  const nth = boxes.findIndex((one) => placeOf(one) === placeOf(pair)) + 1;
  const { label, value, state } = pair;
  return {
    ...{ label, value, state },
    locators: [
      { by: 'label', label: key, nth: Math.max(1, nth), of: Math.max(1, boxes.length) },
      ...others(pair, page),
    ],
  };
}

const placeOf = ({ source }: LabelledValue): string => (source.from === 'page' ? `${source.frame} ${source.path}` : '');

/** The name of its control, where no other has it, and its place. */
function others({ source }: LabelledValue, { spots }: Page): Locator[] {
  if (source.from !== 'page') return [];
  const { frame, path } = source;
  const name = spots.find((one) => one.frame === frame && one.path === path)?.control?.name ?? '';
  const alone = name !== '' && spots.filter(({ control }) => control?.name === name).length === 1;
  return [...(alone ? [{ by: 'control' as const, name }] : []), { by: 'path', frame, path }];
}

/** The spot as a value without a label. Between which labels it stands is told when the form's labels are known (`draftOf`). */
function aloneAt(spot: Spot, page: Page): Understood | undefined {
  const value = valueOfSpot(spot, page.ground.snapshot, page.ground.survey);
  if (value === undefined || spot.label) return undefined;
  return {
    ...{ label: '', value: cleanText(value.value), state: value.state },
    locators: [{ by: 'between', before: '', after: '', nth: 1, of: 1 }, ...others(value, page)],
  };
}

/** A field that stands between labels, told anew: between which of these labels of the form, by its place. */
export function betweenLabels(field: MappedField, spots: readonly Spot[], labels: ReadonlySet<string>): MappedField {
  const place = field.locators.find((one) => one.by === 'path');
  if (field.locators[0]?.by !== 'between' || place === undefined) return field;
  for (const { before, after, spots: inside } of stretchesOf(spots, labels)) {
    const at = inside.findIndex(({ frame, path }) => frame === place.frame && path === place.path);
    if (at < 0) continue;
    const ground: Locator = { by: 'between', before, after, nth: at + 1, of: inside.length };
    return { ...field, locators: [ground, ...field.locators.slice(1)] };
  }
  return field;
}
