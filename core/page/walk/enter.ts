/** What the walk does at the start tag of an element. */

import { MARK, MOST_TOKENS, marksOf, SIGNS } from '../marks/index.ts';
import type { Hiding } from '../visibility.ts';
import { HAS } from './attributes.ts';
import { enterCell } from './cells.ts';
import { enterContainer } from './containers.ts';
import { addInput, addSelect, addSwitch, addTextarea } from './controls.ts';
import { attributesOf, isStandIn, mayHide, native } from './dom.ts';
import { enterLabel } from './labels.ts';
import { pathHere } from './path.ts';
import { addEmbed, addFrame, addPicture } from './pictures.ts';
import type { Level, Walk } from './state.ts';
import { enterRow, enterTable } from './tables.ts';
import { TAGS } from './tags.ts';
import { BREAK, endLine, openWords } from './text.ts';

/** A style rule may hide elements of this class. */
const SUSPECT = 1 << 30;

/** strong: no inline element of HTML that stands often on a page has a longer name. */
const LONGEST_INLINE = 6;

/** Judges an element and hands it to the part that knows its kind. `parent.index` is its number. */
export function enter(walk: Walk, parent: Level | null, element: Element): void {
  const budget = walk.budget;
  budget.elements += 1;
  if (budget.elements > budget.limits.elements || (parent && parent.depth >= budget.limits.depth)) {
    walk.gaps.add('too-large');
    walk.full = budget.elements > budget.limits.elements;
    return;
  }
  let tag: unknown = element.localName;
  if (typeof tag !== 'string') tag = 'form';
  const clobbers = tag === 'form';
  const kind = TAGS.get(tag as string) ?? 'inline';
  if (kind === 'skip' || element === walk.consumed) return;
  // Elements of a system's own have longer names than those that every page has.
  if (kind === 'inline' && (tag as string).length > LONGEST_INLINE && SIGNS.has(tag as string))
    walk.signs.add(tag as string);

  // Most elements have no attribute: what is not there is not asked for.
  const has = clobbers || element.hasAttributes() ? attributesOf(element, clobbers) : 0;
  if (has & HAS.sign) noteAttributes(walk, element);
  let marks = 0;
  if (has & HAS.class) {
    const className: unknown = clobbers ? native(element, 'className') : element.className;
    if (typeof className === 'string') marks = judge(walk, className);
  }
  if (marks & MARK.drop) return;

  const start = walk.start;
  start.element = element;
  start.tag = tag as string;
  start.kind = kind;
  start.has = has;
  start.marks = marks;
  start.hidden = hidingOf(walk, parent);
  if (marks & MARK.loading && start.hidden === 0) {
    walk.gaps.add('loading');
    return;
  }

  switch (kind) {
    case 'cell':
      enterCell(walk, parent as Level);
      return;
    case 'break':
      if (walk.line !== '') walk.line += BREAK;
      else walk.lineStarted = false;
      return;
    case 'input':
      addInput(walk, parent as Level);
      return;
    case 'textarea':
      addTextarea(walk, parent as Level);
      return;
    case 'select':
      addSelect(walk, parent as Level);
      return;
    case 'picture':
      addPicture(walk, parent as Level);
      return;
    case 'frame':
      addFrame(walk, parent as Level);
      return;
    case 'embed':
      addEmbed(walk, parent as Level);
      return;
    case 'table':
      enterTable(walk, parent as Level);
      return;
    case 'row':
      enterRow(walk, parent as Level);
      return;
    case 'heading':
      endLine(walk);
      openWords(walk, parent as Level, {
        type: 'heading',
        path: pathHere(walk, parent as Level),
        level: (tag as string).charCodeAt(1) - 48,
        text: '',
      });
      return;
    case 'link':
      openWords(walk, parent as Level, {
        type: marks & MARK.button || (has & HAS.role && element.getAttribute('role') === 'button') ? 'button' : 'link',
        path: pathHere(walk, parent as Level),
        text: '',
      });
      return;
    case 'button':
      if (has & HAS.role && element.getAttribute('role') === 'switch') {
        addSwitch(walk, parent as Level);
        return;
      }
      openWords(walk, parent as Level, { type: 'button', path: pathHere(walk, parent as Level), text: '' });
      return;
    case 'label':
      enterLabel(walk, parent as Level);
      return;
    default:
      enterContainer(walk, parent);
  }
}

function hidingOf(walk: Walk, parent: Level | null): Hiding {
  const { element, tag, kind, has, marks } = walk.start;
  let hidden: Hiding = parent ? parent.hidden : 0;
  if (parent?.closed && tag !== 'summary') hidden = 2;
  const { visibility } = walk;
  if (
    visibility &&
    hidden !== 2 &&
    (hidden === 1 ||
      visibility.askAll ||
      parent?.shadowed ||
      (marks & SUSPECT) !== 0 ||
      kind === 'dialog' ||
      ((has & HAS.hiding) !== 0 && mayHide(element, has)) ||
      (visibility.suspectsSome &&
        (visibility.suspects(tag) ||
          ((has & HAS.id) !== 0 && visibility.suspects(`#${native<string>(element, 'id')}`))))) &&
    !(kind === 'input' && isStandIn(element as HTMLInputElement))
  ) {
    const found = visibility.of(element, hidden);
    // In a cell that a clone lies over, invisible is what the clone shows.
    if (found !== 1 || !parent || !(parent.inherited & MARK.cloned)) hidden = found;
  }
  // Old kits push a tab that is not chosen out of sight without hiding it.
  if (marks & MARK.tab && has & HAS.away && element.getAttribute('aria-hidden') === 'true') return 2;
  return marks & MARK.clone ? 2 : hidden;
}

/** The marks of a class attribute, and whether a style rule may hide what carries it; notes the signs in it. */
function judge(walk: Walk, className: string): number {
  const known = walk.judged.get(className);
  if (known !== undefined) return known;
  const marks = marksOf(className) | (walk.visibility?.suspectsClass(className) ? SUSPECT : 0);
  walk.judged.set(className, marks);
  noteSigns(walk, className);
  return marks;
}

function noteAttributes(walk: Walk, element: Element): void {
  const names = native<Element['getAttributeNames']>(element, 'getAttributeNames').call(element);
  for (let at = 0; at < names.length; at += 1) if (SIGNS.has(`[${names[at]}]`)) walk.signs.add(`[${names[at]}]`);
}

function noteSigns(walk: Walk, className: string): void {
  const tokens = className.split(/\s+/);
  for (let at = 0; at < tokens.length && at < MOST_TOKENS; at += 1)
    if (SIGNS.has(tokens[at] as string)) walk.signs.add(tokens[at] as string);
}
