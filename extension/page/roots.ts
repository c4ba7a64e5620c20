import { openRoot, type RootOf } from '../../core/page/paths.ts';

/** Our one element in a document of the page; everything is drawn inside its closed shadow root. */
export const OVERLAY_TAG = 'duibiao-marks';

/** What Chromium tells extensions about elements; other browsers and old ones have no such thing. */
interface DomApi {
  openOrClosedShadowRoot?(element: Element): ShadowRoot | null;
}
const { dom } = (globalThis as { chrome?: { dom?: DomApi } }).chrome ?? {};

/** The shadow root of an element of the page, the closed ones of its own components too; our own marks are no part of it. */
export const rootOf: RootOf = (element) => {
  const open = openRoot(element);
  if (open !== null || element.localName === OVERLAY_TAG || !element.localName.includes('-')) return open;
  return dom?.openOrClosedShadowRoot?.(element) ?? null;
};
