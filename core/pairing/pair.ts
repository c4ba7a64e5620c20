import type { Source } from '../base/source.ts';
import type { Role } from '../document/vocabulary.ts';

/** How a label and its value were found to belong together. */
export type PairKind =
  | 'cell-left'
  | 'cell-above'
  | 'same-cell'
  | 'label-for'
  | 'label-wrapped'
  | 'form-item'
  | 'definition'
  | 'block-beside'
  | 'inline-text'
  | 'title-attribute';

/**
 * A label and the value that stands with it, as found; no meaning given yet.
 * Page capture, Word tables and running text all deliver this one shape.
 */
export interface LabelledValue {
  /** Label as shown, cleaned. */
  label: string;
  /** Value as shown, cleaned; '' when the box is empty. A placeholder is never a value. */
  value: string;
  /** filled; empty: the box exists and holds nothing; unreadable: there is something that gives no text. */
  state: 'filled' | 'empty' | 'unreadable';
  /** Why it is unreadable. */
  reason?: string;
  kind: PairKind;
  /** Control: editable box; cell: text in a cell or span; editor: rich text; picture: only an image. */
  box: 'control' | 'cell' | 'editor' | 'picture' | 'text';
  /** A required star or attribute stands with it. */
  required?: boolean;
  readOnly?: boolean;
  /** The person at the page cannot see it. A hidden pair never wins over a visible one. */
  hidden?: boolean;
  /** An image stands in the box (signature): present, unverified. */
  picture?: boolean;
  /** The workflow only foretells this (next handler): not an act. */
  predicted?: boolean;
  /** What a person taught that it is; null: nothing that has a role, whatever its label seems to mean. */
  taught?: Role | null;
  source: Source;
}

/** True for a box that the person at the page can write in now. */
export function isWritable({ box, readOnly }: Pick<LabelledValue, 'box' | 'readOnly'>): boolean {
  return box === 'control' && readOnly !== true;
}
