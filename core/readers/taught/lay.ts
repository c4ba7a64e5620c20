import { labelKey } from '../../base/text.ts';
import type { PageSnapshot } from '../../page/snapshot.ts';
import type { LabelledValue } from '../../pairing/pair.ts';
import type { Survey } from '../survey/survey.ts';
import { boxesLabelled, type Found, findField, groundFor, labelsOf, type Unfound } from './find.ts';
import type { MappedField, Mapping } from './mapping.ts';

/** What became of one field of a mapping on a page. */
export type Laid = { field: MappedField } & Found;

/** The pairs of a page with what a mapping says of them, values without a label among them, and what became of each field. */
export function layOver(
  mapping: Mapping,
  snapshot: PageSnapshot,
  survey: Survey,
  pairs: readonly LabelledValue[],
): { pairs: LabelledValue[]; laid: Laid[] } {
  const ground = groundFor(snapshot, survey, pairs, labelsOf(mapping));
  const taught = new Map<string, LabelledValue>();
  const silenced = new Set<string>();
  const laid = mapping.fields.map((field): Laid => {
    if (field.role === null) return { field, ...withoutRole(field, findField(field, ground), pairs, silenced) };
    const found = findField(field, ground);
    if ('why' in found) return { field, ...found };
    const place = placeOf(found.pair);
    // Two fields that lead to one box: one of them is wrong, and nobody knows which.
    if (taught.has(place)) return { field, why: 'disagree' satisfies Unfound };
    taught.set(place, { ...found.pair, taught: field.role });
    return { field, ...found };
  });
  const left = pairs.flatMap((pair): LabelledValue[] => {
    const place = placeOf(pair);
    const own = taught.get(place);
    if (own !== undefined) {
      // Of several labels for one value the taught one counts, or none.
      if (own.label !== pair.label) return [];
      taught.delete(place);
      return [own];
    }
    return [silenced.has(place) ? { ...pair, taught: null } : pair];
  });
  return { pairs: [...left, ...taught.values()], laid };
}

/** A label that has no role has none wherever it stands: that takes nothing from anywhere. */
function withoutRole(
  { locators }: MappedField,
  found: Found,
  pairs: readonly LabelledValue[],
  silenced: Set<string>,
): Found {
  const [first] = locators;
  const boxes =
    first?.by === 'label' ? boxesLabelled(labelKey(first.label), pairs) : 'pair' in found ? [found.pair] : [];
  for (const pair of boxes) silenced.add(placeOf(pair));
  const [pair] = boxes;
  return pair ? { pair } : found;
}

const placeOf = ({ source }: LabelledValue): string => (source.from === 'page' ? `${source.frame} ${source.path}` : '');
