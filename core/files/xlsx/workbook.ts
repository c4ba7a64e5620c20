import { ProblemError } from '../../base/problems.ts';
import { budgetFor, type Purpose } from '../budget.ts';
import { type OfficePackage, openPackage, SHARED_NAMESPACES } from '../containers/package.ts';
import { childOf, childrenOf, type XmlElement, type XmlOptions } from '../containers/xml.ts';
import { LIMITS } from '../limits.ts';
import type { Sheet } from '../sheets/sheet.ts';
import { readDrawing } from './drawing.ts';
import { richText } from './text.ts';
import { readWorksheet, type Shared } from './worksheet.ts';

const NAMESPACES: XmlOptions['namespaces'] = [
  ['/spreadsheetml/2006/main', 'x'],
  ['/spreadsheetml/main', 'x'],
  ['/drawingml/2006/spreadsheetDrawing', 'xdr'],
  ['/drawingml/spreadsheetDrawing', 'xdr'],
  ...SHARED_NAMESPACES,
];

/**
 * The sheets of an .xlsx, in the order of their tabs.
 * @throws ProblemError `file-not-xlsx`, `file-bomb`, `file-external-entity`, `file-broken-xml`, `file-encrypted`, `file-too-much`,
 *   and those of `cellCollector`
 */
export function readWorkbook(bytes: Uint8Array, name: string, purpose: Purpose = 'document'): Sheet[] {
  const budget = budgetFor(name, purpose);
  const file = openPackage(bytes, name, { budget, namespaces: NAMESPACES, broken: 'file-not-xlsx' });
  // .xlsb keeps its parts in a form of its own.
  if (file.main.endsWith('.bin')) throw new ProblemError('file-not-xlsx', { name });
  const book = file.parse(file.main);
  if (book?.name !== 'x:workbook') throw new ProblemError('file-not-xlsx', { name });
  const listed = childrenOf(childOf(book, 'x:sheets'), 'x:sheet');
  if (listed.length > LIMITS.sheets.sheets)
    throw new ProblemError('file-too-much', { name, limit: LIMITS.sheets.sheets, what: '张工作表' });

  const strings: string[] = [];
  const take = (item: XmlElement): void => {
    budget.spend('strings');
    const text = richText(item);
    budget.spend('characters', text.length);
    strings.push(text);
  };
  const parts = file.related(file.main);
  const partOf = (type: string): string | undefined => parts.find((part) => part.type === type)?.path;
  const stringsPath = partOf('sharedStrings');
  if (stringsPath !== undefined) file.parse(stringsPath, { parent: 'x:sst', take });
  const date1904 = childOf(book, 'x:workbookPr')?.attributes.date1904;
  const shared: Shared = {
    name,
    budget,
    strings,
    formats: readFormats(file.part('styles')),
    from1904: date1904 === '1' || date1904 === 'true',
  };
  const paths = new Map(parts.map(({ id, path, type }) => [id, { path, type }]));
  return listed.flatMap(({ attributes }, index) => {
    const target = paths.get(attributes['r:id'] ?? '');
    // A sheet that is one chart has no cells.
    if (target?.type !== 'worksheet') return [];
    const sheet = readWorksheet((handOver) => file.parse(target.path, handOver), shared, around(file, target.path));
    const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
    return [{ ...sheet, name: attributes.name ?? '', place: { sheet: index + 1 }, hidden }];
  });
}

/** What a sheet names: pictures and texts that float over its cells, and comments. */
function around(file: OfficePackage, path: string) {
  const parts = file.related(path);
  const drawings = parts.filter(({ type }) => type === 'drawing').map((part) => readDrawing(file.parse(part.path)));
  // A thread of comments is written a second time, as a comment that older programs can read.
  const comments = parts
    .filter(({ type }) => type === 'comments')
    .flatMap((part) => childrenOf(childOf(file.parse(part.path), 'x:commentList'), 'x:comment'));
  return {
    anchors: drawings.flatMap(({ anchors }) => anchors),
    boxes: drawings.flatMap(({ boxes }) => boxes),
    pictures: drawings.reduce((sum, { pictures }) => sum + pictures, 0),
    comments: comments.length,
  };
}

/** Format of a number by the index of a cell's style. */
function readFormats(styles: XmlElement | undefined): Shared['formats'] {
  const described = new Map(
    childrenOf(childOf(styles, 'x:numFmts'), 'x:numFmt').map(({ attributes }) => [
      Number(attributes.numFmtId),
      attributes.formatCode ?? '',
    ]),
  );
  const styled = childrenOf(childOf(styles, 'x:cellXfs'), 'x:xf').map(({ attributes }) =>
    Number(attributes.numFmtId ?? 0),
  );
  return { described, styled };
}
