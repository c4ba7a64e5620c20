/** Where a note or a tag is put beside what it marks: decided from rectangles alone. Pixels of the frame's window. */
export type Rect = Readonly<Record<'left' | 'top' | 'right' | 'bottom', number>>;
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Between the marked element and what stands beside it: its box lies in there. */
export const GAP = 6;
/** Nothing of ours touches the edge of the window. */
const EDGE = 4;
/** Rows above and below that are tried, and how many steps to each side. */
const ROWS = 3;
const STEPS = 24;

export const overlap = (one: Rect, other: Rect): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

export const shifted = ({ left, top, right, bottom }: Rect, x: number, y: number): Rect => ({
  left: left + x,
  top: top + y,
  right: right + x,
  bottom: bottom + y,
});

/** What two rectangles share; one without an extent where they share nothing. */
export const shared = (one: Rect, other: Rect): Rect => ({
  left: Math.max(one.left, other.left),
  top: Math.max(one.top, other.top),
  right: Math.min(one.right, other.right),
  bottom: Math.min(one.bottom, other.bottom),
});

const inside = (place: Rect, view: Rect): boolean =>
  place.left >= view.left + EDGE &&
  place.top >= view.top + EDGE &&
  place.right <= view.right - EDGE &&
  place.bottom <= view.bottom - EDGE;

/**
 * Places for a note, the best first: below and above the target, beside it, in it (an empty cell), then farther along its
 * row and in the rows around it. All lie whole in the view.
 */
export function notePlaces(target: Rect, size: Size, view: Rect): Rect[] {
  const { width, height } = size;
  const [below, above] = [target.bottom + GAP, target.top - GAP - height];
  const [before, behind] = [target.left - GAP - width, target.right + GAP];
  const [atEnd, middle] = [target.right - width, (target.top + target.bottom - height) / 2];
  const near: [left: number, top: number][] = [
    [target.left, below],
    [atEnd, below],
    [target.left, above],
    [atEnd, above],
    [behind, target.top],
    [before, target.top],
    [atEnd - EDGE, middle],
  ];
  const far = along(target, size).flatMap(([left]) =>
    rows(target, height).map((top): [left: number, top: number] => [left, top]),
  );
  return placed([...near, ...far], size, view);
}

/** Places for a small tag: at the corners of the target, outside and in, then along its row to both sides. */
export function tagPlaces(target: Rect, size: Size, view: Rect): Rect[] {
  const { width, height } = size;
  const [out, over] = [target.left - GAP - width, target.top - GAP - height];
  const [behind, below] = [target.right + GAP, target.bottom + GAP];
  const [first, last] = [target.left, target.right - width];
  const corners: [left: number, top: number][] = [
    [out, target.top],
    [first, over],
    [last, over],
    [behind, target.top],
    [last, target.top],
    [last, target.bottom - height],
    [first, target.top],
    [first, target.bottom - height],
    [last, below],
    [first, below],
    // Astride the line of the box, where cells stand close.
    [target.left - width / 2, over + height / 2],
    [target.right - width / 2, over + height / 2],
    [target.right - width / 2, below - height / 2],
    [target.left - width / 2, below - height / 2],
  ];
  return placed([...corners, ...along(target, size)], size, view);
}

/** Steps along the row of the target, the nearest first, to the right and to the left. */
function along({ left, right, top }: Rect, { width }: Size): [left: number, top: number][] {
  const step = Math.max(12, width / 2);
  return Array.from({ length: STEPS }, (_, index) => [
    [right + GAP + index * step, top] as [number, number],
    [left - GAP - width - index * step, top] as [number, number],
  ]).flat();
}

function rows({ top, bottom }: Rect, height: number): number[] {
  const steps = Array.from({ length: ROWS }, (_, index) => index * (height / 2));
  return [top, ...steps.flatMap((step) => [bottom + GAP + step, top - GAP - height - step])];
}

function placed(corners: readonly [left: number, top: number][], { width, height }: Size, view: Rect): Rect[] {
  return corners
    .map(([left, top]) => ({ left, top, right: left + width, bottom: top + height }))
    .filter((place) => inside(place, view));
}

/**
 * The first place with nothing in it; undefined when there is none.
 * @param inTheWay what is found in a place, undefined where nothing is; a place that meets what was found before is not looked at
 */
export function firstFree(places: Iterable<Rect>, inTheWay: (place: Rect) => Rect | undefined): Rect | undefined {
  const known: Rect[] = [];
  for (const place of places) {
    if (known.some((one) => overlap(one, place))) continue;
    const found = inTheWay(place);
    if (found === undefined) return place;
    known.push(found);
  }
  return undefined;
}
