import type { Block } from '../../base/block.ts';
import type { Place } from '../../base/place.ts';
import { ProblemError } from '../../base/problems.ts';
import type { FileSource } from '../../base/source.ts';
import { cleanText } from '../../base/text.ts';
import { isKnownLabel } from '../../document/glossary.ts';
import { firstLineTitle } from '../../document/title.ts';
import { type FileCell, pairsOfCells } from '../cells.ts';
import { decodePlainText } from '../encoding.ts';
import { LIMITS } from '../limits.ts';
import type { FileInput, FileParts } from '../parser.ts';
import { readRecords } from './records.ts';

/**
 * The parts of a table written as text: one table; lines above it that fill a single cell (its title, a number) are paragraphs.
 * @throws ProblemError `file-not-text`, `file-empty`, and those of `readRecords`
 */
export function readCsv({ name, bytes, sha256 }: FileInput): FileParts {
  const text = decodePlainText(bytes);
  if (text === undefined) throw new ProblemError('file-not-text', { name });
  const source = (place: Place): FileSource => ({ from: 'file', name, sha256, place });
  const records = trimmed(readRecords(text, name).map((cells) => cells.map(tidyCell)));
  if (records.length === 0) throw new ProblemError('file-empty', { name });

  const start = startOfTable(records);
  const lines = records
    .slice(0, start)
    .flatMap((cells, row): Block[] =>
      cells.flatMap((text, column) =>
        text === ''
          ? []
          : [{ kind: 'paragraph', text, region: 'body', source: source({ row: row + 1, column: column + 1 }) }],
      ),
    );
  const rows = records.slice(start);
  const grid = rows
    .slice(0, LIMITS.csv.formRows)
    .map((cells, row) =>
      cells.map((text, column): FileCell => ({ text, source: source({ row: start + row + 1, column: column + 1 }) })),
    );
  const table: Block = {
    kind: 'table',
    text: rows.map((cells) => cells.join('\t')).join('\n'),
    rows,
    region: 'body',
    source: source({ whole: true }),
  };
  return {
    title: firstLineTitle(lines) ?? '',
    pairs: pairsOfCells(grid),
    blocks: rows.length > 0 ? [...lines, table] : lines,
  };
}

/** Text of a cell line by line. */
function tidyCell(text: string): string {
  return text.includes('\n') || text.includes('\r')
    ? text
        .split(/\r\n|[\r\n]/)
        .map(cleanText)
        .filter((line) => line !== '')
        .join('\n')
    : cleanText(text);
}

/** Rows of the same width, without empty rows below and empty columns to the right: programs save them by the hundred. */
function trimmed(records: readonly string[][]): string[][] {
  const height = records.findLastIndex((cells) => cells.some((text) => text !== '')) + 1;
  const shown = records.slice(0, height);
  const width = shown.reduce((most, cells) => Math.max(most, cells.findLastIndex((text) => text !== '') + 1), 0);
  return shown.map((cells) => Array.from({ length: width }, (_, column) => cells[column] ?? ''));
}

/** Index of the first row that is no line above the table. A label alone is none: its box beside it is empty. */
function startOfTable(records: readonly string[][]): number {
  const isLine = (cells: readonly string[]): boolean => {
    const filled = cells.filter((text) => text !== '');
    return (
      filled.length === 0 || (filled.length === 1 && !/[:：]$/.test(filled[0] ?? '') && !isKnownLabel(filled[0] ?? ''))
    );
  };
  const found = records.findIndex((cells) => !isLine(cells));
  return found < 0 ? records.length : found;
}
