import type { ControlNode, FrameSnapshot, PageNode, PageSnapshot } from '../../page/snapshot.ts';
import { type IsLabel, plainLabel } from '../../pairing/labels.ts';
import type { LabelledValue, PairKind } from '../../pairing/pair.ts';
import type { Survey } from '../survey/survey.ts';
import { type Piece, readPieces } from './value.ts';

/** What one frame's search for pairs shares. */
export interface Search {
  readonly snapshot: PageSnapshot;
  readonly frame: FrameSnapshot;
  readonly survey: Survey;
  readonly isLabel: IsLabel;
  /** Controls that already belong to a label. */
  readonly used: Set<ControlNode>;
  /** Where pairs go. */
  readonly pairs: LabelledValue[];
  /** Looks through nodes: the parts of the search call one another through it. */
  readonly scan: (search: Search, nodes: readonly PageNode[], spot: Spot) => void;
}

/** Where the search stands. */
export interface Spot {
  /** Whole path of the element that holds the nodes. */
  base: string;
  hidden: boolean;
  /** What a label and a value on one line are called here. */
  kind: PairKind;
  /** In the text of the document. */
  body: boolean;
}

/** A label with what stands in its value. */
export interface Found {
  /** As written, with its stars and its colon. */
  label: string;
  kind: PairKind;
  pieces: readonly Piece[];
  hidden: boolean;
  body: boolean;
  required?: boolean;
  /** Whole path to point at where the value has none of its own. */
  path: string;
}

/** Adds a pair. */
export function emit(search: Search, found: Found): void {
  const pair = labelled(search, found);
  if (pair) search.pairs.push(pair);
}

/**
 * The pair of a label and its value; undefined where the label says nothing, the value stands in a list or a record, or the
 * text of the document prints the pair: it is found in the blocks.
 */
export function labelled(search: Search, found: Found): LabelledValue | undefined {
  const { kind, hidden } = found;
  const label = plainLabel(found.label);
  if (label === '') return undefined;
  const value = readPieces(search, found.pieces, hidden);
  if (!value || (found.body && (kind === 'inline-text' || kind === 'block-beside' || kind === 'same-cell')))
    return undefined;
  const pair: LabelledValue = {
    label,
    value: value.value,
    state: value.state,
    kind,
    box: value.box,
    source: { from: 'page', frame: search.frame.path, label, path: value.path ?? found.path },
  };
  if (value.reason) pair.reason = value.reason;
  if (found.required || value.required || /[*＊]/.test(found.label)) pair.required = true;
  if (value.readOnly) pair.readOnly = true;
  if (hidden) pair.hidden = true;
  if (value.picture) pair.picture = true;
  return pair;
}
