import type { ParagraphLook, RunLook } from '../word/elements.ts';
import type { CellShape, RowShape } from '../word/flow.ts';
import { viewOf } from './bytes.ts';
import type { Stretch } from './looks.ts';
import { byteOf, eachSprm, longOf, SPRM, shortOf } from './sprms.ts';

/** What a run's properties say. */
export interface RunFacts {
  look: RunLook;
  /** Its control characters stand for something: a picture, a field. */
  special: boolean;
  /** Place in the data stream of what it stands for. */
  dataAt: number | undefined;
  /** What stands there are facts of a form field, and no picture. */
  isData: boolean;
  isObject: boolean;
  /** Each character is this sign of this font. */
  symbol: { font: number; sign: number } | undefined;
}

export function runFacts(properties: Uint8Array, changes: Uint8Array): RunFacts {
  const look: RunLook = { deleted: false, inserted: false };
  const facts: RunFacts = {
    look,
    special: false,
    dataAt: undefined,
    isData: false,
    isObject: false,
    symbol: undefined,
  };
  for (const list of [properties, changes])
    eachSprm(list, (code, operand) => {
      const on = byteOf(operand) !== 0;
      if (code === SPRM.deleted) look.deleted = on;
      else if (code === SPRM.inserted) look.inserted = on;
      else if (code === SPRM.hidden) look.hidden = hiddenBy(byteOf(operand));
      else if (code === SPRM.runStyle) look.style = String(shortOf(operand));
      else if (code === SPRM.special) facts.special = on;
      else if (code === SPRM.dataAt) facts.dataAt = longOf(operand);
      else if (code === SPRM.isData) facts.isData = on;
      else if (code === SPRM.isObject) facts.isObject = on;
      else if (code === SPRM.symbol) facts.symbol = { font: shortOf(operand), sign: shortOf(operand.subarray(2)) };
    });
  return facts;
}

/** As the style says, or its opposite: no style that hides text is in use, so that the opposite is hidden. */
const hiddenBy = (value: number): boolean | undefined => (value === 0x80 ? undefined : value % 0x80 === 1);

/** What the properties at a paragraph's end say. */
export interface ParagraphFacts {
  look: ParagraphLook;
  /** Tables that it stands in. */
  depth: number;
  /** It ends a row, or a cell of a table inside a table. */
  endsRow: boolean;
  endsInnerCell: boolean;
  /** The row that it ends. */
  row: RowShape | undefined;
}

const FIRST_MERGED = 1;
const MERGED = 2;
const CONTINUED = 0x20;
const RESTARTED = 0x40;
/** Lists are numbered from 1; higher numbers are of lists that the paragraph has left. */
const LAST_LIST = 0x7fe;

export function paragraphFacts({ style, properties }: Stretch, changes: Uint8Array): ParagraphFacts {
  const look: ParagraphLook = { style: String(style) };
  const facts: ParagraphFacts = { look, depth: 0, endsRow: false, endsInnerCell: false, row: undefined };
  let inTable = false;
  let depth: number | undefined;
  const cells: CellShape[] = [];
  const cellAt = (index: number): CellShape => {
    const cell = cells[index] ?? {};
    cells[index] = cell;
    return cell;
  };
  for (const list of [properties, changes])
    eachSprm(list, (code, operand) => {
      const value = byteOf(operand);
      if (code === SPRM.paragraphStyle) look.style = String(shortOf(operand));
      else if (code === SPRM.outline) look.outline = value;
      else if (code === SPRM.listLevel) look.listLevel = value;
      else if (code === SPRM.list) look.list = shortOf(operand) > LAST_LIST ? '0' : String(shortOf(operand));
      else if (code === SPRM.inTable) inTable = value !== 0;
      else if (code === SPRM.depth) depth = longOf(operand);
      else if (code === SPRM.rowEnd || code === SPRM.innerRowEnd) facts.endsRow = value !== 0;
      else if (code === SPRM.innerCellEnd) facts.endsInnerCell = value !== 0;
      else if (code === SPRM.row) facts.row = rowOf(operand, cellAt, cells);
      else if (code === SPRM.verticalMerge) cellAt(value).vertical = verticalBy((operand[1] ?? 0) << 5);
      else if (code === SPRM.horizontalMerge)
        for (let index = value + 1; index < Math.min(operand[1] ?? 0, cells.length); index += 1)
          cellAt(index).covered = true;
    });
  facts.depth = Math.max(depth ?? 0, inTable ? 1 : 0);
  return facts;
}

function rowOf(operand: Uint8Array, cellAt: (index: number) => CellShape, cells: CellShape[]): RowShape {
  const view = viewOf(operand);
  const count = Math.min(byteOf(operand), Math.max(0, Math.floor((operand.length - 1) / 2) - 1));
  const edges = Array.from({ length: count + 1 }, (_, index) => view.getInt16(1 + 2 * index, true));
  for (let index = 0; index < count; index += 1) {
    const at = 1 + 2 * (count + 1) + 20 * index;
    const flags = at + 2 <= operand.length ? view.getUint16(at, true) : 0;
    const cell = cellAt(index);
    cell.vertical = verticalBy(flags);
    cell.covered = (flags & MERGED) !== 0 && (flags & FIRST_MERGED) === 0;
  }
  return { edges, cells };
}

function verticalBy(flags: number): CellShape['vertical'] {
  if ((flags & CONTINUED) === 0) return undefined;
  return (flags & RESTARTED) !== 0 ? 'restart' : 'continue';
}
