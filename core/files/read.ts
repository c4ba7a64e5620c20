import type { Block } from '../base/block.ts';
import { type GridCell, pairGrid } from '../base/grid.ts';
import type { LabelledValue } from '../base/pairs.ts';
import { ProblemError, problem } from '../base/problems.ts';
import type { FileSource } from '../base/source.ts';
import { cleanText, fillSlots } from '../base/text.ts';
import { assemble } from '../document/assemble.ts';
import { isKnownLabel } from '../document/glossary.ts';
import type { DocumentModel, Note, Stage } from '../document/model.ts';
import type { Unreadable } from '../document/parts.ts';
import { capture } from '../page/capture.ts';
import { readPage } from '../readers/index.ts';
import { annexesOf } from './annexes.ts';
import { readDocx, type WordCell, type WordContent, type WordTable } from './docx.ts';
import { type Beside, openPage } from './html.ts';
import { type FileKind, sniff } from './sniff.ts';
import { FILE_WORDS } from './words.ts';

export interface ReadOptions {
  /** How the file is called in the result: a path or an address. */
  uri: string;
  /** SHA-256 of the bytes. */
  sha256: string;
  /** Reads what was saved beside a page; without it no frame of another file is followed. */
  beside?: Beside;
  /** The stage as the user names it. */
  stage?: Stage;
}

/** Biggest file that is read, in bytes. */
const SIZE_LIMIT = 100_000_000;

/**
 * A file's bytes as a document model. What the file is, its bytes tell; `name` (without folders) is for sentences and sources.
 * @throws ProblemError `file-empty`, `file-too-large`, `file-unknown`, `file-encrypted`, `file-old-word`, `file-not-docx`,
 *   `file-bomb`, `file-external-entity`, `file-broken-xml`, `file-too-deep`; nothing else, whatever the bytes
 */
export async function readDocument(name: string, bytes: Uint8Array, options: ReadOptions): Promise<DocumentModel> {
  if (bytes.length === 0) throw new ProblemError('file-empty', { name });
  if (bytes.length > SIZE_LIMIT)
    throw new ProblemError('file-too-large', { name, size: Math.ceil(bytes.length / 1e6), limit: SIZE_LIMIT / 1e6 });
  const kind = sniff(bytes);
  if (kind === 'docx') return readWord(name, bytes, options);
  if (kind === 'html') return readSavedPage(name, bytes, options);
  throw new ProblemError(refusalOf(kind, name), { name });
}

/** A file that calls itself .docx and is none is told so; what calls itself something else is only not known. */
function refusalOf(kind: Exclude<FileKind, 'docx' | 'html'>, name: string) {
  if (kind === 'encrypted') return 'file-encrypted';
  if (kind === 'old-word') return 'file-old-word';
  return /\.docx$/i.test(name) ? 'file-not-docx' : 'file-unknown';
}

async function readSavedPage(name: string, bytes: Uint8Array, options: ReadOptions): Promise<DocumentModel> {
  const page = await openPage(name, bytes, options.beside ?? (() => undefined));
  try {
    const snapshot = await capture(page.document);
    const model = readPage(snapshot, options.stage ? { stage: options.stage } : {});
    return { ...model, uri: options.uri, sha256: options.sha256 };
  } finally {
    page.close();
  }
}

function readWord(name: string, bytes: Uint8Array, options: ReadOptions): DocumentModel {
  const { uri, sha256, stage } = options;
  const content = readDocx(bytes, { name, sha256 });
  const source: FileSource = { from: 'file', name, sha256, part: FILE_WORDS.whole };
  const isEmpty = !content.blocks.some((block) => block.text.trim() !== '');
  if (isEmpty && content.pictures + content.objects + content.foreign === 0)
    throw new ProblemError('file-empty', { name });
  const scanned: Note = { kind: 'unreadable', problem: problem('no-text', { name }), text: FILE_WORDS.scanned, source };
  const foreign: Note = { kind: 'incomplete', text: FILE_WORDS.foreign, source };
  const unreadable: Unreadable[] = isEmpty
    ? [{ what: 'anything', source }]
    : content.foreign > 0
      ? [{ what: 'body', source }]
      : [];
  return assemble({
    uri,
    sha256,
    from: 'file',
    reader: { id: 'docx', name: FILE_WORDS.reader },
    title: firstLineTitle(content.blocks) ?? content.properties.title ?? '',
    pairs: content.tables.flatMap(pairsOfTable),
    blocks: content.blocks,
    attachments: annexesOf(content.blocks),
    notes: [...(isEmpty ? [scanned] : []), ...(content.foreign > 0 ? [foreign] : []), ...remarksOf(content, source)],
    unreadable,
    ...(stage && { stage }),
  });
}

/** What titles of forms, records and standards end with. */
const TITLE_END = /(?:表|单|记录|台账|登记簿|清单|目录|计划|总结|报告|方案|指南|制度|规范|规程|办法|细则|导则|手册)$/u;
const TITLE_BLOCKS = 8;
const TITLE_LENGTH = 40;

/** The line at the top of a file that names it. A template leaves its own title in the properties, so the text goes first. */
function firstLineTitle(blocks: readonly Block[]): string | undefined {
  return blocks
    .slice(0, TITLE_BLOCKS)
    .filter(({ kind, region }) => region === 'body' && (kind === 'paragraph' || kind === 'heading'))
    .map(({ text }) => cleanText(text))
    .find((text) => text.length <= TITLE_LENGTH && TITLE_END.test(text) && !/[。；：:，,]/u.test(text));
}

/** Labelled values of a Word table: the same shape that a page's table gives. */
function pairsOfTable({ rows }: WordTable): LabelledValue[] {
  const grid = rows.map((row) =>
    row.map((cell): WordCell & GridCell => ({ ...cell, hasBox: cell.picture || cell.nested })),
  );
  return pairGrid(grid, isKnownLabel).map(({ label, value, labelCell, valueCell, kind }) => {
    const onlyPicture = value === '' && valueCell?.picture === true;
    const onlyTable = value === '' && !onlyPicture && valueCell?.nested === true;
    return {
      label,
      value,
      state: onlyPicture || onlyTable ? 'unreadable' : value === '' ? 'empty' : 'filled',
      kind,
      box: onlyPicture ? 'picture' : 'cell',
      ...(valueCell?.picture && { picture: true }),
      source: (valueCell ?? labelCell).source,
    };
  });
}

/** What a person should know about the reading of the file. */
function remarksOf(content: WordContent, source: FileSource): Note[] {
  const { creator, lastModifiedBy, created, modified } = content.properties;
  const facts = [creator, created?.slice(0, 10), lastModifiedBy, modified?.slice(0, 10)];
  const said: (string | false)[] = [
    content.tracked && FILE_WORDS.tracked,
    content.hidden && FILE_WORDS.hidden,
    content.pictures > 0 && fillSlots(FILE_WORDS.pictures, { count: content.pictures }),
    content.objects > 0 && fillSlots(FILE_WORDS.objects, { count: content.objects }),
  ];
  const remarks = said.filter((text) => text !== false).map((text): Note => ({ kind: 'remark', text, source }));
  if (facts.every((fact) => fact === undefined)) return remarks;
  const [author = '', since = '', editor = '', until = ''] = facts;
  const text = fillSlots(FILE_WORDS.properties, { author, since, editor, until });
  return [...remarks, { kind: 'remark', text, source: { ...source, part: FILE_WORDS.propertiesPart } }];
}
