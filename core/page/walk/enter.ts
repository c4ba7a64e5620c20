/** What the walk does at the start tag of an element. */

import { HAS, MARK, marksOf, TAGS } from '../marks.ts';
import type { TableNode, TableRow } from '../snapshot.ts';
import type { Hiding } from '../visibility.ts';
import { enterCell, enterContainer } from './containers.ts';
import { addInput, addSelect, addTextarea } from './controls.ts';
import { attributesOf, isStandIn, mayHide, native } from './dom.ts';
import { enterLabel } from './labels.ts';
import { addEmbed, addFrame, addPicture } from './pictures.ts';
import { type Level, open, type Walk } from './state.ts';
import { BREAK, endLine, openWords } from './text.ts';

/** A style rule may hide elements of this class. */
const SUSPECT = 1 << 30;

const steps: string[] = [];

function step(index: number): string {
  let text = steps[index];
  if (text === undefined) {
    text = `>:nth-child(${index})`;
    if (index < 10_000) steps[index] = text;
  }
  return text;
}

export function enter(walk: Walk, parent: Level | null, element: Element, index: number): void {
  const budget = walk.budget;
  budget.elements += 1;
  if (budget.elements > budget.limits.elements || (parent && parent.depth >= budget.limits.depth)) {
    walk.gaps.add('too-large');
    if (parent && budget.elements > budget.limits.elements) parent.next = null;
    return;
  }
  let tag: unknown = element.localName;
  if (typeof tag !== 'string') tag = 'form';
  const clobbers = tag === 'form';
  if (clobbers && parent) parent.next = native(element, parent.elements ? 'nextElementSibling' : 'nextSibling');
  const kind = TAGS.get(tag as string) ?? 'inline';
  if (kind === 'skip' || element === walk.consumed) return;

  // Most elements have no attribute: what is not there is not asked for.
  const has = clobbers || element.hasAttributes() ? attributesOf(element, clobbers) : 0;
  let marks = 0;
  if (has & HAS.class) {
    const className: unknown = clobbers ? native(element, 'className') : element.className;
    if (typeof className === 'string') marks = judge(walk, className);
  }
  if (marks & MARK.drop) return;
  const id = has & HAS.id ? (clobbers ? native<string>(element, 'id') : element.id) : '';
  const path = id !== '' ? idPath(walk, parent, element, id, index) : pathOf(parent, tag as string, index);

  let hidden: Hiding = parent ? parent.hidden : 0;
  if (parent?.closed && tag !== 'summary') hidden = 2;
  const visibility = walk.visibility;
  if (
    visibility &&
    hidden !== 2 &&
    (hidden === 1 ||
      walk.askAll ||
      (marks & SUSPECT) !== 0 ||
      kind === 'dialog' ||
      ((has & HAS.hiding) !== 0 && mayHide(element, has)) ||
      visibility.suspects(tag as string) ||
      (id !== '' && visibility.suspects(`#${id}`))) &&
    !(kind === 'input' && isStandIn(element as HTMLInputElement))
  ) {
    hidden = visibility.of(element, hidden);
  }
  if (marks & MARK.clone) hidden = 2;
  if (marks & MARK.loading && hidden === 0) {
    walk.gaps.add('loading');
    return;
  }

  switch (kind) {
    case 'break':
      if (walk.line !== '') walk.line += BREAK;
      else walk.lineStarted = false;
      return;
    case 'input':
      addInput(walk, parent as Level, element as HTMLInputElement, path, hidden, marks, has);
      return;
    case 'textarea':
      addTextarea(walk, parent as Level, element as HTMLTextAreaElement, path, hidden, has);
      return;
    case 'select':
      addSelect(walk, parent as Level, element as HTMLSelectElement, path, hidden, has);
      return;
    case 'picture':
      addPicture(walk, parent as Level, element as HTMLImageElement, path, hidden, marks);
      return;
    case 'frame':
      addFrame(walk, parent as Level, element as HTMLIFrameElement, path, hidden);
      return;
    case 'embed':
      addEmbed(walk, parent as Level, element, path, hidden);
      return;
    case 'table': {
      endLine(walk);
      const table: TableNode = { type: 'table', path, rows: [] };
      if (hidden) table.hidden = true;
      open(walk, parent, element, 'table', path, hidden, 0, table, { table, sink: (parent as Level).sink });
      return;
    }
    case 'row': {
      endLine(walk);
      const row: TableRow = { path, cells: [] };
      // The row by which libraries measure columns is marked so and holds nothing.
      const away = hidden || ((has & HAS.away) !== 0 && element.getAttribute('aria-hidden') === 'true');
      if (away) row.hidden = true;
      open(walk, parent, element, 'row', path, away ? 2 : hidden, 0, row, { row });
      return;
    }
    case 'cell':
      enterCell(walk, parent as Level, element as HTMLTableCellElement, tag === 'th', path, hidden, marks, has);
      return;
    case 'heading':
      endLine(walk);
      open(walk, parent, element, 'heading', path, hidden, 0, {
        type: 'heading',
        path,
        level: (tag as string).charCodeAt(1) - 48,
        text: '',
      });
      return;
    case 'link':
      if (marks & MARK.button || (has & HAS.role && element.getAttribute('role') === 'button')) {
        openWords(walk, parent as Level, element, 'button', path, hidden, { type: 'button', path, text: '' });
      } else {
        openWords(walk, parent as Level, element, 'link', path, hidden, { type: 'link', path, text: '' });
      }
      return;
    case 'button':
      openWords(walk, parent as Level, element, 'button', path, hidden, { type: 'button', path, text: '' });
      return;
    case 'label':
      enterLabel(walk, parent as Level, element as HTMLLabelElement, path, hidden, marks);
      return;
    default:
      enterContainer(walk, parent, element, kind, path, hidden, marks, has);
  }
}

/** The marks of a class attribute, and whether a style rule may hide what carries it. */
function judge(walk: Walk, className: string): number {
  const known = walk.judged.get(className);
  if (known !== undefined) return known;
  const marks = marksOf(className) | (walk.visibility?.suspectsClass(className) ? SUSPECT : 0);
  walk.judged.set(className, marks);
  return marks;
}

function idPath(walk: Walk, parent: Level | null, element: Element, id: string, index: number): string {
  if (
    id.length <= 80 &&
    native<Document['getElementById']>(walk.document, 'getElementById').call(walk.document, id) === element
  ) {
    if (/^[A-Za-z_][\w-]*$/.test(id)) return `#${id}`;
    if (!/["\\\p{Cc}\p{Cs}]/u.test(id)) return `[id="${id}"]`;
  }
  return pathOf(parent, element.localName, index);
}

function pathOf(parent: Level | null, tag: string, index: number): string {
  if (parent === null) return ':root';
  if (tag === 'body') return 'body';
  return parent.path + step(index);
}
