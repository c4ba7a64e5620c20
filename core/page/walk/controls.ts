/** Boxes that a person fills in: inputs, text areas, selects, and selects that a component library draws. */

import { cleanText } from '../../base/text.ts';
import { HAS, MARK, marksOf } from '../marks.ts';
import type { ControlNode, PageNode } from '../snapshot.ts';
import type { Hiding } from '../visibility.ts';
import { classOf, titleOf } from './dom.ts';
import type { Level, Walk } from './state.ts';
import { BREAK, flush, isBlank, push, takeText, tidy, tidyLines } from './text.ts';

const SELECTED_TEXT =
  '.el-select__selected-item.el-select__placeholder:not(.is-transparent),.el-select__tags-text,.el-tag__content,' +
  '.ant-select-selection-item,.ant-select-selection-item-content,.ant-select-selection-selected-value,.ant-select-selection__choice__content,.ant-cascader-picker-label,' +
  '.ivu-select-selected-value,.n-base-selection-label__render-label,.arco-select-view-value';

const EMPTY_OPTION = /^(?:[-—=\s]*(?:请?选择|请选).*|[-—\s]*)$/;

export function addInput(
  walk: Walk,
  parent: Level,
  element: HTMLInputElement,
  path: string,
  hidden: Hiding,
  marks: number,
  has: number,
): void {
  const type = has & HAS.type ? element.type : 'text';
  if (type === 'hidden') {
    flush(walk);
    const node: ControlNode = { type: 'control', control: 'hidden', path, value: takeText(walk, element.value) };
    const name = element.name || element.id;
    if (name !== '') node.name = name;
    // Beside the line and never part of it.
    node.hidden = true;
    if (walk.lineStarted) node.joined = true;
    parent.sink[parent.sink.length] = node;
    return;
  }
  flush(walk);
  if (type === 'submit' || type === 'button' || type === 'reset' || type === 'image') {
    const text = tidy(element.value) || titleOf(element) || (type === 'image' ? element.alt : '');
    if (text === '') return;
    const node: PageNode = { type: 'button', path, text };
    if (element.disabled) node.disabled = true;
    push(walk, parent.sink, node, hidden !== 0);
    return;
  }
  if (type === 'radio' || type === 'checkbox') {
    const label = element.labels?.[0];
    addOption(
      walk,
      parent,
      element,
      path,
      hidden,
      label ? wordsOf(label) : element.title || wordsBeside(walk, element),
    );
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
  if (type === 'file') value = value.slice(value.lastIndexOf('\\') + 1);
  const node: ControlNode = { type: 'control', control, path, value };
  if (has & HAS.placeholder && element.placeholder) node.placeholder = element.placeholder;
  if (has & HAS.readOnly) node.readOnly = true;
  addControl(walk, parent, element, node, hidden, has);
}

function addControl(
  walk: Walk,
  parent: Level,
  element: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement,
  node: ControlNode,
  hidden: Hiding,
  has: number,
): void {
  if (has & (HAS.id | HAS.name)) {
    const id = element.id;
    const name = element.name || id;
    if (name !== '') node.name = name;
    if (id !== '' && !walk.controls.has(id)) walk.controls.set(id, { path: node.path, element });
  }
  let title = has & HAS.title ? element.title : '';
  if (has & HAS.spoken) {
    const verify = element.getAttribute('lay-verify');
    title ||= element.getAttribute('aria-label') ?? element.getAttribute('temptitle') ?? '';
    if (element.getAttribute('aria-required') === 'true' || (verify !== null && /\brequired\b/.test(verify))) {
      node.required = true;
    }
  }
  if (title !== '') node.title = cleanText(title);
  if (has & HAS.required) node.required = true;
  if (has & HAS.disabled) node.disabled = true;
  push(walk, parent.sink, node, hidden !== 0);
}

export function addOption(
  walk: Walk,
  parent: Level,
  element: HTMLInputElement,
  path: string,
  hidden: Hiding,
  words: string,
): void {
  const node: ControlNode = {
    type: 'control',
    control: element.type === 'radio' ? 'radio' : 'checkbox',
    path,
    value: element.checked ? words || '√' : '',
  };
  if (words !== '') node.title = words;
  if (element.name !== '') node.name = element.name;
  if (element.disabled) node.disabled = true;
  if (element.required) node.required = true;
  push(walk, parent.sink, node, hidden !== 0);
}

/** The words of an option's label. */
export function wordsOf(label: Element): string {
  return cleanText(label.textContent ?? '').slice(0, 200);
}

/** The words after an option that has no label: the next text or the next small element. */
function wordsBeside(walk: Walk, element: HTMLInputElement): string {
  let node = element.nextSibling;
  while (node && node.nodeType === 3 && isBlank((node as Text).data)) node = node.nextSibling;
  if (!node) return '';
  if (node.nodeType === 3 || (node.nodeName === 'SPAN' && !(node as Element).firstElementChild)) {
    walk.consumed = node;
    return cleanText(node.textContent ?? '');
  }
  return '';
}

export function addTextarea(
  walk: Walk,
  parent: Level,
  element: HTMLTextAreaElement,
  path: string,
  hidden: Hiding,
  has: number,
): void {
  flush(walk);
  const raw = takeText(walk, element.value);
  const value = tidyLines(raw.replace(/\r\n?|\n/g, BREAK));
  const node: ControlNode = { type: 'control', control: 'textarea', path, value };
  if (has & HAS.placeholder && element.placeholder) node.placeholder = element.placeholder;
  if (has & HAS.readOnly) node.readOnly = true;
  addControl(walk, parent, element, node, hidden, has);
}

export function addSelect(
  walk: Walk,
  parent: Level,
  element: HTMLSelectElement,
  path: string,
  hidden: Hiding,
  has: number,
): void {
  flush(walk);
  let value = '';
  const chosen = element.selectedOptions;
  for (let at = 0; at < chosen.length && at < 100; at += 1) {
    const option = chosen[at] as HTMLOptionElement;
    const text = tidy(option.text);
    if (EMPTY_OPTION.test(text)) continue;
    value += value === '' ? text : `、${text}`;
  }
  const node: ControlNode = { type: 'control', control: 'select', path, value: takeText(walk, value) };
  addControl(walk, parent, element, node, hidden, has);
}

/** A select drawn by a component library: its choice is text beside an input that is empty, or the input's own value. */
export function addDrawnSelect(walk: Walk, parent: Level, element: Element, path: string, hidden: Hiding): void {
  flush(walk);
  const parts = element.querySelectorAll(SELECTED_TEXT);
  let value = '';
  for (let at = 0; at < parts.length && at < 200; at += 1) {
    const part = parts[at] as Element;
    // Where they stand in one another the innermost says the choice; around it are marks to take it away.
    if (part.querySelector(SELECTED_TEXT)) continue;
    if (
      marksOf(classOf(part)) & MARK.placeholder &&
      part.localName === 'span' &&
      !part.classList.contains('el-select__placeholder')
    )
      continue;
    const text = cleanText(part.textContent ?? '');
    if (text !== '' && !EMPTY_OPTION.test(text)) value += value === '' ? text : `、${text}`;
  }
  const input = element.querySelector('input');
  if (value === '' && input) {
    const text = cleanText(input.value);
    if (!EMPTY_OPTION.test(text)) value = text;
  }
  const node: ControlNode = { type: 'control', control: 'drawn-select', path, value: takeText(walk, value) };
  const words = element.querySelector('[class*="placeholder"]');
  const placeholder = input?.placeholder || (value === '' && words ? cleanText(words.textContent ?? '') : '');
  if (placeholder) node.placeholder = placeholder;
  const id = input?.id;
  if (id && !walk.controls.has(id)) walk.controls.set(id, { path, element });
  const classes = classOf(element);
  if (input?.disabled || /(?:^|[-_ ])disabled(?:$|[-_ ])/.test(classes)) node.disabled = true;
  if (input?.getAttribute('aria-required') === 'true') node.required = true;
  if (input?.name) node.name = input.name;
  push(walk, parent.sink, node, hidden !== 0);
}
