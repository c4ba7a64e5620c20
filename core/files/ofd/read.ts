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
  turned: 'page-turned',
  broken: 'page-broken',
} as const satisfies Record<Unread, string>;

/**
 * The parts of an .ofd.
 * @throws ProblemError as `readContent`, and `file-empty` when nothing at all stands in it
 */
export function readOfd({ name, bytes, sha256 }: FileInput): FileParts {
  const content = readContent(bytes, { name, sha256 });
  const { blocks, tables, unread, missing } = content;
  const source: FileSource = { from: 'file', name, sha256, place: { whole: true } };
  const isEmpty = blocks.length === 0;
  if (isEmpty && unread.length === 0 && !content.drawn) throw new ProblemError('file-empty', { name });
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
    unreadable: [...unreadable, ...(missing > 0 && !isEmpty ? [{ what: 'body' as const, source }] : [])],
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
  const facts = { author: Author ?? '', since: dayOf(CreationDate), until: dayOf(ModDate) };
  const properties: FileSource = { ...source, place: { properties: true } };
  return [...remarks, { kind: 'remark', text: fillSlots(FILE_WORDS.made, facts), source: properties }];
}

/** The day of a time as programs write it: 2026-03-18, 2026-03-18T10:00:00+08:00, D:20260318100000. '' where none is told. */
function dayOf(written = ''): string {
  const [, year, month = '', day = ''] = /^(?:D:)?(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})/.exec(written) ?? [];
  return year === undefined ? '' : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
