/**
 * Which elements a person cannot see, by style and attributes and without layout.
 *
 * Asking the browser for every element costs as much as reading the page. An element differs from its parent only where
 * a style rule, a style attribute, the `hidden` attribute or an element like `dialog` says so; those are found with one
 * query, and only they are asked. Where a style sheet cannot be read (another address) or there are more rules than the
 * questions they would save, every element is asked.
 * Not seen: display or visibility set by an animation, and media queries are taken as matching where they cannot be asked.
 */

/** 0 seen; 1 invisible, but something inside may be visible again; 2 not rendered, with all that it holds. */
export type Hiding = 0 | 1 | 2;

/** Selectors of elements that have to be looked at closely: visibility, roles, spans, editable parts. */
const RARE =
  '[hidden],[style*="display"],[style*="visib"],[style*="content-v"],[popover],dialog,[role],[aria-hidden="true"],' +
  '[aria-busy="true"],[aria-label],[aria-required],[contenteditable],[colspan],[rowspan],[lay-verify],[temptitle],[autofill-title]';

interface RuleLike {
  selectorText?: string;
  style?: CSSStyleDeclaration;
  cssRules?: ArrayLike<RuleLike>;
  styleSheet?: { cssRules: ArrayLike<RuleLike> } | null;
  media?: { mediaText: string };
}

/**
 * Selectors of the rules that may hide something; undefined when a sheet cannot be read or there are more rules than `budget`.
 */
function hidingSelectors(document: Document, budget: number): string[] | undefined {
  const found: string[] = [];
  const view = document.defaultView;
  let left = budget;

  function walk(rules: ArrayLike<RuleLike>, outer: string): boolean {
    for (let at = 0; at < rules.length; at += 1) {
      left -= 1;
      if (left < 0) return false;
      const rule = rules[at] as RuleLike;
      let selector = outer;
      if (rule.selectorText !== undefined && rule.style) {
        selector = outer === '' ? rule.selectorText : rule.selectorText.split('&').join(`:is(${outer})`);
        const { display, visibility } = rule.style;
        const content = rule.style.getPropertyValue('content-visibility');
        if (
          display === 'none' ||
          visibility === 'hidden' ||
          visibility === 'collapse' ||
          content !== '' ||
          (display !== '' && display.indexOf('var(') >= 0) ||
          (visibility !== '' && visibility.indexOf('var(') >= 0)
        ) {
          found[found.length] = selector;
        }
      } else if (
        rule.media &&
        typeof view?.matchMedia === 'function' &&
        !view.matchMedia(rule.media.mediaText).matches
      ) {
        continue;
      }
      if (rule.styleSheet && !walk(rule.styleSheet.cssRules, '')) return false;
      if (rule.cssRules && rule.cssRules.length > 0 && !walk(rule.cssRules, selector)) return false;
    }
    return true;
  }

  try {
    const sheets = document.styleSheets;
    for (let at = 0; at < sheets.length; at += 1) {
      const sheet = sheets[at] as CSSStyleSheet;
      if (!sheet.disabled && !walk(sheet.cssRules as ArrayLike<RuleLike>, '')) return undefined;
    }
    const adopted = document.adoptedStyleSheets;
    for (let at = 0; adopted && at < adopted.length; at += 1) {
      if (!walk((adopted[at] as CSSStyleSheet).cssRules as ArrayLike<RuleLike>, '')) return undefined;
    }
    return found;
  } catch {
    return undefined;
  }
}

/** The elements of a document that need a closer look, and the answer for one of them. */
export class Visibility {
  /** Elements that may differ from their parent or carry a rare attribute. */
  readonly special = new Set<Element>();
  /** Every element has to be asked. */
  readonly askAll: boolean;
  readonly #view: (Window & typeof globalThis) | null;
  readonly #native: boolean;

  constructor(document: Document, root: Element) {
    this.#view = document.defaultView;
    this.#native = this.#view !== null && typeof root.checkVisibility === 'function';
    const count = root.getElementsByTagName('*').length;
    const selectors = hidingSelectors(document, this.#native ? Math.max(200, count / 3) : Number.POSITIVE_INFINITY);
    // Without a browser only the sheets that can be read hide anything, so nothing is gained by asking everything.
    this.askAll = selectors === undefined && this.#native;
    let joined = RARE;
    if (selectors) for (let at = 0; at < selectors.length; at += 1) joined += `,${selectors[at]}`;
    if (!this.#collect(root, joined)) {
      this.#collect(root, RARE);
      if (selectors) for (let at = 0; at < selectors.length; at += 1) this.#collect(root, selectors[at] as string);
    }
  }

  #collect(root: Element, selector: string): boolean {
    try {
      const list = root.querySelectorAll(selector);
      for (let at = 0; at < list.length; at += 1) this.special.add(list[at] as Element);
      return true;
    } catch {
      return false;
    }
  }

  /** Asks one element whose parent is `outer`. */
  of(element: Element, outer: Hiding): Hiding {
    if (outer === 2) return 2;
    if (this.#native) {
      if (element.checkVisibility({ visibilityProperty: true })) return 0;
      if (element.checkVisibility()) return 1;
      // display: contents has no box of its own and hides nothing.
      if (this.#view?.getComputedStyle(element).display === 'contents') return outer;
      return 2;
    }
    if (element.hasAttribute('hidden')) return 2;
    const style = this.#view ? this.#view.getComputedStyle(element) : (element as HTMLElement).style;
    if (style.display === 'none') return 2;
    if (style.visibility === 'hidden' || style.visibility === 'collapse') return 1;
    return style.visibility === 'visible' ? 0 : outer;
  }
}
