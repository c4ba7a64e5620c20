import { displayWidth } from '../../base/text.ts';
import { type ZipEntry, zipOf } from '../testing.ts';

/** Builds OFD files by hand for tests and fixtures, the same bytes each time. Imported by tests and fixtures only. */

const OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"';
/** 三号: 16 points in millimetres. */
export const SIZE = 5.64;

type Attributes = Readonly<Record<string, string | number | undefined>>;

const attributesOf = (attributes: Attributes): string =>
  Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');

/** A text object; `codes` is its inner XML. */
export const textObject = (attributes: Attributes, codes: string): string =>
  `<ofd:TextObject ID="1" Font="3" Boundary="0 0 210 297" Size="${SIZE}"${attributesOf(attributes)}>${codes}</ofd:TextObject>`;

export const textCode = (text: string, attributes: Attributes): string =>
  `<ofd:TextCode${attributesOf(attributes)}>${text}</ofd:TextCode>`;

/** Text whose first letter stands at a place, in millimetres; letters follow one another by their widths, in runs of `g`. */
export function textAt(text: string, x: number, y: number, size = SIZE): string {
  const letters = Array.from(text);
  const width = (displayWidth(text) * size) / 2;
  const boundary = [x, y - size, width, size * 1.25].map((number) => number.toFixed(2)).join(' ');
  const code = textCode(text, { X: 0, Y: size, DeltaX: runsOf(letters.slice(0, -1), size) || undefined });
  return `<ofd:TextObject ID="1" Font="3" Boundary="${boundary}" Size="${size}">${code}</ofd:TextObject>`;
}

function runsOf(letters: readonly string[], size: number): string {
  const runs: [delta: string, count: number][] = [];
  for (const letter of letters) {
    const delta = ((displayWidth(letter) * size) / 2).toFixed(2);
    const last = runs.at(-1);
    if (last && last[0] === delta) last[1] += 1;
    else runs.push([delta, 1]);
  }
  return runs
    .map(([delta, count]) => (count > 2 ? `g ${count} ${delta}` : Array(count).fill(delta).join(' ')))
    .join(' ');
}

/** A straight line between two places, in millimetres. */
export const lineAt = (x1: number, y1: number, x2: number, y2: number): string =>
  `<ofd:PathObject ID="1" Boundary="${x1} ${y1} ${x2 - x1} ${y2 - y1}" LineWidth="0.25"><ofd:AbbreviatedData>M 0 0 L ${x2 - x1} ${y2 - y1}</ofd:AbbreviatedData></ofd:PathObject>`;

export const imageAt = (x: number, y: number, width: number, height: number): string =>
  `<ofd:ImageObject ID="1" ResourceID="9" CTM="${width} 0 0 ${height} 0 0" Boundary="${x} ${y} ${width} ${height}"/>`;

/** The rules of a table whose cells are all drawn, and the text in its cells. Heights and widths in millimetres. */
export function tableAt(
  x: number,
  y: number,
  widths: readonly number[],
  rows: readonly (readonly string[])[],
  size = 4.23,
): string {
  const height = size * 2.2;
  const xs = [x];
  for (const width of widths) xs.push((xs.at(-1) ?? x) + width);
  const right = xs.at(-1) ?? x;
  const bottom = y + height * rows.length;
  const rules = [
    ...rows.map((_, row) => lineAt(x, y + row * height, right, y + row * height)),
    lineAt(x, bottom, right, bottom),
    ...xs.map((at) => lineAt(at, y, at, bottom)),
  ];
  const texts = rows.flatMap((cells, row) =>
    cells.map((text, column) =>
      text === '' ? '' : textAt(text, (xs[column] ?? x) + 2, y + (row + 0.65) * height, size),
    ),
  );
  return [...rules, ...texts].join('');
}

/** Where lines of text stand on a page of a 公文, in millimetres (GB/T 9704): 28 letters a line, 22 lines a page. */
const PAPER = { left: 28, top: 44, letters: 28, lines: 22, pitch: 10.2 };

/** A paragraph: where it stands on its line, and how large. */
export interface Sketch {
  text: string;
  align?: 'left' | 'centre' | 'right';
  size?: number;
}

