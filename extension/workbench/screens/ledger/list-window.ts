/** Rows drawn above and below what is seen, so that a quick scroll shows no gap. */
const MARGIN = 8;

/** The rows to draw: from `first` up to and without `end`. Heights in px. */
export function listWindow(
  scrollTop: number,
  viewHeight: number,
  rowHeight: number,
  count: number,
): { first: number; end: number } {
  const first = Math.floor(scrollTop / rowHeight) - MARGIN;
  const end = Math.ceil((scrollTop + viewHeight) / rowHeight) + MARGIN;
  return { first: Math.max(0, Math.min(first, count)), end: Math.max(0, Math.min(end, count)) };
}

/** Where to scroll so that a row is wholly seen; the present place when it is. Heights in px. */
export function scrollToRow(index: number, scrollTop: number, viewHeight: number, rowHeight: number): number {
  const top = index * rowHeight;
  if (top < scrollTop) return top;
  return Math.max(scrollTop, top + rowHeight - viewHeight);
}
