import { SIGNS } from '../marks/index.ts';

/** Attributes that the walk looks at; which of them an element has is found out once. */
export const HAS = {
  class: 1,
  id: 1 << 1,
  /** May hide by what it says. */
  style: 1 << 2,
  /** Hides by being there. */
  hide: 1 << 3,
  /** `style` or `hide`. */
  hiding: (1 << 2) | (1 << 3),
  away: 1 << 4,
  role: 1 << 5,
  editable: 1 << 6,
  span: 1 << 7,
  type: 1 << 8,
  name: 1 << 9,
  title: 1 << 10,
  placeholder: 1 << 11,
  readOnly: 1 << 12,
  required: 1 << 13,
  disabled: 1 << 14,
  /** Says a control's name or duty in another way. */
  spoken: 1 << 15,
  /** By its name a family of systems is known. */
  sign: 1 << 16,
} as const;

/** Name of an attribute → its `HAS` bit. */
export const ATTRIBUTES: ReadonlyMap<string, number> = new Map<string, number>([
  ['class', HAS.class],
  ['id', HAS.id],
  ['style', HAS.style],
  ['hidden', HAS.hide],
  ['popover', HAS.hide],
  ['aria-hidden', HAS.away],
  ['role', HAS.role],
  ['contenteditable', HAS.editable],
  ['colspan', HAS.span],
  ['rowspan', HAS.span],
  ['type', HAS.type],
  ['name', HAS.name],
  ['title', HAS.title],
  ['placeholder', HAS.placeholder],
  ['readonly', HAS.readOnly],
  ['required', HAS.required],
  ['disabled', HAS.disabled],
  ['aria-label', HAS.spoken],
  ['aria-required', HAS.spoken],
  ['temptitle', HAS.spoken],
  ['lay-verify', HAS.spoken],
  ...[...SIGNS].flatMap((sign) => (sign.startsWith('[') ? [[sign.slice(1, -1), HAS.sign] as const] : [])),
]);
