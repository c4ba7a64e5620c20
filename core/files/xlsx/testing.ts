import { type ZipEntry, zipOf } from '../testing.ts';

/** Builds workbooks of raw XML for tests and fixtures, the same bytes each time. Imported by tests and fixtures only. */

const X = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A sheet: its name and the inner XML of its parts; what is left out is not in the file. */
export interface SheetParts {
  name: string;
  state?: 'hidden' | 'veryHidden';
  /** In front of the rows: x:cols. */
  before?: string;
  rows: string;
  /** Behind the rows: x:mergeCells. */
  after?: string;
  /** Inner XML of xdr:wsDr, and of x:commentList. */
  drawing?: string;
  comments?: string;
}

export interface WorkbookParts {
  sheets: readonly SheetParts[];
  /** Shared strings, each the inner XML of its x:si. */
  strings?: readonly string[];
  /** Codes of formats: cells with s="1" have the first, and so on. */
  formats?: readonly string[];
  from1904?: boolean;
  raw?: Readonly<Record<string, string | Uint8Array>>;
}

const relationships = (list: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `<Relationships xmlns="${PACKAGE_RELATIONSHIPS}">${list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${R}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

export function workbookFile({ sheets, strings = [], formats = [], from1904, raw = {} }: WorkbookParts): Uint8Array {
  const files = new Map<string, string | Uint8Array>();
  const types: [part: string, type: string][] = [['xl/workbook.xml', `${TYPES}.sheet.main+xml`]];
  const add = (path: string, type: string, content: string): void => {
    types.push([path, type]);
    files.set(path, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${content}`);
  };
  for (const [index, sheet] of sheets.entries()) {
    const n = index + 1;
    const { before = '', after = '' } = sheet;
    const links: [string, string, string][] = [];
    if (sheet.drawing !== undefined) {
      links.push(['rD', 'drawing', `../drawings/drawing${n}.xml`]);
      add(
        `xl/drawings/drawing${n}.xml`,
        'application/vnd.openxmlformats-officedocument.drawing+xml',
        `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${R}">${sheet.drawing}</xdr:wsDr>`,
      );
    }
    if (sheet.comments !== undefined) {
      links.push(['rC', 'comments', `../comments${n}.xml`]);
      add(
        `xl/comments${n}.xml`,
        `${TYPES}.comments+xml`,
        `<comments xmlns="${X}"><authors><author/></authors><commentList>${sheet.comments}</commentList></comments>`,
      );
    }
    const drawn = sheet.drawing === undefined ? '' : '<drawing r:id="rD"/>';
    add(
      `xl/worksheets/sheet${n}.xml`,
      `${TYPES}.worksheet+xml`,
      `<worksheet xmlns="${X}" xmlns:r="${R}">${before}<sheetData>${sheet.rows}</sheetData>${after}${drawn}</worksheet>`,
    );
    if (links.length > 0) files.set(`xl/worksheets/_rels/sheet${n}.xml.rels`, relationships(links));
  }
  const targets: [string, string, string][] = sheets.map((_, index) => [
    `rS${index + 1}`,
    'worksheet',
    `worksheets/sheet${index + 1}.xml`,
  ]);
  targets.push(['rStrings', 'sharedStrings', 'sharedStrings.xml'], ['rStyles', 'styles', 'styles.xml']);
  add(
    'xl/sharedStrings.xml',
    `${TYPES}.sharedStrings+xml`,
    `<sst xmlns="${X}">${strings.map((inner) => `<si>${inner}</si>`).join('')}</sst>`,
  );
  add('xl/styles.xml', `${TYPES}.styles+xml`, stylesOf(formats));
  add(
    'xl/workbook.xml',
    `${TYPES}.sheet.main+xml`,
    `<workbook xmlns="${X}" xmlns:r="${R}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${sheets.map(({ name, state }, index) => `<sheet name="${name}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rS${index + 1}"/>`).join('')}</sheets></workbook>`,
  );
  files.set('xl/_rels/workbook.xml.rels', relationships(targets));
  files.set('_rels/.rels', relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]));
  files.set(
    '[Content_Types].xml',
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[...new Map(types)].map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`).join('')}</Types>`,
  );
  for (const [path, content] of Object.entries(raw)) files.set(path, content);
  return zipOf(Array.from(files, ([path, content]): ZipEntry => ({ path, content })));
}

function stylesOf(formats: readonly string[]): string {
  const described = formats.map((code, index) => `<numFmt numFmtId="${200 + index}" formatCode="${escaped(code)}"/>`);
  const styled = formats.map(
    (_, index) => `<xf numFmtId="${200 + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  );
  return `<styleSheet xmlns="${X}"><numFmts count="${formats.length}">${described.join('')}</numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${formats.length + 1}"><xf numFmtId="0"/>${styled.join('')}</cellXfs></styleSheet>`;
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A number with the style of a format; a text; or the XML of a cell, whose place is put in. */
export type CellSketch = string | number | readonly [value: number, style: number] | { xml: string } | null;

/** A row of cells from column A on. @param more attributes of the row */
export function row(number: number, cells: readonly CellSketch[], more = ''): string {
  const written = cells.map((cell, index) => {
    if (cell === null) return '';
    const place = `r="${String.fromCharCode(65 + index)}${number}"`;
    if (typeof cell === 'string') return `<c ${place} t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
    if (typeof cell === 'number') return `<c ${place}><v>${cell}</v></c>`;
    if ('xml' in cell) return cell.xml.replace('<c', `<c ${place}`);
    return `<c ${place} s="${cell[1]}"><v>${cell[0]}</v></c>`;
  });
  return `<row r="${number}"${more && ` ${more}`}>${written.join('')}</row>`;
}

/** x:mergeCells of these ranges. */
export const merged = (...ranges: string[]): string =>
  `<mergeCells count="${ranges.length}">${ranges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`;
