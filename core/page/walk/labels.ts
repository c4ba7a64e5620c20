/** Label elements, and which of those that name a control by its id can be believed. */

import { MARK } from '../marks/index.ts';
import { holderOf } from '../paths.ts';
import type { ControlNode, FieldNode, LabelNode } from '../snapshot.ts';
import { addLabelledOption } from './controls.ts';
import { pathHere } from './path.ts';
import type { FieldLevel, Level, Walk } from './state.ts';
import { openWords } from './text.ts';

export function enterLabel(walk: Walk, parent: Level): void {
  const element = walk.start.element as HTMLLabelElement;
  const control = element.control as HTMLInputElement | null;
  if (control && (control.type === 'radio' || control.type === 'checkbox') && !namesItem(walk, parent, control)) {
    // The words of an option, not the label of a box: they are read with the option.
    if (element.contains(control)) addLabelledOption(walk, parent, control);
    return;
  }
  openWords(walk, parent, labelNode(walk, parent));
}

/** The label of a form item in front of its only switch or box to tick. */
function namesItem(walk: Walk, { around }: Level, control: HTMLInputElement): boolean {
  const { marks, element } = walk.start;
  return (
    (marks & MARK.label) !== 0 &&
    around.field?.current.label === '' &&
    !element.contains(control) &&
    isBehind(element, control)
  );
}

const isBehind = (one: Element, other: Element): boolean => (one.compareDocumentPosition(other) & 4) !== 0;

export function labelNode(walk: Walk, parent: Level): LabelNode {
  const node: LabelNode = { type: 'label', path: pathHere(walk, parent), text: '' };
  if (walk.start.marks & MARK.required) node.required = true;
  return node;
}

/** A label inside a form item names it; a second label begins a second item (layui puts several on one row). */
export function takeFieldLabel(walk: Walk, level: Level, field: FieldLevel, label: LabelNode): void {
  let node = field.current;
  if (node.label !== '') {
    field.sink[field.sink.length] = node;
    const second: FieldNode = { type: 'field', label: '', nodes: [] };
    if (node.path !== undefined) second.path = node.path;
    if (label.path !== undefined) second.labelPath = label.path;
    node = second;
    field.current = node;
    // Everything that is open inside the item goes on in the new one.
    for (let open = level.parent; open && open.around.field === field; open = open.parent) {
      open.sink = node.nodes;
      if (open.exit === 'field') break;
    }
  }
  node.label = label.text;
  if (label.required) node.required = true;
  if (level.hidden !== 0) node.hidden = true;
  walk.lineStarted = false;
}

/** Says that a label names a control. */
export function tie(walk: Walk, label: LabelNode, control: ControlNode): void {
  if (control.key === undefined) {
    walk.keys += 1;
    control.key = walk.keys;
  }
  label.control = control.key;
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
    let around = holderOf(element);
    for (let up = 0; around && up < 5; up += 1) {
      if (around.contains(control.element)) {
        tie(walk, label, control.node);
        break;
      }
      const name = (around as Element).localName;
      if (name === 'tr' || name === 'form' || name === 'body' || name === 'fieldset') break;
      around = holderOf(around);
    }
  }
}
