import { ProblemError } from '../../base/problems.ts';
import { budgetFor, type Purpose } from '../budget.ts';
import { decodePlainText } from '../encoding.ts';
import { LIMITS } from '../limits.ts';
import type { FileInput, FileParts } from '../parser.ts';
import { partsOfSheets } from '../sheets/parts.ts';
import { cellCollector, plainSheet, type Sheet } from '../sheets/sheet.ts';
import { readRecords } from './records.ts';

/**
 * A table written as text: a sheet in which nothing is joined or hidden.
 * @throws ProblemError `file-not-text`, and those of `readRecords`
 */
export function readTextSheet(bytes: Uint8Array, name: string, purpose: Purpose = 'document'): Sheet {
  const text = decodePlainText(bytes);
  if (text === undefined) throw new ProblemError('file-not-text', { name });
  const cells = cellCollector(name, budgetFor(name, purpose));
  const limits = purpose === 'table' ? { ...LIMITS.csv, ...LIMITS.table } : LIMITS.csv;
  let row = 0;
  for (const record of readRecords(text, name, limits)) {
    for (const [column, cell] of record.entries()) cells.add({ row, column, text: cell });
    row += 1;
  }
  return plainSheet(cells.cells());
}

/**
 * The parts of a table written as text.
 * @throws ProblemError as `readTextSheet` and `partsOfSheets`
 */
export function readCsv(file: FileInput): FileParts {
  return partsOfSheets([readTextSheet(file.bytes, file.name)], file);
}
