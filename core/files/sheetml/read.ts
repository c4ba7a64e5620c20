import { ProblemError } from '../../base/problems.ts';
import { type Budget, budgetFor, type Purpose } from '../budget.ts';
import { childOf, childrenOf, parseXml, textOf, type XmlElement, type XmlOptions } from '../containers/xml.ts';
import { LIMITS } from '../limits.ts';
import type { FileInput, FileParts } from '../parser.ts';
import { showNumber } from '../sheets/number-format.ts';
import { partsOfSheets } from '../sheets/parts.ts';
import { cellCollector, type Sheet, type Span } from '../sheets/sheet.ts';

const NAMESPACES: XmlOptions['namespaces'] = [
  ['urn:schemas-microsoft-com:office:spreadsheet', 'ss'],
  ['urn:schemas-microsoft-com:office:excel', 'x'],
];
/** Formats that Excel 2003 calls by a name. */
const NAMED: Readonly<Record<string, string>> = {
  'General Date': 'yyyy-mm-dd h:mm',
  'Long Date': 'yyyy-mm-dd',
  'Medium Date': 'yyyy-mm-dd',
  'Short Date': 'yyyy-mm-dd',
  'Long Time': 'h:mm:ss',
  'Medium Time': 'h:mm',
  'Short Time': 'h:mm',
  Fixed: '0.00',
  Standard: '#,##0.00',
  Percent: '0.00%',
  Scientific: '0.00E+00',
};

/**
 * The sheets of a workbook in one XML file.
 * @throws ProblemError `file-external-entity`, `file-broken-xml`, `file-too-much`, and those of `cellCollector`
 */
export function readWorkbook(bytes: Uint8Array, name: string, purpose: Purpose = 'document'): Sheet[] {
  const budget = budgetFor(name, purpose);
  const book = parseXml(bytes, { file: name, part: name, budget, namespaces: NAMESPACES });
  const sheets = childrenOf(book, 'ss:Worksheet');
  if (sheets.length > LIMITS.sheets.sheets)
    throw new ProblemError('file-too-much', { name, limit: LIMITS.sheets.sheets, what: '张工作表' });
  const formats = formatsOf(childOf(book, 'ss:Styles'));
  return sheets.map((sheet, index) => readSheet(sheet, index + 1, { name, budget, formats }));
}

/**
 * The parts of a workbook in one XML file.
 * @throws ProblemError as `readWorkbook` and `partsOfSheets`
 */
export function readSpreadsheetXml(file: FileInput): FileParts {
  return partsOfSheets(readWorkbook(file.bytes, file.name), file);
}

interface Shared {
  name: string;
  budget: Budget;
  /** Format of numbers by the id of a style. */
  formats: ReadonlyMap<string, string>;
}

function formatsOf(styles: XmlElement | undefined): Shared['formats'] {
  return new Map(
    childrenOf(styles, 'ss:Style').map((style) => {
      const code = childOf(style, 'ss:NumberFormat')?.attributes['ss:Format'] ?? '';
      return [style.attributes['ss:ID'] ?? '', Object.hasOwn(NAMED, code) ? (NAMED[code] ?? '') : code];
    }),
  );
}

function readSheet(sheet: XmlElement, number: number, shared: Shared): Sheet {
  const collector = cellCollector(shared.name, shared.budget);
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  const spans: Span[] = [];
  let comments = 0;
  const [table] = childrenOf(sheet, 'ss:Table');
  let column = 0;
  for (const { attributes } of childrenOf(table, 'ss:Column')) {
    column = indexOf(attributes['ss:Index'], column);
    const last = Math.min(column + countOf(attributes['ss:Span']), LIMITS.sheets.columns);
    for (; column <= last; column += 1) if (attributes['ss:Hidden'] === '1') hiddenColumns.add(column);
    column = Math.max(column, last + 1);
  }
  let row = 0;
  for (const line of childrenOf(table, 'ss:Row')) {
    row = indexOf(line.attributes['ss:Index'], row);
    if (line.attributes['ss:Hidden'] === '1') hiddenRows.add(row);
    let at = 0;
    for (const cell of childrenOf(line, 'ss:Cell')) {
      at = indexOf(cell.attributes['ss:Index'], at);
      const across = countOf(cell.attributes['ss:MergeAcross']);
      const down = countOf(cell.attributes['ss:MergeDown']);
      if (across + down > 0 && spans.length < LIMITS.sheets.spans)
        spans.push({ row, column: at, rows: down + 1, columns: across + 1 });
      if (childOf(cell, 'ss:Comment')) comments += 1;
      collector.add({ row, column: at, ...readCell(cell, shared) });
      at += across + 1;
    }
    row += 1 + countOf(line.attributes['ss:Span']);
  }
  const visible = childOf(childOf(sheet, 'x:WorksheetOptions'), 'x:Visible');
  return {
    name: sheet.attributes['ss:Name'] ?? '',
    place: { sheet: number },
    hidden: visible !== undefined && /hidden/i.test(textOf(visible)),
    cells: collector.cells(),
    spans,
    isHiddenRow: (at) => hiddenRows.has(at),
    isHiddenColumn: (at) => hiddenColumns.has(at),
    comments,
    pictures: 0,
    boxes: [],
  };
}

/** Rows of the newest format: no place is beyond them. */
const FAR = 1_048_576;

/** Where something says that it stands, counted from 0; behind the one before where it does not. */
function indexOf(said: string | undefined, next: number): number {
  const index = Number(said);
  return said !== undefined && Number.isInteger(index) && index >= 1 && index <= FAR ? index - 1 : next;
}

function countOf(said: string | undefined): number {
  const count = Number(said ?? 0);
  return Number.isInteger(count) && count > 0 ? Math.min(count, FAR) : 0;
}

function readCell(cell: XmlElement, { formats }: Shared): { text: string; unread?: boolean } {
  const data = childOf(cell, 'ss:Data');
  const formula = cell.attributes['ss:Formula'];
  if (!data) return formula === undefined ? { text: '' } : { text: formula, unread: true };
  const written = textOf(data);
  switch (data.attributes['ss:Type']) {
    case 'Number': {
      const number = Number(written);
      const format = formats.get(cell.attributes['ss:StyleID'] ?? '') ?? '';
      return { text: Number.isFinite(number) && written !== '' ? showNumber(number, format) : written };
    }
    case 'Boolean':
      return { text: written === '1' ? 'TRUE' : 'FALSE' };
    case 'DateTime':
      return { text: written.replace(/T00:00:00(?:\.0+)?Z?$/, '').replace(/T(\d\d:\d\d)(?::00)?(?:\.0+)?Z?$/, ' $1') };
    default:
      return { text: written };
  }
}
