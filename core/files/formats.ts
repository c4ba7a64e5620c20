import { type ProblemCode, ProblemError } from '../base/problems.ts';
import { hasStream } from './containers/cfb.ts';
import { isOtherArchive, isZipOfFiles } from './containers/sniff.ts';
import { isWordArchive } from './docx/sniff.ts';
import { isPlainText } from './encoding.ts';
import { isHtml, isMhtml } from './html/sniff.ts';

import { LIMITS } from './limits.ts';
import { isOfd } from './ofd/sniff.ts';
import type { FileInput, FileParts, Member, NamedBytes } from './parser.ts';
import { isPdf } from './pdf/sniff.ts';
import { isRtf } from './rtf/sniff.ts';
import { isSpreadsheetXml } from './sheetml/sniff.ts';
import { isWordXml } from './word-xml/sniff.ts';
import { isWorkbookArchive } from './xlsx/sniff.ts';

interface KnownFormat {
  id: string;
  /** Ends of names, in small letters and with the dot; the usual one first. A walk through folders picks these up. */
  endings: readonly string[];
  /** What people call it. */
  name: string;
  /** Even a small file of it may take very long: its reading is always watched from outside. */
  watched?: true;
  /** Whether a file is of this format. It may ask the name only where bytes cannot tell. Never throws. */
  sniff(file: NamedBytes): boolean;
}

/** A format that is read. Its parser is loaded with the first file that needs it. */
interface ReadFormat extends KnownFormat {
  /** @throws ProblemError whatever the bytes, and nothing else */
  read(file: FileInput): Promise<FileParts>;
  /** Biggest file of it, in bytes, where it is less than that of any file. */
  size?: number;
  /** What is said of a file that is named so and is none. */
  impostor?: ProblemCode;
  /** Name of a folder that belongs to a file of this format, the file's name without its ending as group 1. */
  companion?: RegExp;
}

/** A format that is known and not read; a sentence of its own says what to do instead. */
interface RefusedFormat extends KnownFormat {
  refusal: ProblemCode;
}

/** A format that holds other files. Each of them is read by itself (members.ts). */
interface ContainerFormat extends KnownFormat {
  /** The files in it, in order. @throws ProblemError whatever the bytes, and nothing else */
  open(file: NamedBytes): Promise<Member[]>;
  /** What is said of a file that is named so and is none. */
  impostor: ProblemCode;
}

export type Format = ReadFormat | RefusedFormat | ContainerFormat;

