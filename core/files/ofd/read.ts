import { ProblemError, problem } from '../../base/problems.ts';
import type { FileSource } from '../../base/source.ts';
import { fillSlots } from '../../base/text.ts';
import { listedAttachments } from '../../document/attachments.ts';
import type { Attachment, Note } from '../../document/model.ts';
import type { Unreadable } from '../../document/parts.ts';
import { endOfTitle, firstLineTitle } from '../../document/title.ts';
import { annexesOf } from '../annexes.ts';
import { pairsOfCells } from '../cells.ts';
import type { FileInput, FileParts } from '../parser.ts';
import { FILE_WORDS } from '../words.ts';
import { type OfdContent, readContent, type Unread } from './content.ts';

/** What is said of a page that gave no text. */
const UNREAD = {
  picture: 'page-picture',
  garbled: 'page-garbled',
  broken: 'page-broken',
} as const satisfies Record<Unread, string>;

/**
 * The parts of an .ofd.
 * @throws ProblemError as `readContent`, and `file-empty` when nothing at all stands in it
 */
export function readOfd({ name, bytes, sha256 }: FileInput): FileParts {
  const content = readContent(bytes, { name, sha256 });
  const { blocks, tables, unread, missing, torn } = content;
  const source: FileSource = { from: 'file', name, sha256, place: { whole: true } };
  const isEmpty = blocks.length === 0;
  if (isEmpty && unread.length === 0) throw new ProblemError('file-empty', { name });
  const isScanned = isEmpty && unread.every(({ why }) => why === 'picture');
  const scanned: Note = { kind: 'unreadable', problem: problem('no-text', { name }), text: FILE_WORDS.scanned, source };
  const ofPages = unread.map(({ page, why }): Note => {
    const told = problem(UNREAD[why], { name, page });
    return { kind: 'unreadable', problem: told, text: told.message, source: { ...source, place: { page } } };
  });
  const ofParts: Note = { kind: 'incomplete', text: fillSlots(FILE_WORDS.missing, { count: missing }), source };
  const unreadable: Unreadable[] = isEmpty
    ? [{ what: 'anything', source }]
    : unread.map(({ page }) => ({ what: 'body', source: { ...source, place: { page } } }));
  return {
    title: firstLineTitle(blocks) ?? (content.title || titleOfInfo(content)),
    pairs: tables.flatMap(({ rows }) => pairsOfCells(rows)),
    blocks,
    attachments: attachmentsOf(content, source),
    notes: [...(isScanned ? [scanned] : ofPages), ...(missing > 0 ? [ofParts] : []), ...remarksOf(content, source)],
    unreadable: [...unreadable, ...(torn && !isEmpty ? [{ what: 'body' as const, source }] : [])],
  };
}

/** A template or an older version leaves its title in the file: it counts where the text shows it, or there is none. */
function titleOfInfo({ blocks, info }: OfdContent): string {
  const { Title: title = '' } = info;
  const isShown = blocks.length === 0 || endOfTitle(blocks, title) >= 0;
  return isShown ? title : '';
}

/**
 * The annexes behind the text, or else the files that are attached. Fewer files than the text lists say nothing: the others may lie
 * beside this one.
 */
function attachmentsOf({ blocks, attached }: OfdContent, source: FileSource): Attachment[] {
  const annexes = annexesOf(blocks);
  if (annexes.length > 0 || attached.length < listedAttachments(blocks).length) return annexes;
  return attached.map((name): Attachment => ({ name, how: 'attached', source }));
}

/** What a person should know about the reading of the file. */
function remarksOf(content: OfdContent, source: FileSource): Note[] {
  const { info, attached, signatures, turned, bodies, bodiesRead, hidden, pictures } = content;
  const said: (string | false)[] = [
    bodies > bodiesRead && fillSlots(FILE_WORDS.bodiesLeft, { count: bodies, read: bodiesRead }),
    bodies > 1 && bodies === bodiesRead && fillSlots(FILE_WORDS.bodies, { count: bodies }),
    signatures > 0 && fillSlots(FILE_WORDS.signatures, { count: signatures }),
    turned.length > 0 && fillSlots(FILE_WORDS.turned, { pages: turned.join('、') }),
    hidden && FILE_WORDS.hidden,
    pictures > 0 && fillSlots(FILE_WORDS.pictures, { count: pictures }),
    attached.length > 0 && fillSlots(FILE_WORDS.attached, { count: attached.length, names: attached.join('、') }),
  ];
  const remarks = said.filter((text) => text !== false).map((text): Note => ({ kind: 'remark', text, source }));
  const { Author, CreationDate, ModDate } = info;
  if (Author === undefined && CreationDate === undefined && ModDate === undefined) return remarks;
  const facts = { author: Author ?? '', since: CreationDate ?? '', until: ModDate ?? '' };
  const properties: FileSource = { ...source, place: { properties: true } };
  return [...remarks, { kind: 'remark', text: fillSlots(FILE_WORDS.made, facts), source: properties }];
}
