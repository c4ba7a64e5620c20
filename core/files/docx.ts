import type { Block } from '../base/block.ts';
import { ProblemError, problem } from '../base/problems.ts';
import type { FileSource } from '../base/source.ts';
import { cleanText, fillSlots } from '../base/text.ts';
import { assemble } from '../document/assemble.ts';
import { isKnownLabel } from '../document/glossary.ts';
import type { DocumentModel, Note } from '../document/model.ts';
import type { Unreadable } from '../document/parts.ts';
import { type GridCell, pairGrid } from '../pairing/grid.ts';
import type { LabelledValue } from '../pairing/pair.ts';
import { annexesOf } from './annexes.ts';
import { readContent, type WordCell, type WordContent, type WordTable } from './docx/content.ts';
import type { ReadOptions } from './options.ts';
import { FILE_WORDS } from './words.ts';

/**
 * The bytes of a .docx as a document model.
 * @throws ProblemError as `readContent`, and `file-empty` when nothing at all stands in it
 */
export function readDocx(name: string, bytes: Uint8Array, options: ReadOptions): DocumentModel {
  const { uri, sha256, stage } = options;
  const content = readContent(bytes, { name, sha256 });
  const source: FileSource = { from: 'file', name, sha256, place: { whole: true } };
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
  return [...remarks, { kind: 'remark', text, source: { ...source, place: { properties: true } } }];
}