/** Paragraphs as pages of lines, each page with its number below; those at the left are indented by two letters. */
export function writtenPages(sketches: readonly (Sketch | string)[]): string[] {
  const pages: string[] = [];
  let row = 0;
  for (const sketch of sketches) {
    const { text, align = 'left', size = SIZE } = typeof sketch === 'string' ? { text: sketch } : sketch;
    const whole = PAPER.letters * SIZE;
    for (const line of brokenLines(align === 'left' ? `　　${text}` : text, PAPER.letters * 2 * (SIZE / size))) {
      if (row % PAPER.lines === 0) pages.push('');
      const shown = line.replace(/^　+/, '');
      const width = (displayWidth(shown) * size) / 2;
      const indent = ((displayWidth(line) - displayWidth(shown)) * size) / 2;
      const x =
        PAPER.left + (align === 'centre' ? (whole - width) / 2 : align === 'right' ? whole - width - 2 * size : indent);
      pages[pages.length - 1] += textAt(shown, x, PAPER.top + (row % PAPER.lines) * PAPER.pitch, size);
      row += 1;
    }
  }
  return pages.map((page, index) => page + textAt(`— ${index + 1} —`, 98, 272, 4.94));
}

function brokenLines(text: string, most: number): string[] {
  const lines = [''];
  for (const letter of text) {
    if (displayWidth(lines.at(-1) + letter) > most) lines.push('');
    lines[lines.length - 1] += letter;
  }
  return lines;
}

/** Inner XML of the parts of an OFD file; what is left out is not in the file. */
export interface OfdParts {
  /** What is drawn on each page. */
  pages: readonly string[];
  /** What is drawn on every page: the first template. */
  template?: string;
  /** DocInfo: <ofd:Title> and the like. */
  info?: string;
  /** Of CommonData, beside the template: resources. */
  common?: string;
  /** Of Document, behind the pages: annotations, attachments. */
  more?: string;
  /** Of DocBody, behind DocRoot: signatures. */
  body?: string;
  /** Whole parts by path, over those made from the rest. */
  raw?: Readonly<Record<string, string | Uint8Array>>;
}

const xml = (root: string, inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><ofd:${root} ${OFD}>${inner}</ofd:${root}>`;
export const contentXml = (drawn: string, before = ''): string =>
  xml('Page', `${before}<ofd:Content><ofd:Layer ID="1" Type="Body">${drawn}</ofd:Layer></ofd:Content>`);
export { xml as ofdXml };

export function ofdFile(parts: OfdParts): Uint8Array {
  const { pages, template, info = '', common = '', more = '', body = '', raw = {} } = parts;
  const shows = template === undefined ? '' : '<ofd:Template TemplateID="2" ZOrder="Background"/>';
  const templatePage =
    template === undefined ? '' : '<ofd:TemplatePage ID="2" BaseLoc="Tpls/Tpl_0/Content.xml" ZOrder="Background"/>';
  const listed = pages.map((_, index) => `<ofd:Page ID="${index + 10}" BaseLoc="Pages/Page_${index}/Content.xml"/>`);
  const files = new Map<string, string | Uint8Array>([
    [
      'OFD.xml',
      `<?xml version="1.0" encoding="UTF-8"?><ofd:OFD ${OFD} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>0</ofd:DocID>${info}</ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>${body}</ofd:DocBody></ofd:OFD>`,
    ],
    [
      'Doc_0/Document.xml',
      xml(
        'Document',
        `<ofd:CommonData><ofd:MaxUnitID>99</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>${common}${templatePage}</ofd:CommonData><ofd:Pages>${listed.join('')}</ofd:Pages>${more}`,
      ),
    ],
  ]);
  if (template !== undefined) files.set('Doc_0/Tpls/Tpl_0/Content.xml', contentXml(template));
  for (const [index, page] of pages.entries())
    files.set(`Doc_0/Pages/Page_${index}/Content.xml`, contentXml(page, shows));
  for (const [path, content] of Object.entries(raw)) files.set(path, content);
  return zipOf(Array.from(files, ([path, content]): ZipEntry => ({ path, content })));
}