/** Every format that is known, in the order in which they are asked: those without magic bytes come last. */
export const FORMATS: readonly Format[] = [
  {
    id: 'encrypted',
    endings: [],
    name: '加密的文件',
    sniff: ({ bytes }) => hasStream(bytes, 'EncryptedPackage'),
    refusal: 'file-encrypted',
  },
  {
    id: 'doc',
    endings: ['.doc', '.wps'],
    name: '旧版 Word 文件',
    sniff: ({ bytes }) => hasStream(bytes, 'WordDocument'),
    read: async (file) => (await import('./doc/read.ts')).readDoc(file),
    impostor: 'file-not-word',
  },
  {
    id: 'docx',
    endings: ['.docx'],
    name: 'Word 文件',
    sniff: ({ bytes }) => isWordArchive(bytes),
    read: async (file) => (await import('./docx/read.ts')).readDocx(file),
    impostor: 'file-not-docx',
  },
  {
    id: 'xlsx',
    endings: ['.xlsx', '.xlsm', '.xltx'],
    name: '表格文件',
    sniff: ({ bytes }) => isWorkbookArchive(bytes),
    read: async (file) => (await import('./xlsx/read.ts')).readXlsx(file),
    impostor: 'file-not-xlsx',
  },
  {
    id: 'xls',
    endings: ['.xls', '.et', '.xlt', '.ett'],
    name: '旧版表格文件',
    sniff: ({ bytes }) => hasStream(bytes, 'Workbook') || hasStream(bytes, 'Book'),
    read: async (file) => (await import('./xls/read.ts')).readXls(file),
    impostor: 'file-not-office',
  },
  {
    id: 'sheetml',
    endings: [],
    name: '表格文件（XML）',
    sniff: ({ bytes }) => isSpreadsheetXml(bytes),
    read: async (file) => (await import('./sheetml/read.ts')).readSpreadsheetXml(file),
  },
  {
    id: 'rtf',
    endings: ['.rtf'],
    name: 'RTF 文件',
    sniff: ({ bytes }) => isRtf(bytes),
    read: async (file) => (await import('./rtf/read.ts')).readRtf(file),
    impostor: 'file-not-word',
  },
  {
    id: 'word-xml',
    // An .xml may be anything: only what is called .doc and is one is met.
    endings: [],
    name: 'Word 的 XML 文件',
    sniff: ({ bytes }) => isWordXml(bytes),
    read: async (file) => (await import('./word-xml/read.ts')).readWordXml(file),
  },
  {
    id: 'ofd',
    endings: ['.ofd'],
    name: 'OFD 版式文件',
    sniff: ({ bytes }) => isOfd(bytes),
    read: async (file) => (await import('./ofd/read.ts')).readOfd(file),
    impostor: 'file-not-ofd',
  },
  {
    id: 'zip',
    endings: ['.zip'],
    name: '压缩包',
    sniff: ({ bytes }) => isZipOfFiles(bytes),
    open: async (file) => (await import('./containers/members.ts')).membersOfZip(file),
    // Whatever is in it.
    watched: true,
    impostor: 'file-broken-archive',
  },
  {
    id: 'other-archive',
    endings: ['.rar', '.7z', '.tar', '.gz', '.tgz'],
    name: '其他压缩包',
    sniff: ({ bytes }) => isOtherArchive(bytes),
    refusal: 'file-archive-other',
  },
  {
    id: 'pdf',
    endings: ['.pdf'],
    name: 'PDF 文件',
    sniff: ({ bytes }) => isPdf(bytes),
    read: async (file) => (await import('./pdf/read.ts')).readPdf(file),
    // A page of some kilobytes may have fifty thousand states in one another.
    watched: true,
    impostor: 'file-not-pdf',
  },
  {
    id: 'mhtml',
    endings: ['.mht', '.mhtml'],
    name: '单个文件的网页',
    sniff: ({ bytes }) => isMhtml(bytes),
    read: async (file) => (await import('./mhtml/read.ts')).readMhtml(file),
    size: LIMITS.mhtml.size,
    impostor: 'file-broken-mhtml',
  },
  {
    id: 'html',
    endings: ['.html', '.htm'],
    name: '保存的网页',
    sniff: ({ bytes }) => isHtml(bytes),
    read: async (file) => (await import('./html/read.ts')).readHtml(file),
    companion: /^(.*)(?:_files|\.files|_文件)$/,
  },
  {
    id: 'txt',
    endings: ['.txt'],
    name: '文本文件',
    sniff: ({ name, bytes }) => endingOf(name) === '.txt' && isPlainText(bytes),
    read: async (file) => (await import('./txt/read.ts')).readTxt(file),
    size: LIMITS.txt.size,
    impostor: 'file-not-text',
  },
  {
    id: 'md',
    endings: ['.md', '.markdown'],
    name: '带标记的文本',
    sniff: ({ name, bytes }) => /^\.(?:md|markdown)$/.test(endingOf(name)) && isPlainText(bytes),
    read: async (file) => (await import('./md/read.ts')).readMd(file),
    size: LIMITS.txt.size,
    impostor: 'file-not-text',
  },
  {
    id: 'csv',
    endings: ['.csv', '.tsv'],
    name: '表格文本',
    // Systems export text under the name of a workbook.
    sniff: ({ name, bytes }) => ['.csv', '.tsv', '.xls', '.et'].includes(endingOf(name)) && isPlainText(bytes),
    read: async (file) => (await import('./csv/read.ts')).readCsv(file),
    size: LIMITS.csv.size,
    impostor: 'file-not-text',
  },
];

/** The end of a name from its last dot, in small letters; '' when there is none. */
export function endingOf(name: string): string {
  return /[^/\\](\.[^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** The format of a file by its bytes; undefined when none fits. */
export function formatOf(file: NamedBytes): Format | undefined {
  return FORMATS.find((format) => format.sniff(file));
}

/** The format that a file's name speaks of. */
export function formatOfName(name: string): Format | undefined {
  const ending = endingOf(name);
  return FORMATS.find((format) => format.endings.includes(ending));
}

/** @throws ProblemError `file-too-large` for more bytes than that */
export function checkSize(name: string, bytes: Uint8Array, limit: number): void {
  if (bytes.length > limit)
    throw new ProblemError('file-too-large', { name, size: Math.ceil(bytes.length / 1e6), limit: limit / 1e6 });
}

/** What can be read, for sentences: .docx、.html. */
export const READABLE = FORMATS.flatMap((format) => ('read' in format ? format.endings.slice(0, 1) : [])).join('、');
