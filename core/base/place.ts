/**
 * Steps into a file, from the outside inwards. A format that knows another one (a page, a sheet) puts it here, at its rank;
 * its words stand in core/files/words.ts.
 */
export const PLACE_STEPS = [
  'sheet',
  'page',
  'header',
  'footer',
  'footnote',
  'endnote',
  'comment',
  'box',
  'table',
  'row',
  'cell',
  'column',
  'paragraph',
  'line',
] as const;
export type PlaceStep = (typeof PLACE_STEPS)[number];

/**
 * Where in a file something stands: the number of each step, from 1. `{ paragraph: 12 }`, `{ table: 2, row: 3, cell: 1 }`,
 * `{ box: 1, paragraph: 2 }`; `{ whole: true }` of the file as such, `{ properties: true }` of what the file says of itself.
 */
export type Place = Readonly<Partial<Record<PlaceStep, number>> & { whole?: true; properties?: true }>;

/** The place as one text: two places are the same when their texts are. */
export function placeKey(place: Place): string {
  if (place.properties) return 'properties';
  return PLACE_STEPS.flatMap((step) => (place[step] === undefined ? [] : [`${step} ${place[step]}`])).join(' ');
}

/** True when `inner` is `outer` or lies in it, as a cell in its table: the steps of the outer are the first of the inner. */
export function isWithin(inner: Place, outer: Place): boolean {
  if (inner.properties || outer.properties) return inner.properties === outer.properties;
  let deeper = false;
  for (const step of PLACE_STEPS) {
    if (outer[step] === undefined) deeper ||= inner[step] !== undefined;
    else if (deeper || inner[step] !== outer[step]) return false;
  }
  return true;
}
