import { ProblemError } from '../../base/problems.ts';
import type { Budget } from '../budget.ts';
import { childOf, childrenOf, textOf, type XmlElement, type XmlOptions } from '../containers/xml.ts';
import { LIMITS } from '../limits.ts';
import { formatOfId, showNumber } from '../sheets/number-format.ts';
import { cellCollector, type Sheet, type SheetCell } from '../sheets/sheet.ts';
import type { Drawing } from './drawing.ts';
import { cellAt, spanOf } from './reference.ts';
import { richText, unescaped } from './text.ts';

/** What all sheets of a workbook refer to. */
export interface Shared {
  name: string;
  budget: Budget;
  strings: readonly string[];
  /** Formats of numbers by their id, and the id of each style. */
  formats: { described: ReadonlyMap<number, string>; styled: readonly number[] };
  from1904: boolean;
}

type Around = Drawing & Pick<Sheet, 'comments'>;

/** The cells of one sheet, row by row as it is parsed. */
export function readWorksheet(
  parse: (handOver: NonNullable<XmlOptions['handOver']>) => XmlElement | undefined,
  shared: Shared,
  { anchors, boxes, pictures, comments }: Around,
): Omit<Sheet, 'name' | 'place' | 'hidden'> {
  const { name } = shared;
  const collector = cellCollector(name, shared.budget);
  const hiddenRows = new Set<number>();
  let row = -1;
  const take = (element: XmlElement): void => {
    if (element.name !== 'x:row') return;
    const said = Number(element.attributes.r);
    // Rows and cells may leave out where they stand: then it is behind the one before.
    row = Number.isInteger(said) && said >= 1 && said <= LAST_ROW ? said - 1 : row + 1;
    if (isOn(element.attributes.hidden) || isFlat(element.attributes.ht)) hiddenRows.add(row);
    let column = -1;
    for (const cell of childrenOf(element, 'x:c')) {
      const place = cellAt(cell.attributes.r ?? '') ?? { row, column: column + 1 };
      column = place.column;
      collector.add({ ...readCell(cell, shared), ...place });
    }
  };
  const root = parse({ parent: 'x:sheetData', take });
  if (root?.name !== 'x:worksheet') throw new ProblemError('file-not-xlsx', { name });
  for (const anchor of anchors) collector.addPicture(anchor);
  const merges = childrenOf(childOf(root, 'x:mergeCells'), 'x:mergeCell');
  const columns = childrenOf(root, 'x:cols').flatMap((list) => childrenOf(list, 'x:col'));
  return {
    cells: collector.cells(),
    ...(shared.from1904 && { from1904: true }),
    spans: merges.slice(0, LIMITS.sheets.spans).flatMap(({ attributes }) => spanOf(attributes.ref ?? '') ?? []),
    isHiddenRow: (at) => hiddenRows.has(at),
    isHiddenColumn: hiddenColumns(columns),
    comments,
    pictures,
    boxes,
  };
}

const LAST_ROW = 1_048_576;
const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';
/** No height or width at all hides as well. */
const isFlat = (size: string | undefined): boolean => size !== undefined && Number(size) === 0;

function hiddenColumns(columns: readonly XmlElement[]): (column: number) => boolean {
  const hidden = new Set<number>();
  for (const { attributes } of columns) {
    if (!isOn(attributes.hidden) && !isFlat(attributes.width)) continue;
    const last = Math.min(Number(attributes.max), LIMITS.sheets.columns);
    for (let column = Math.max(1, Number(attributes.min)); column <= last; column += 1) hidden.add(column - 1);
  }
  return (column) => hidden.has(column);
}

/** The functions by which WPS puts a picture into a cell. */
const PICTURE = /^(?:_xlfn\.)?(?:DISPIMG|IMAGE)\(/i;

/** What a cell shows: its value, a formula's as it was worked out when the file was saved. */
function readCell(cell: XmlElement, shared: Shared): Pick<SheetCell, 'text' | 'picture' | 'unread'> {
  const formula = childOf(cell, 'x:f');
  const value = childOf(cell, 'x:v');
  const written = value && textOf(value);
  if (formula && PICTURE.test(textOf(formula))) return { text: '', picture: true };
  if (formula && written === undefined && !childOf(cell, 'x:is')) return { text: `=${textOf(formula)}`, unread: true };
  const { t: type = 'n', s: style = '' } = cell.attributes;
  if (type === 'inlineStr') return { text: richText(childOf(cell, 'x:is')) };
  if (written === undefined || written === '') return { text: '' };
  switch (type) {
    case 's':
      return { text: shared.strings[Number(written)] ?? '' };
    case 'b':
      return { text: written === '1' ? 'TRUE' : 'FALSE' };
    case 'n':
      return { text: numberText(written, Number(style), shared) };
    case 'd':
      return { text: written.replace('T', ' ').replace(/ 00:00:00(?:\.0+)?Z?$/, '') };
    // str: text of a formula; e: #N/A.
    default:
      return { text: unescaped(written) };
  }
}

function numberText(written: string, style: number, { formats, from1904 }: Shared): string {
  const number = Number(written);
  if (!Number.isFinite(number)) return written;
  return showNumber(number, formatOfId(formats.styled[style] ?? 0, formats.described), from1904);
}
