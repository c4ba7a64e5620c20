/** What stands in the world of our content scripts where a page is guarded from its beginning (entrypoints/guarded). */
export const GUARDED = 'duibiaoGuarded';

/**
 * An event by which the content script has something pressed by a script of the page's own world (background/press.ts): what
 * leads to an address `javascript:` does nothing when a content script presses it. Whoever hears it acknowledges it by
 * preventing its default. It asks for nothing that the page could not do by itself.
 */
export const PRESS = 'duibiao-press';
