/**
 * Which elements a person cannot see, by style and attributes and without layout.
 *
 * Asking the browser for every element costs several times as much as reading the page. An element differs from its parent
 * only where a style rule, a style attribute, the `hidden` attribute or an element like `dialog` says so. So the rules that
 * hide something are read first; of each the class, id or tag that its last part wants is kept, and only elements that have
 * it are asked. Where a sheet cannot be read (another address), a rule wants none of the three, or there are more rules than
 * the questions they would save, every element is asked.
 * Not seen: display or visibility set by an animation; a media query counts as matching where it cannot be asked.
 */

/** 0 seen; 1 invisible, but something inside may be visible again; 2 not rendered, with all that it holds. */
export type Hiding = 0 | 1 | 2;

interface RuleLike {
  selectorText?: string;
  style?: CSSStyleDeclaration;
  cssRules?: ArrayLike<RuleLike>;
  styleSheet?: { cssRules: ArrayLike<RuleLike> } | null;
  media?: { mediaText: string };
}

/**
 * Selectors of the rules that may hide something, and how many rules there are in all; no selectors when a sheet cannot be
 * read or there are more rules than `budget`.
 */
function hidingSelectors(document: Document, budget: number): { selectors: string[] | undefined; rules: number } {
  const found: string[] = [];
  const view = document.defaultView;
  let count = 0;

  function walk(rules: ArrayLike<RuleLike>, outer: string): boolean {
    for (let at = 0; at < rules.length; at += 1) {
      count += 1;
      if (count > budget) return false;
      const rule = rules[at] as RuleLike;
      let selector = outer;
      if (rule.selectorText !== undefined && rule.style) {
        selector = outer === '' ? rule.selectorText : rule.selectorText.split('&').join(`:is(${outer})`);
        const { display, visibility } = rule.style;
        // It hides what stands inside and not the element that the rule speaks of: ask for everything.
        if (rule.style.getPropertyValue('content-visibility') === 'hidden') return false;
        if (
          display === 'none' ||
          visibility === 'hidden' ||
          visibility === 'collapse' ||
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
      if (!sheet.disabled && !walk(sheet.cssRules as ArrayLike<RuleLike>, ''))
        return { selectors: undefined, rules: count };
    }
    const adopted = document.adoptedStyleSheets;
    for (let at = 0; adopted && at < adopted.length; at += 1) {
      if (!walk((adopted[at] as CSSStyleSheet).cssRules as ArrayLike<RuleLike>, ''))
        return { selectors: undefined, rules: count };
    }
    return { selectors: found, rules: count };
  } catch {
    return { selectors: undefined, rules: count };
  }
}

/** What the last part of a selector wants at least: a class, an id or a tag; undefined when it may be anything. */
function keyOf(selector: string): string | undefined {
  // Brackets say more about the element, never less: they can go. `:is` and `:where` alone may be anything.
  let plain = selector;
  for (let before = ''; before !== plain; ) {
    before = plain;
    plain = plain.replace(/\[[^[\]]*\]|\([^()]*\)/g, '');
  }
  const last = /[^\s>+~]+$/.exec(plain.trim())?.[0] ?? '';
  return /[.#](?:[\w-]|[^\0-\x7f])+/.exec(last)?.[0] ?? /^[a-z][\w-]*/i.exec(last)?.[0].toLowerCase();
}

/** Splits a list of selectors at the commas that stand outside brackets. */
function selectorParts(selector: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= selector.length; at += 1) {
    const character = selector[at];
    if (character === '(' || character === '[') depth += 1;
    else if (character === ')' || character === ']') depth -= 1;
    else if (at === selector.length || (character === ',' && depth === 0)) {
      parts[parts.length] = selector.slice(from, at);
      from = at + 1;
    }
  }
  return parts;
}

const ASK = { visibilityProperty: true };
/** Rules that are held against elements without a browser, one by one: some microseconds each. */
const MOST_WORK = 200_000;

/** Which elements of a document have to be asked, and the answer for one of them. */
export class Visibility {
  /** Every element has to be asked. */
  readonly askAll: boolean;
  /** Some rule may hide something. */
  readonly suspectsSome: boolean;
  readonly #keys = new Set<string>();
  readonly #view: (Window & typeof globalThis) | null;
  readonly #native: boolean;
  /** Work of one question, and what is left of it. */
  readonly #rules: number;
  #left = MOST_WORK;
  /** Without a browser: there were more questions than could be asked, and what they were about is told as seen. */
  tired = false;

  constructor(document: Document, root: Element) {
    this.#view = document.defaultView;
    this.#native = this.#view !== null && typeof root.checkVisibility === 'function';
    const count = root.getElementsByTagName('*').length;
    const { selectors, rules } = hidingSelectors(
      document,
      this.#native ? Math.max(200, count / 3) : Number.POSITIVE_INFINITY,
    );
    this.#rules = rules;
    let all = selectors === undefined;
    for (let at = 0; selectors && at < selectors.length; at += 1) {
      const parts = selectorParts(selectors[at] as string);
      for (let part = 0; part < parts.length; part += 1) {
        const key = keyOf(parts[part] as string);
        if (key === undefined) all = true;
        else this.#keys.add(key);
      }
    }
    this.suspectsSome = this.#keys.size > 0;
    // Without a browser nothing but the sheets that can be read hides anything.
    this.askAll = all && (this.#native || selectors !== undefined);
  }

  /** True when a rule may hide an element with one of these classes. */
  suspectsClass(className: string): boolean {
    if (!this.suspectsSome) return false;
    const tokens = className.split(/\s+/);
    for (let at = 0; at < tokens.length; at += 1) if (this.#keys.has(`.${tokens[at]}`)) return true;
    return false;
  }

  /** True when a rule may hide an element with this id (`#name`) or tag (`name`). */
  suspects(key: string): boolean {
    return this.#keys.has(key);
  }

  /** Asks one element whose parent is `outer`. */
  of(element: Element, outer: Hiding): Hiding {
    if (outer === 2) return 2;
    if (this.#native) {
      if (element.checkVisibility(ASK)) return 0;
      if (element.checkVisibility()) return 1;
      // display: contents has no box of its own and hides nothing.
      if (this.#view?.getComputedStyle(element).display === 'contents') return outer;
      return 2;
    }
    if (element.hasAttribute('hidden')) return 2;
    this.#left -= this.#rules;
    if (this.#left < 0) this.tired = true;
    const style = this.#view && !this.tired ? this.#view.getComputedStyle(element) : (element as HTMLElement).style;
    if (style.display === 'none') return 2;
    if (style.visibility === 'hidden' || style.visibility === 'collapse') return 1;
    return style.visibility === 'visible' ? 0 : outer;
  }
}
