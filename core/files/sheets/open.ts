import { ProblemError } from '../../base/problems.ts';
import { formatOf } from '../formats.ts';
import { LIMITS } from '../limits.ts';
import type { NamedBytes } from '../parser.ts';
import type { Sheet } from './sheet.ts';

/** The formats that have sheets, by their ids in formats.ts, and what reads these. Loaded with the first file of each. */
const READERS: Readonly<Record<string, (file: NamedBytes) => Promise<Sheet[]>>> = {
  xlsx: async ({ bytes, name }) => (await import('../xlsx/workbook.ts')).readWorkbook(bytes, name, 'table'),
  xls: async ({ bytes, name }) => (await import('../xls/workbook.ts')).readWorkbook(bytes, name, 'table'),
  sheetml: async ({ bytes, name }) => (await import('../sheetml/read.ts')).readWorkbook(bytes, name, 'table'),
  csv: async ({ bytes, name }) => [(await import('../csv/read.ts')).readTextSheet(bytes, name, 'table')],
};

/**
 * The sheets of a file whose tables are imported, as they are: whatever its name says, its bytes tell what it is.
 * @throws ProblemError `file-too-large`, `file-no-sheets` for a file without any, and those of reading its format
 */
export async function openSheets(file: NamedBytes): Promise<Sheet[]> {
  const { size } = LIMITS.file;
  if (file.bytes.length > size)
    throw new ProblemError('file-too-large', {
      name: file.name,
      size: Math.ceil(file.bytes.length / 1e6),
      limit: size / 1e6,
    });
  const read = READERS[formatOf(file)?.id ?? ''];
  if (read === undefined) throw new ProblemError('file-no-sheets', { name: file.name });
  return read(file);
}
