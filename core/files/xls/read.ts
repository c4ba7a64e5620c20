import type { FileInput, FileParts } from '../parser.ts';
import { partsOfSheets } from '../sheets/parts.ts';
import { readWorkbook } from './workbook.ts';

/**
 * The parts of an .xls.
 * @throws ProblemError as `readWorkbook` and `partsOfSheets`
 */
export function readXls(file: FileInput): FileParts {
  return partsOfSheets(readWorkbook(file.bytes, file.name), file);
}
