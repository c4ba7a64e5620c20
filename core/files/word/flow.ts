import type { XmlElement } from '../containers/xml.ts';
import type { Elements } from './elements.ts';

/** A cell as its row describes it. */
export interface CellShape {
  /** Goes on from the cell above, or is the first of such. */
  vertical?: 'restart' | 'continue' | undefined;
  /** Covered by the cell before it. */
  covered?: boolean | undefined;
}

/** A row as its end describes it. */
export interface RowShape {
  /** Where its cells begin and end, one more than there are cells; in twentieths of a point. */
  edges: readonly number[];
  cells: readonly CellShape[];
  /** Deleted under track changes. */
  deleted?: boolean;
}

/**
 * Old formats write a table as a row of paragraphs, each with the depth of tables that it stands in: 0 is outside of any.
 * This makes tables of them.
 */
export interface Flow {
  paragraph(element: XmlElement, depth: number): void;
  /** The cell is over, of a table at this depth. */
  endCell(depth: number): void;
  endRow(depth: number, shape: RowShape | undefined): void;
  /** All is over: tables that are still open are closed. */
  end(): void;
}

/** Word nests no deeper. */
const DEEPEST = 30;
/** Edges that lie closer are the same: programs round. */
const NEAR = 30;

interface Row {
  cells: XmlElement[][];
  shape: RowShape | undefined;
}

interface Table {
  rows: Row[];
  /** Cells of the row that is not over. */
  cells: XmlElement[][];
  /** Content of the cell that is not over. */
  cell: XmlElement[];
}

/** @param take is given paragraphs and tables that stand outside of tables */
export function flowInto(take: (element: XmlElement) => void, elements: Elements): Flow {
  const open: Table[] = [];

  const give = (element: XmlElement): void => {
    const table = open.at(-1);
    if (table) table.cell.push(element);
    else {
      take(element);
      elements.handOver();
    }
  };
  const closeCell = (table: Table): void => {
    table.cells.push(table.cell);
    table.cell = [];
  };
  const closeRow = (table: Table, shape?: RowShape): void => {
    if (table.cell.length > 0) closeCell(table);
    if (table.cells.length > 0) table.rows.push({ cells: table.cells, shape });
    table.cells = [];
  };
  const setDepth = (depth: number): Table | undefined => {
    const wanted = Math.min(Math.max(depth, 0), DEEPEST);
    while (open.length > wanted) {
      const table = open.pop();
      if (!table) break;
      closeRow(table);
      if (table.rows.length > 0) give(tableOf(table.rows, elements));
    }
    while (open.length < wanted) open.push({ rows: [], cells: [], cell: [] });
    return open.at(-1);
  };

  return {
    paragraph: (element, depth) => {
      setDepth(depth);
      give(element);
    },
    endCell: (depth) => {
      const table = setDepth(depth);
      if (table) closeCell(table);
    },
    endRow: (depth, shape) => {
      const table = setDepth(depth);
      if (table) closeRow(table, shape);
    },
    end: () => void setDepth(0),
  };
}

function tableOf(rows: readonly Row[], { make, val }: Elements): XmlElement {
  const columns = columnsOf(rows);
  const all = rows.map(({ cells, shape }) => {
    const [first] = shape?.edges ?? [];
    const before = first === undefined ? 0 : columns(first);
    const facts = [...(before > 0 ? [val('w:gridBefore', before)] : []), ...(shape?.deleted ? [make('w:del')] : [])];
    const shown: XmlElement[] = [];
    for (const [index, content] of cells.entries()) {
      if (shape?.cells[index]?.covered) continue;
      let last = index;
      while (shape?.cells[last + 1]?.covered) last += 1;
      const [left, right] = [shape?.edges[index], shape?.edges[last + 1]];
      const span = left === undefined || right === undefined ? 1 : columns(right) - columns(left);
      const vertical = shape?.cells[index]?.vertical;
      const own = [
        ...(span > 1 ? [val('w:gridSpan', span)] : []),
        ...(vertical === undefined ? [] : [val('w:vMerge', vertical)]),
      ];
      shown.push(make('w:tc', {}, own.length > 0 ? [make('w:tcPr', {}, own), ...content] : content));
    }
    return make('w:tr', {}, facts.length > 0 ? [make('w:trPr', {}, facts), ...shown] : shown);
  });
  return make('w:tbl', {}, all);
}

/** Counts the edges of a whole table: which column begins at a place. */
function columnsOf(rows: readonly Row[]): (edge: number) => number {
  const edges = [...new Set(rows.flatMap(({ shape }) => shape?.edges ?? []))].sort((one, other) => one - other);
  const columns = new Map<number, number>();
  let column = -1;
  let from = Number.NEGATIVE_INFINITY;
  for (const edge of edges) {
    if (edge - from > NEAR) {
      column += 1;
      from = edge;
    }
    columns.set(edge, column);
  }
  return (edge) => columns.get(edge) ?? 0;
}
