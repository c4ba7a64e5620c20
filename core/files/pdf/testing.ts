import { deflateSync } from 'node:zlib';

/** Builds small PDF files for tests and fixtures, the same bytes each time. Imported by tests and fixtures only. */

export interface PdfSketch {
  /** What is drawn on each page: its operators. */
  pages: readonly string[];
  /** Entries of the information dictionary: `/Title (…)`. */
  info?: string;
  /** Entries of the catalogue and of every page, as they are written. */
  catalogue?: string;
  page?: string;
  /** Further objects, by the number that they are referred to with; from 20 on. */
  objects?: Readonly<Record<number, string>>;
  /** Entries of the trailer. */
  trailer?: string;
  /** Pages are packed as programs do it. */
  packed?: boolean;
}

/** Points of an A4 sheet. */
export const PAPER = { width: 595, height: 842 };

/** The font that every page has as /F1: Song, by its name only, as many Chinese programs write it. */
const FONT = [
  '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>',
  '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000/W[1 95 500 814 907 500]/FontDescriptor 5 0 R>>',
  '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
];
/** A grey dot, as /P1. */
const PICTURE =
  '<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\n\x80\nendstream';

const hex = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('');

/** A text whose letters stand on `y`, points from the foot of the page. */
export const text = (x: number, y: number, content: string, size = 16): string =>
  `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex(content)}> Tj ET\n`;

/** A text that leans, as a watermark does. */
export const leaning = (x: number, y: number, content: string): string =>
  `BT /F1 40 Tf 0.7 0.7 -0.7 0.7 ${x} ${y} Tm <${hex(content)}> Tj ET\n`;

export const ruling = (fromX: number, fromY: number, toX: number, toY: number): string =>
  `${fromX} ${fromY} m ${toX} ${toY} l S\n`;

/** Text that is not painted, as programs lay it under the picture that it was recognised in. */
export const unpainted = (x: number, y: number, content: string): string => `3 Tr ${text(x, y, content)}0 Tr\n`;

/** A picture in a frame. */
export const picture = (x: number, y: number, width: number, height: number): string =>
  `q ${width} 0 0 ${height} ${x} ${y} cm /P1 Do Q\n`;

/**
 * A ruled table whose top left corner is at `x` and `top`. Cells by their row; a cell of '<' belongs to the one before it,
 * one of '^' to the one above it.
 */
export function table(x: number, top: number, widths: readonly number[], rows: readonly (readonly string[])[]): string {
  const height = 24;
  const edge = (column: number): number => widths.slice(0, column).reduce((sum, width) => sum + width, x);
  const y = (row: number): number => top - row * height;
  const drawn: string[] = [ruling(x, top, edge(widths.length), top), ruling(x, top, x, y(rows.length))];
  for (const [row, cells] of rows.entries())
    for (const [column, cell] of cells.entries()) {
      if (cells[column + 1] !== '<') drawn.push(ruling(edge(column + 1), y(row), edge(column + 1), y(row + 1)));
      if (rows[row + 1]?.[column] !== '^') drawn.push(ruling(edge(column), y(row + 1), edge(column + 1), y(row + 1)));
      if (cell !== '<' && cell !== '^' && cell !== '') drawn.push(text(edge(column) + 5, y(row) - 16, cell, 12));
    }
  return drawn.join('');
}

/** How many letters wide a text is: half of one each of Western letters and digits. */
const lettersIn = (content: string): number =>
  Array.from(content).reduce((sum, letter) => sum + (/[\u2e80-\uffff“”‘’—…]/u.test(letter) ? 1 : 0.5), 0);

/** Paragraphs of a letter from the top of a page on: two letters of indent, lines of so many letters. */
export function paragraphs(texts: readonly string[], { top = 740, left = 80, letters = 27, pitch = 28 } = {}): string {
  const lines = texts.flatMap((content) => {
    const made: string[] = [];
    let line = '　　';
    for (const letter of content) {
      if (lettersIn(line + letter) > letters) {
        made.push(line);
        line = '';
      }
      line += letter;
    }
    return [...made, line];
  });
  return lines
    .map((line, index) => {
      const shown = line.replace(/^　+/, '');
      return text(left + 16 * (line.length - shown.length), top - index * pitch, shown);
    })
    .join('');
}

/** A PDF of pages, one object after another, with its table of offsets. */
export function pdfFile({
  pages,
  info,
  catalogue = '',
  page = '',
  objects = {},
  trailer = '',
  packed,
}: PdfSketch): Uint8Array {
  const first = 100;
  const bodies = new Map<number, Buffer>();
  const put = (number: number, body: string | Buffer): void =>
    void bodies.set(number, Buffer.from(body as string, 'latin1'));
  put(1, `<</Type/Catalog/Pages 2 0 R${catalogue}>>`);
  const kids = pages.map((_, index) => `${first + 2 * index} 0 R`).join(' ');
  put(2, `<</Type/Pages/Count ${pages.length}/Kids[${kids}]/MediaBox[0 0 ${PAPER.width} ${PAPER.height}]>>`);
  for (const [index, body] of FONT.entries()) put(3 + index, body);
  put(6, PICTURE);
  if (info !== undefined) put(7, `<<${info}>>`);
  for (const [number, body] of Object.entries(objects)) put(Number(number), body);
  for (const [index, drawn] of pages.entries()) {
    const number = first + 2 * index;
    const resources = '/Resources<</Font<</F1 3 0 R>>/XObject<</P1 6 0 R>>>>';
    put(number, `<</Type/Page/Parent 2 0 R/Contents ${number + 1} 0 R${resources}${page}>>`);
    const raw = Buffer.from(drawn, 'latin1');
    const stream = packed ? deflateSync(raw) : raw;
    const head = `<</Length ${stream.length}${packed ? '/Filter/FlateDecode' : ''}>>stream\n`;
    put(number + 1, Buffer.concat([Buffer.from(head), stream, Buffer.from('\nendstream')]));
  }
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const offsets = new Map<number, number>();
  let size = parts[0]?.length ?? 0;
  for (const [number, body] of bodies) {
    offsets.set(number, size);
    const object = Buffer.concat([Buffer.from(`${number} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
    parts.push(object);
    size += object.length;
  }
  const most = Math.max(...bodies.keys()) + 1;
  const rows = Array.from({ length: most }, (_, number) => {
    const offset = offsets.get(number);
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const about = info === undefined ? '' : '/Info 7 0 R';
  parts.push(
    Buffer.from(
      `xref\n0 ${most}\n${rows.join('')}trailer\n<</Size ${most}/Root 1 0 R${about}${trailer}>>\nstartxref\n${size}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

/** A text of the information dictionary in which any letter may stand. */
export const infoText = (content: string): string => `<feff${hex(content)}>`;
