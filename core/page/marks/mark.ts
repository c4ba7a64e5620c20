/** What class names say about an element. */
export const MARK = {
  label: 1,
  button: 1 << 1,
  avatar: 1 << 2,
  icon: 1 << 3,
  field: 1 << 4,
  drawnSelect: 1 << 5,
  placeholder: 1 << 6,
  dialog: 1 << 7,
  tab: 1 << 8,
  navigation: 1 << 9,
  steps: 1 << 10,
  item: 1 << 11,
  timeline: 1 << 12,
  loading: 1 << 13,
  clone: 1 << 14,
  splitTable: 1 << 15,
  date: 1 << 16,
  required: 1 << 17,
  header: 1 << 18,
  drop: 1 << 19,
  search: 1 << 20,
  signature: 1 << 21,
  drawnOption: 1 << 22,
  done: 1 << 23,
  current: 1 << 24,
  waiting: 1 << 25,
  /** A body with this class belongs to a rich-text editor, also when it is read-only. */
  editor: 1 << 26,
  /** Holds the value of the label in front of it, also when nothing stands in it. */
  value: 1 << 27,
  /** A cell that a clone lies over: what a style hides in it is seen in the clone. */
  cloned: 1 << 28,
} as const;
export type MarkName = keyof typeof MARK;

/** What a component library draws, as data. */
export interface Library {
  /** Mark → the library's class names for it, separated by a space. */
  classes: Partial<Readonly<Record<MarkName, string>>>;
  /** Class names that no list can hold. */
  patterns?: Partial<Readonly<Record<MarkName, RegExp>>>;
  /** Class names, names of elements and [names of attributes], separated by a space, by which a family of systems is known; readers ask for them. */
  signs?: string;
  /** Selector of the text that shows the choice of a drawn select. */
  chosen?: string;
  /** Selector of the title inside a dialog. */
  dialogTitle?: string;
}
