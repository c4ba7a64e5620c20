import { crc32, deflateRawSync } from 'node:zlib';

/** Builds odd Word files for tests and fixtures, the same bytes each time. Imported by tests and fixtures only. */

export interface ZipEntry {
  /** Bytes for a name in another encoding. */
  path: string | Uint8Array;
  content: string | Uint8Array;
  /** Zipped bytes and a size that need not be true, in place of `content`. */
  lie?: { zipped: Uint8Array; size: number };
  /** Bits of its flags beside the one for UTF-8. */
  flags?: number;
  /** Fields behind its name in the directory. */
  extra?: Uint8Array;
}

const FLAG_UTF8 = 0x0800;
/** 1980-01-01: the earliest day that a zip can name. */
const DOS_DAY = 0x0021;

export function zipOf(entries: readonly ZipEntry[]): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, content, lie, flags = 0, extra = new Uint8Array() } of entries) {
    const name = Buffer.from(path as Uint8Array);
    const raw = Buffer.from(content as Uint8Array);
    const zipped = Buffer.from(lie?.zipped ?? deflateRawSync(raw, { level: 9 }));
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE((typeof path === 'string' ? FLAG_UTF8 : 0) | flags, 2);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt16LE(0, 6);
    facts.writeUInt16LE(DOS_DAY, 8);
    facts.writeUInt32LE(crc32(raw), 10);
    facts.writeUInt32LE(zipped.length, 14);
    facts.writeUInt32LE(lie?.size ?? raw.length, 18);
    facts.writeUInt16LE(name.length, 22);
    files.push(Buffer.from('PK\x03\x04'), facts, name, zipped);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    const listed = Buffer.from(facts);
    listed.writeUInt16LE(extra.length, 24);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), listed, rest, name, Buffer.from(extra));
    offset += 30 + name.length + zipped.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(listing.length, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...files, listing, Buffer.from('PK\x05\x06'), end]));
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const WORD_NAMESPACES = [
  `xmlns:w="${W}"`,
  `xmlns:r="${R}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
].join(' ');

/** Inner XML of the parts of a Word file; what is left out is not in the file. */
export interface WordParts {
  body: string;
  styles?: string;
  numbering?: string;
  settings?: string;
  headers?: string[];
  footers?: string[];
  footnotes?: string;
  /** Whole core.xml properties: dc:title and the like. */
  properties?: string;
  /** Whole parts by path, over those made from the rest. */
  raw?: Readonly<Record<string, string | Uint8Array>>;
}

/** A Word file of raw XML. Headers and footers get the ids rH1…, rF1… */
export function wordFile(parts: WordParts): Uint8Array {
  const targets: [id: string, type: string, target: string][] = [];
  const files = new Map<string, string | Uint8Array>();
  const add = (id: string, type: string, target: string, root: string, inner: string | undefined): void => {
    if (inner === undefined) return;
    targets.push([id, type, target]);
    files.set(
      `word/${target}`,
      `<?xml version="1.0" encoding="UTF-8"?><w:${root} ${WORD_NAMESPACES}>${inner}</w:${root}>`,
    );
  };
  add('rStyles', 'styles', 'styles.xml', 'styles', parts.styles);
  add('rNumbering', 'numbering', 'numbering.xml', 'numbering', parts.numbering);
  add('rSettings', 'settings', 'settings.xml', 'settings', parts.settings);
  add('rFootnotes', 'footnotes', 'footnotes.xml', 'footnotes', parts.footnotes);
  for (const [index, inner] of (parts.headers ?? []).entries())
    add(`rH${index + 1}`, 'header', `header${index + 1}.xml`, 'hdr', inner);
  for (const [index, inner] of (parts.footers ?? []).entries())
    add(`rF${index + 1}`, 'footer', `footer${index + 1}.xml`, 'ftr', inner);
  const relationships = (list: typeof targets): string =>
    `<Relationships xmlns="${PACKAGE_RELATIONSHIPS}">${list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type.startsWith('http') ? type : `${R}/${type}`}" Target="${target}"/>`).join('')}</Relationships>`;
  const root: typeof targets = [['rId1', 'officeDocument', 'word/document.xml']];
  if (parts.properties !== undefined) {
    root.push([
      'rId2',
      'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
      'docProps/core.xml',
    ]);
    files.set(
      'docProps/core.xml',
      `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${parts.properties}</cp:coreProperties>`,
    );
  }
  files.set('_rels/.rels', relationships(root));
  files.set('word/_rels/document.xml.rels', relationships(targets));
  files.set(
    'word/document.xml',
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ${WORD_NAMESPACES}><w:body>${parts.body}</w:body></w:document>`,
  );
  for (const [path, content] of Object.entries(parts.raw ?? {})) files.set(path, content);
  return zipOf(Array.from(files, ([path, content]) => ({ path, content })));
}

/** A paragraph; `properties` is the inner XML of w:pPr. */
export function paragraph(text: string, properties = ''): string {
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${run(text)}</w:p>`;
}

export function run(text: string, properties = ''): string {
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A compound file (the container of old Office files) that only names its streams; enough to be told by. */
export function compoundFile(streams: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(512 + 128 * (streams.length + 1));
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const view = new DataView(bytes.buffer);
  for (const [index, name] of ['Root Entry', ...streams].entries()) {
    const at = 512 + 128 * index;
    for (const [place, unit] of Array.from(name, (character) => character.charCodeAt(0)).entries())
      view.setUint16(at + 2 * place, unit, true);
    view.setUint16(at + 64, 2 * name.length + 2, true);
  }
  return bytes;
}

let signs: Map<string, readonly [number, number]> | undefined;

/** A text in GB 18030 as far as it needs two bytes a sign: all common Chinese. */
export function gb18030(text: string): Uint8Array {
  signs ??= twoByteSigns();
  return Uint8Array.from(
    Array.from(text).flatMap((sign) => {
      const found = sign <= '\u007f' ? [sign.charCodeAt(0)] : signs?.get(sign);
      if (!found) throw new Error(`no two bytes for ${sign}`);
      return found;
    }),
  );
}

function twoByteSigns(): Map<string, readonly [number, number]> {
  const decoder = new TextDecoder('gb18030');
  const found = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1)
      if (trail !== 0x7f) found.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  return found;
}
