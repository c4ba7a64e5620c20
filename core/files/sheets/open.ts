import { type ProblemCode, ProblemError } from '../../base/problems.ts';
import { checkSize, type Format, formatOf, formatOfName } from '../formats.ts';
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
 * @throws ProblemError `file-empty`, `file-too-large`, `file-encrypted`, `file-no-sheets` for a file without any, and those of reading
 *   its format
 */
export async function openSheets(file: NamedBytes): Promise<Sheet[]> {
  const { name, bytes } = file;
  if (bytes.length === 0) throw new ProblemError('file-empty', { name });
  checkSize(name, bytes, LIMITS.file.size);
  const format = formatOf(file);
  if (format && 'refusal' in format) throw new ProblemError(format.refusal, { name });
  const read = READERS[format?.id ?? ''];
  if (read === undefined) throw new ProblemError(strangerCode(file, format), { name });
  return read(file);
}

/** A file that calls itself a table and is nothing that is known is broken; any other is no table. */
function strangerCode({ name }: NamedBytes, format: Format | undefined): ProblemCode {
  const named = formatOfName(name);
  const isTable = named !== undefined && named.id in READERS && 'impostor' in named;
  return (format === undefined && isTable && named.impostor) || 'file-no-sheets';
}
