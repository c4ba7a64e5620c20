/** Label elements, and which of those that name a control by its id can be believed. */

import { MARK } from '../marks.ts';
import type { LabelNode } from '../snapshot.ts';
import type { Hiding } from '../visibility.ts';
import { addOption, wordsOf } from './controls.ts';
import type { FieldLevel, Level, Walk } from './state.ts';
import { flush, openWords } from './text.ts';

export function enterLabel(
  walk: Walk,
  parent: Level,
  element: HTMLLabelElement,
  path: string,
  hidden: Hiding,
  marks: number,
): void {
  const control = element.control as HTMLInputElement | null;
  if (control && (control.type === 'radio' || control.type === 'checkbox')) {
    // The words of an option, not the label of a box: they are read with the option.
    if (element.contains(control)) {
      flush(walk);
      addOption(walk, parent, control, path, hidden, wordsOf(element));
    }
    return;
  }
  openWords(walk, parent, element, 'label', path, hidden, labelNode(path, marks));
}

export function labelNode(path: string, marks: number): LabelNode {
  const node: LabelNode = { type: 'label', path, text: '' };
  if (marks & MARK.required) node.required = true;
  return node;
}

/** A label inside a form item names it; a second label begins a second item (layui puts several on one row). */
export function takeFieldLabel(walk: Walk, level: Level, field: FieldLevel, label: LabelNode): void {
  let node = field.current;
  if (node.label !== '') {
    field.sink[field.sink.length] = node;
    node = { type: 'field', path: label.path, label: '', nodes: [] };
    field.current = node;
    // Everything that is open inside the item goes on in the new one.
    for (let open = level.parent; open && open.field === field; open = open.parent) {
      open.sink = node.nodes;
      if (open.exit === 'field') break;
    }
  }
  node.label = label.text;
  if (label.required) node.required = true;
  if (level.hidden !== 0) node.hidden = true;
  walk.lineStarted = false;
}

/** `for` is believed when no other label says the same and the control stands in the same row or block. */
export function believeLabels(walk: Walk): void {
  const times = new Map<string, number>();
  for (let at = 0; at < walk.pointing.length; at += 1) {
    const { target } = walk.pointing[at] as { target: string };
    times.set(target, (times.get(target) ?? 0) + 1);
  }
  for (let at = 0; at < walk.pointing.length; at += 1) {
    const { label, element, target } = walk.pointing[at] as { label: LabelNode; element: Element; target: string };
    const control = walk.controls.get(target);
    if (!control || times.get(target) !== 1) continue;
    let around: Element | null = element.parentElement;
    for (let up = 0; around && up < 5; up += 1) {
      if (around.contains(control.element)) {
        label.control = control.path;
        break;
      }
      const name = around.localName;
      if (name === 'tr' || name === 'form' || name === 'body' || name === 'fieldset') break;
      around = around.parentElement;
    }
  }
}
