import { labelKey } from '../../base/text.ts';
import type { PageSnapshot } from '../../page/snapshot.ts';
import type { Survey } from '../survey/survey.ts';
import { fitsAddress } from './address.ts';
import type { Mapping } from './mapping.ts';
import { keyOfSpot } from './spots.ts';

/** Below this part of the share that a mapping asks for, the page is another form under the same address. */
const OTHER_FORM = 0.5;

export type Fit =
  | { mapping: Mapping; fits: true }
  /** changed: some of its labels are there, and not enough; other: hardly any. */
  | { mapping: Mapping; fits: false; why: 'changed' | 'other' };

/** The mapping for a page, of those made for its address: the one that finds most of its labels there. Undefined where none is for it. */
export function mappingFor(snapshot: PageSnapshot, survey: Survey, mappings: readonly Mapping[]): Fit | undefined {
  const near = mappings.filter(({ address }) => isAddressed(address, snapshot));
  if (near.length === 0) return undefined;
  const labels = labelsOn(survey);
  const ranked = near
    .map((mapping) => ({ mapping, share: shareOf(mapping, labels) }))
    .sort(
      (left, right) =>
        right.share / right.mapping.signature.share - left.share / left.mapping.signature.share ||
        right.mapping.signature.labels.length - left.mapping.signature.labels.length,
    );
  const [best] = ranked;
  if (best === undefined) return undefined;
  const { mapping, share } = best;
  const wanted = mapping.signature.share;
  if (share >= wanted) return { mapping, fits: true };
  return { mapping, fits: false, why: share >= wanted * OTHER_FORM ? 'changed' : 'other' };
}

/** The page or a frame in it has such an address; a saved page that tells none is known by its labels alone. */
function isAddressed(address: string, { frames }: PageSnapshot): boolean {
  const read = frames.filter(({ state }) => state === 'read').map(({ url }) => fitsAddress(address, url));
  return read.includes(true) || read[0] === undefined;
}

function shareOf({ signature }: Mapping, labels: ReadonlySet<string>): number {
  const wanted = [...new Set(signature.labels.map(labelKey))];
  return wanted.filter((key) => labels.has(key)).length / Math.max(1, wanted.length);
}

/** Every short text of a page that may be a label, and every label that its markup names. */
function labelsOn(survey: Survey): Set<string> {
  const labels = new Set(survey.labels);
  for (const text of survey.texts) {
    const key = keyOfSpot(text);
    if (key !== '') labels.add(key);
  }
  return labels;
}
