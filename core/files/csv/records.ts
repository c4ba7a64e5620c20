import { ProblemError } from '../../base/problems.ts';
import { LIMITS } from '../limits.ts';

/** What parts the cells of a row. Programs write what their country uses; Excel in Chinese writes commas and, as text, tabs. */
const SEPARATORS = [',', ';', '\t'] as const;
/** The line by which Excel is told the separator; it is no row. */
const DECLARED = /^sep=(.)(?:\r\n|\n|\r|$)/;
/** Bounds on a table as text (limits.ts). */
type CsvLimits = Readonly<Record<'rows' | 'columns' | 'cells' | 'cell', number>>;

/** Rows by which the separator is found. */
const SAMPLE = 50;

/**
 * Rows of cells of a table written as text (RFC 4180): cells in double quotes may hold separators, line ends and, doubled, double
 * quotes. The separator is the one that the file declares, else the one that gives most rows the same number of cells.
 * A blank line is a row without cells, so that the index of a row is its number less one.
 * @throws ProblemError `file-open-quote`, `file-too-many-lines`, `file-too-many-columns`, `file-too-many-cells`,
 *   `file-line-too-long`
 */
export function readRecords(text: string, name: string, limits: CsvLimits = LIMITS.csv): Iterable<string[]> {
  const declared = DECLARED.exec(text);
  if (declared) return recordsOf(text.slice(declared[0].length), declared[1] ?? ',', name, limits);
  const [separator] = SEPARATORS.toSorted((left, right) => steadiness(text, right) - steadiness(text, left));
  return recordsOf(text, separator ?? ',', name, limits);
}

/** How many of the first rows have the number of cells that most have; none where that is one. */
function steadiness(text: string, separator: string): number {
  const counts = new Map<number, number>();
  try {
    let seen = 0;
    for (const { length } of recordsOf(text, separator, '', LIMITS.csv)) {
      if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
      seen += 1;
      if (seen === SAMPLE) break;
    }
  } catch (error) {
    // What goes wrong is told of the separator that is chosen in the end.
    if (!(error instanceof ProblemError)) throw error;
  }
  return Math.max(0, ...counts.values());
}

function* recordsOf(text: string, separator: string, name: string, limits: CsvLimits): Generator<string[]> {
  // Up to the next separator or line end; sticky, so that each character is looked at once.
  const bare = new RegExp(
    `[^${separator === '\t' ? '\\t' : `\\u{${separator.codePointAt(0)?.toString(16)}}`}\\r\\n]*`,
    'uy',
  );
  let at = 0;
  let count = 0;
  for (let row = 1; at < text.length; row += 1) {
    if (row > limits.rows) throw new ProblemError('file-too-many-lines', { name, limit: limits.rows });
    const cells: string[] = [];
    for (let open = true; open; ) {
      let cell = '';
      if (text[at] === '"') {
        const end = closingQuote(text, at, name, row);
        cell = text.slice(at + 1, end).replaceAll('""', '"');
        at = end + 1;
      }
      // Nothing may follow a closing quote; where something does, it belongs to the cell.
      bare.lastIndex = at;
      cell += bare.exec(text)?.[0] ?? '';
      at = bare.lastIndex;
      if (cell.length > limits.cell) throw new ProblemError('file-line-too-long', { name, row, limit: limits.cell });
      cells.push(cell);
      if (cells.length > limits.columns)
        throw new ProblemError('file-too-many-columns', { name, row, limit: limits.columns });
      count += 1;
      if (count > limits.cells) throw new ProblemError('file-too-many-cells', { name, limit: limits.cells });
      open = text[at] === separator;
      if (open) at += 1;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 2;
    else if (at < text.length) at += 1;
    yield cells.length === 1 && cells[0] === '' ? [] : cells;
  }
}

/** Where the quote at `from` is closed: the next double quote that is not doubled. */
function closingQuote(text: string, from: number, name: string, row: number): number {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at;
  throw new ProblemError('file-open-quote', { name, row });
}
