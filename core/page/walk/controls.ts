/** Boxes that a person fills in: inputs, text areas, selects, and selects that a component library draws. */

import { CHOSEN, MARK, marksOf } from '../marks/index.ts';
import type { ControlNode, PageNode } from '../snapshot.ts';
import { HAS } from './attributes.ts';
import { classOf, titleOf, wordsIn } from './dom.ts';
import { pathHere } from './path.ts';
import type { Level, Walk } from './state.ts';
import { BREAK, flush, isBlank, push, spokenText, takeText, tidy, tidyLines } from './text.ts';

const EMPTY_OPTION = /^(?:[-—=\s]*(?:请?选择|请选).*|[-—=\s]*未选择?[-—=\s]*|[-—\s]*)$/;

/** What a drawn select writes into its own box while nothing is chosen. */
const INVITES = /^[-—=\s]*请选择[-—=\s.…]*$/;

/** Longest words of one option. */
const LONGEST_OPTION = 200;

export function addInput(walk: Walk, parent: Level): void {
  const { marks, has, hidden } = walk.start;
  const element = walk.start.element as HTMLInputElement;
  const type = has & HAS.type ? element.type : 'text';
  flush(walk);
  const path = pathHere(walk, parent);
  if (type === 'hidden') {
    const node: ControlNode = { type: 'control', control: 'hidden', path, value: takeText(walk, element.value) };
    const name = element.name || element.id;
    if (name !== '') node.name = name.toWellFormed();
    // Beside the line and never part of it.
    node.hidden = true;
    if (walk.lineStarted) node.joined = true;
    parent.sink[parent.sink.length] = node;
    return;
  }
  if (type === 'submit' || type === 'button' || type === 'reset' || type === 'image') {
    const text = spokenText(walk, element.value || titleOf(element) || (type === 'image' ? element.alt : ''));
    if (text === '') return;
    const node: PageNode = { type: 'button', path, text };
    if (element.disabled) node.disabled = true;
    push(walk, parent.sink, node, hidden !== 0);
    return;
  }
  if (type === 'radio' || type === 'checkbox') {
    addOption(walk, parent, element, wordsOf(walk, parent, element));
    return;
  }
  const date = type === 'date' || type === 'datetime-local' || type === 'month' || type === 'time';
  const control: ControlNode['control'] =
    type === 'password' || type === 'search' || type === 'file'
      ? type
      : date || (parent.inherited | marks) & MARK.date
        ? 'date'
        : 'text';
  let value = type === 'password' ? '' : tidy(takeText(walk, element.value));
  if (INVITES.test(value)) value = '';
  if (type === 'file') value = value.slice(value.lastIndexOf('\\') + 1);
  addControl(walk, parent, { type: 'control', control, path, value });
}

/** What inputs, text areas and selects have in common. */
function addControl(walk: Walk, parent: Level, node: ControlNode): void {
  const { kind, has, hidden } = walk.start;
  const element = walk.start.element as HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
  if (kind !== 'select') {
    const placeholder = has & HAS.placeholder ? spokenText(walk, (element as HTMLInputElement).placeholder) : '';
    if (placeholder !== '') node.placeholder = placeholder;
    if (has & HAS.readOnly) node.readOnly = true;
  }
  if (has & (HAS.id | HAS.name)) {
    const id = element.id;
    const name = element.name || id;
    if (name !== '') node.name = name.toWellFormed();
    if (id !== '' && !walk.controls.has(id)) walk.controls.set(id, { node, element });
  }
  let title = has & HAS.title ? element.title : '';
  if (has & HAS.spoken) {
    const verify = element.getAttribute('lay-verify');
    title ||= element.getAttribute('aria-label') ?? element.getAttribute('temptitle') ?? '';
    if (element.getAttribute('aria-required') === 'true' || (verify !== null && /\brequired\b/.test(verify))) {
      node.required = true;
    }
  }
  if (title !== '') node.title = spokenText(walk, title);
  if (has & HAS.required) node.required = true;
  if (has & HAS.disabled) node.disabled = true;
  push(walk, parent.sink, node, hidden !== 0);
}

/** A radio or a checkbox, where the walk stands: at itself or at the label around it. */
export function addOption(walk: Walk, parent: Level, option: HTMLInputElement, words: string): void {
  const node: ControlNode = {
    type: 'control',
    control: option.type === 'radio' ? 'radio' : 'checkbox',
    path: pathHere(walk, parent),
    value: option.checked ? words || '√' : '',
  };
  if (words !== '') node.title = words;
  if (option.name !== '') node.name = option.name.toWellFormed();
  if (option.disabled) node.disabled = true;
  if (option.required) node.required = true;
  push(walk, parent.sink, node, walk.start.hidden !== 0);
}

