import { ProblemError, problem } from '../../base/problems.ts';
import type { FileSource } from '../../base/source.ts';
import { fillSlots } from '../../base/text.ts';
import type { Attachment, Note } from '../../document/model.ts';
import type { Unreadable } from '../../document/parts.ts';
import { firstLineTitle } from '../../document/title.ts';
import { pairsOfCells } from '../cells.ts';
import type { FileParts } from '../parser.ts';
import { propertyNotes, shownTitle } from '../properties.ts';
import { FILE_WORDS, type FileFacts } from '../words.ts';
import type { PageFault } from './faults.ts';
import type { Layout } from './layout.ts';

/** Why a page was not read. */
type Unread = PageFault | 'broken';

/** What a file of drawn pages holds, located; no meaning given yet. */
export interface PagesContent extends Layout {
  /** Pages that gave no text, and why. A page on which nothing stands is none of them. */
  unread: { page: number; why: Unread }[];
  /** What the file says of itself. */
  info: FileFacts & { title?: string | undefined };
  /** Seals and signatures; nothing of them is verified. */
  signatures: number;
  /** Names of the files that are attached. */
  attached: string[];
}

/** What only one format knows. */
interface OfFormat {
  attachments: Attachment[];
  /** Sentences on the reading, in front of those that every format has. */
  remarks: (string | false)[];
  /** Something of it was not read or is doubtful: sentences, and places where nothing can be called absent. */
  incomplete: { texts: string[]; sources: FileSource[] };
}

/** What is said of a page that gave no text. */
const UNREAD = {
  picture: 'page-picture',
  garbled: 'page-garbled',
  turned: 'page-turned',
  broken: 'page-broken',
} as const satisfies Record<Unread, string>;

/**
 * The parts of a file of drawn pages.
 * @throws ProblemError `file-empty` when nothing at all stands in it
 */
export function partsOfPages(content: PagesContent, source: FileSource, ofFormat: OfFormat): FileParts {
  const { blocks, tables, unread, info, drawn } = content;
  const { name } = source;
  const isEmpty = !blocks.some((block) => block.region === 'body' && block.text.trim() !== '');
  if (isEmpty && unread.length === 0 && !drawn) throw new ProblemError('file-empty', { name });
  const isScanned = isEmpty && unread.every(({ why }) => why === 'picture');
  const scanned: Note = { kind: 'unreadable', problem: problem('no-text', { name }), text: FILE_WORDS.scanned, source };
  const ofPages = unread.map(({ page, why }): Note => {
    const told = problem(UNREAD[why], { name, page });
    return { kind: 'unreadable', problem: told, text: told.message, source: { ...source, place: { page } } };
  });
  const { texts, sources } = ofFormat.incomplete;
  const doubtful = [...unread.map(({ page }): FileSource => ({ ...source, place: { page } })), ...sources];
  const unreadable: Unreadable[] = isEmpty
    ? [{ what: 'anything', source }]
    : doubtful.map((one) => ({ what: 'body', source: one }));
  return {
    title: firstLineTitle(blocks) ?? (shownTitle(blocks, info.title) || content.title),
    pairs: tables.flatMap(({ rows }) => pairsOfCells(rows)),
    blocks,
    attachments: ofFormat.attachments,
    notes: [
      ...(isScanned ? [scanned] : ofPages),
      ...texts.map((text): Note => ({ kind: 'incomplete', text, source })),
      ...remarksOf(content, ofFormat).map((text): Note => ({ kind: 'remark', text, source })),
      ...propertyNotes(info, source),
    ],
    unreadable,
  };
}

/** What a person should know about the reading of the file. */
function remarksOf({ signatures, turned, attached }: PagesContent, { remarks }: OfFormat): string[] {
  const said: (string | false)[] = [
    ...remarks,
    signatures > 0 && fillSlots(FILE_WORDS.signatures, { count: signatures }),
    turned.length > 0 && fillSlots(FILE_WORDS.turned, { pages: turned.join('、') }),
    attached.length > 0 && fillSlots(FILE_WORDS.attached, { count: attached.length, names: attached.join('、') }),
  ];
  return said.filter((text) => text !== false);
}
