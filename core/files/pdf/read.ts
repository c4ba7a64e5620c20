import { ProblemError, problem } from '../../base/problems.ts';
import type { FileSource } from '../../base/source.ts';
import { fillSlots } from '../../base/text.ts';
import type { Note } from '../../document/model.ts';
import type { Unreadable } from '../../document/parts.ts';
import { endOfTitle, firstLineTitle } from '../../document/title.ts';
import { annexesOf } from '../annexes.ts';
import { pairsOfCells } from '../cells.ts';
import type { FileInput, FileParts } from '../parser.ts';
import { FILE_WORDS } from '../words.ts';
import { type PdfContent, readContent, type Unread } from './content.ts';

/** What is said of a page that gave no text. */
const UNREAD = {
  picture: 'page-picture',
  garbled: 'page-garbled',
  broken: 'page-broken',
} as const satisfies Record<Unread, string>;

/**
 * The parts of a .pdf.
 * @throws ProblemError as `readContent`, and `file-empty` when nothing at all stands in it
 */
export async function readPdf({ name, bytes, sha256 }: FileInput): Promise<FileParts> {
  const content = await readContent(bytes, { name, sha256 });
  const source: FileSource = { from: 'file', name, sha256, place: { whole: true } };
  const { blocks, tables, unread } = content;
  const isEmpty = !blocks.some((block) => block.region === 'body' && block.text.trim() !== '');
  if (isEmpty && unread.length === 0) throw new ProblemError('file-empty', { name });
  const isScanned = isEmpty && unread.every(({ why }) => why === 'picture');
  const scanned: Note = { kind: 'unreadable', problem: problem('no-text', { name }), text: FILE_WORDS.scanned, source };
  const pageNotes = unread.map(({ page, why }): Note => {
    const told = problem(UNREAD[why], { name, page });
    return { kind: 'unreadable', problem: told, text: told.message, source: { ...source, place: { page } } };
  });
  // What was recognised from a picture may lack anything: what is not there, and an empty box, prove nothing.
  const doubtful = [...unread.map(({ page }) => page), ...content.recognised];
  const recognised: Note = {
    kind: 'incomplete',
    text: fillSlots(FILE_WORDS.recognised, { pages: content.recognised.join('、') }),
    source,
  };
  const unreadable: Unreadable[] = isEmpty
    ? [{ what: 'anything', source }]
    : doubtful.map((page) => ({ what: 'body', source: { ...source, place: { page } } }));
  return {
    title: firstLineTitle(blocks) ?? titleOfInfo(content),
    pairs: tables.flatMap(({ rows }) => pairsOfCells(rows)),
    blocks,
    attachments: annexesOf(blocks),
    notes: [
      ...(isScanned ? [scanned] : pageNotes),
      ...(content.recognised.length > 0 ? [recognised] : []),
      ...remarksOf(content, source),
    ],
    unreadable,
  };
}

/** A template or an older version leaves its title in the file: it counts where the text shows it, or there is none. */
function titleOfInfo({ blocks, info }: PdfContent): string {
  const { title = '' } = info;
  const isShown = blocks.length === 0 || endOfTitle(blocks, title) >= 0;
  return isShown ? title : '';
}

/** What a person should know about the reading of the file. */
function remarksOf({ info, attachments, signatures, turned }: PdfContent, source: FileSource): Note[] {
  const said: (string | false)[] = [
    turned.length > 0 && fillSlots(FILE_WORDS.turned, { pages: turned.join('、') }),
    attachments > 0 && fillSlots(FILE_WORDS.embedded, { count: attachments }),
    signatures > 0 && fillSlots(FILE_WORDS.signatures, { count: signatures }),
  ];
  const remarks = said.filter((text) => text !== false).map((text): Note => ({ kind: 'remark', text, source }));
  const { author, created } = info;
  if (author === undefined && created === undefined) return remarks;
  const text = fillSlots(FILE_WORDS.madeBy, { author: author ?? '', since: created ?? '' });
  return [...remarks, { kind: 'remark', text, source: { ...source, place: { properties: true } } }];
}
