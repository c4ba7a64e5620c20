import { ProblemError } from '../../base/problems.ts';
import { budgetFor, type Purpose } from '../budget.ts';
import { openCompound } from '../containers/cfb.ts';
import { LIMITS } from '../limits.ts';
import type { Sheet } from '../sheets/sheet.ts';
import { type BiffRecord, Damaged, partFrom, RECORD } from './records.ts';
import { RecordReader } from './strings.ts';
import { readWorksheet, type Shared } from './worksheet.ts';

interface Listed {
  name: string;
  at: number;
  hidden: boolean;
}

const MODERN = 0x0600;
const OLD = 0x0500;
const WORKSHEET = 0;
/** Code pages by their numbers; all others are read as those of western Europe. */
const ENCODINGS: Readonly<Record<number, string>> = { 936: 'gb18030', 950: 'big5', 932: 'shift_jis', 949: 'euc-kr' };

/**
 * The sheets of an .xls, in the order of their tabs: of Excel 97 and later, and of Excel 5 and 95.
 * @throws ProblemError `file-not-office`, `file-encrypted`, `file-too-much`, and those of `cellCollector`
 */
export function readWorkbook(bytes: Uint8Array, name: string, purpose: Purpose = 'document'): Sheet[] {
  const compound = openCompound(bytes, name);
  const stream = compound.read('Workbook') ?? compound.read('Book');
  if (!stream) throw new ProblemError('file-not-office', { name });
  try {
    return sheetsOf(stream, name, purpose);
  } catch (error) {
    // A number read beyond the end of its record is a RangeError.
    if (error instanceof Damaged || error instanceof RangeError)
      throw new ProblemError('file-not-office', { name }, error);
    throw error;
  }
}

function sheetsOf(stream: Uint8Array, name: string, purpose: Purpose): Sheet[] {
  const budget = budgetFor(name, purpose);
  const shared: Shared = {
    name,
    budget,
    modern: true,
    encoding: 'windows-1252',
    strings: [],
    formats: { described: new Map(), styled: [] },
    from1904: false,
  };
  const listed: (Listed | undefined)[] = [];
  for (const record of partFrom(stream, 0, budget)) takeGlobal(record, shared, listed);
  if (listed.length > LIMITS.sheets.sheets)
    throw new ProblemError('file-too-much', { name, limit: LIMITS.sheets.sheets, what: '张工作表' });
  return listed.flatMap((sheet, index) => {
    if (!sheet) return [];
    const read = readWorksheet(partFrom(stream, sheet.at, budget), shared);
    return [{ ...read, name: sheet.name, place: { sheet: index + 1 }, hidden: sheet.hidden }];
  });
}

function takeGlobal(record: BiffRecord, shared: Shared, listed: (Listed | undefined)[]): void {
  const { type, data } = record;
  const { name, budget, formats } = shared;
  switch (type) {
    case RECORD.begin: {
      const version = data.getUint16(0, true);
      if (version !== MODERN && version !== OLD) throw new Damaged('unknown version');
      shared.modern = version === MODERN;
      return;
    }
    case RECORD.encryption:
      throw new ProblemError('file-encrypted', { name });
    case RECORD.codePage:
      shared.encoding = ENCODINGS[data.getUint16(0, true)] ?? shared.encoding;
      return;
    case RECORD.dateMode:
      shared.from1904 = data.getUint16(0, true) === 1;
      return;
    case RECORD.format:
      formats.described.set(data.getUint16(0, true), formatCode(record, shared));
      return;
    case RECORD.style:
      formats.styled.push(data.getUint16(2, true));
      return;
    case RECORD.boundSheet: {
      const reader = new RecordReader(record, 6);
      const length = reader.byte();
      const title = shared.modern ? reader.string(length) : reader.oldString(length, shared.encoding);
      const [state, kind] = [data.getUint8(4) & 3, data.getUint8(5)];
      listed.push(kind === WORKSHEET ? { name: title, at: data.getUint32(0, true), hidden: state !== 0 } : undefined);
      return;
    }
    case RECORD.strings: {
      const reader = new RecordReader(record, 4);
      for (let left = reader.long(); left > 0 && !reader.done; left -= 1) {
        budget.spend('strings');
        const text = reader.string(reader.short());
        budget.spend('characters', text.length);
        shared.strings.push(text);
      }
      return;
    }
  }
}

function formatCode(record: BiffRecord, { modern, encoding }: Shared): string {
  const reader = new RecordReader(record, 2);
  return modern ? reader.string(reader.short()) : reader.oldString(reader.byte(), encoding);
}