/** An option inside its own label. */
export function addLabelledOption(walk: Walk, parent: Level, option: HTMLInputElement): void {
  flush(walk);
  addOption(walk, parent, option, wordsIn(walk.start.element, LONGEST_OPTION));
}

/** The words of an option: its label, its title, or what stands behind it. What names the whole item is not its words. */
function wordsOf(walk: Walk, parent: Level, element: HTMLInputElement): string {
  const label = element.labels?.[0];
  const words = label ? wordsIn(label, LONGEST_OPTION) : spokenText(walk, element.title) || wordsBeside(walk, element);
  if (label && words === parent.around.field?.current.label) return '';
  // A switch has words for on and off: 是|否.
  const [on = '', off] = words.split('|');
  return off === undefined ? words : on;
}

/** A switch drawn as a button. */
export function addSwitch(walk: Walk, parent: Level): void {
  const { element, hidden } = walk.start;
  flush(walk);
  const on = element.getAttribute('aria-checked') === 'true';
  push(
    walk,
    parent.sink,
    { type: 'control', control: 'checkbox', path: pathHere(walk, parent), value: on ? '√' : '' },
    hidden !== 0,
  );
}

/** The words after an option that has no label: the next text or the next small element. */
function wordsBeside(walk: Walk, element: HTMLInputElement): string {
  let node = element.nextSibling;
  while (node && node.nodeType === 3 && isBlank((node as Text).data)) node = node.nextSibling;
  if (!node) return '';
  if (node.nodeType === 3 || (node.nodeName === 'SPAN' && !(node as Element).firstElementChild)) {
    walk.consumed = node;
    return tidy(node.textContent ?? '');
  }
  return '';
}

export function addTextarea(walk: Walk, parent: Level): void {
  flush(walk);
  const raw = takeText(walk, (walk.start.element as HTMLTextAreaElement).value);
  const value = tidyLines(raw.replace(/\r\n?|\n/g, BREAK));
  addControl(walk, parent, { type: 'control', control: 'textarea', path: pathHere(walk, parent), value });
}

export function addSelect(walk: Walk, parent: Level): void {
  flush(walk);
  let value = '';
  const chosen = (walk.start.element as HTMLSelectElement).selectedOptions;
  for (let at = 0; at < chosen.length && at < 100; at += 1) value = withChoice(value, chosen[at] as HTMLOptionElement);
  addControl(walk, parent, {
    type: 'control',
    control: 'select',
    path: pathHere(walk, parent),
    value: takeText(walk, value),
  });
}

/** Choices one behind the other; words that only invite to choose are none. */
function withChoice(value: string, shown: Element): string {
  const text = tidy(shown.textContent ?? '');
  if (EMPTY_OPTION.test(text)) return value;
  return value === '' ? text : `${value}、${text}`;
}

/** A select drawn by a component library: its choice is text beside an input that is empty, or the input's own value. */
export function addDrawnSelect(walk: Walk, parent: Level): void {
  const { element, hidden } = walk.start;
  flush(walk);
  const parts = element.querySelectorAll(CHOSEN);
  let value = '';
  for (let at = 0; at < parts.length && at < 200; at += 1) {
    const part = parts[at] as Element;
    // Where they stand in one another the innermost says the choice; around it are marks to take it away.
    if (part.querySelector(CHOSEN)) continue;
    if (
      marksOf(classOf(part)) & MARK.placeholder &&
      part.localName === 'span' &&
      !part.classList.contains('el-select__placeholder')
    )
      continue;
    value = withChoice(value, part);
  }
  const input = element.querySelector('input');
  if (value === '' && input) {
    const text = tidy(input.value);
    if (!EMPTY_OPTION.test(text)) value = text;
  }
  const path = pathHere(walk, parent);
  const node: ControlNode = { type: 'control', control: 'drawn-select', path, value: takeText(walk, value) };
  const words = element.querySelector('[class*="placeholder"]');
  const placeholder = spokenText(walk, input?.placeholder || (value === '' ? (words?.textContent ?? '') : ''));
  if (placeholder !== '') node.placeholder = placeholder;
  const id = input?.id;
  if (id && !walk.controls.has(id)) walk.controls.set(id, { node, element });
  if (input?.disabled || /(?:^|[-_ ])disabled(?:$|[-_ ])/.test(classOf(element))) node.disabled = true;
  if (input?.getAttribute('aria-required') === 'true') node.required = true;
  if (input?.name) node.name = input.name.toWellFormed();
  push(walk, parent.sink, node, hidden !== 0);
}
