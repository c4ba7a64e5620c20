import { openRoot, type RootOf } from '../../core/page/paths.ts';
import { OVERLAY_TAG } from './frames.ts';

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
