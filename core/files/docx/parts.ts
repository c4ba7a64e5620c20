import { ProblemError, problem } from '../../base/problems.ts';
import type { FileSource } from '../../base/source.ts';
import { fillSlots } from '../../base/text.ts';
import type { Note } from '../../document/model.ts';
import type { Unreadable } from '../../document/parts.ts';
import { firstLineTitle } from '../../document/title.ts';
import { annexesOf } from '../annexes.ts';
import { pairsOfCells } from '../cells.ts';
import type { FileParts } from '../parser.ts';
import { propertyNotes, shownTitle } from '../properties.ts';
import { FILE_WORDS } from '../words.ts';
import type { WordContent, WordFile } from './content.ts';

/**
 * The parts of a Word file of any format.
 * @throws ProblemError `file-empty` when nothing at all stands in it
 */
export function partsOfWord(content: WordContent, { name, sha256 }: WordFile): FileParts {
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
  return {
    title: firstLineTitle(content.blocks) ?? shownTitle(content.blocks, content.properties.title),
    pairs: content.tables.flatMap(({ rows }) => pairsOfCells(rows)),
    blocks: content.blocks,
    attachments: annexesOf(content.blocks),
    notes: [...(isEmpty ? [scanned] : []), ...(content.foreign > 0 ? [foreign] : []), ...remarksOf(content, source)],
    unreadable,
  };
}

/** What a person should know about the reading of the file. */
function remarksOf(content: WordContent, source: FileSource): Note[] {
  const said: (string | false)[] = [
    content.tracked && FILE_WORDS.tracked,
    content.hidden && FILE_WORDS.hidden,
    content.comments > 0 && fillSlots(FILE_WORDS.comments, { count: content.comments }),
    content.pictures > 0 && fillSlots(FILE_WORDS.pictures, { count: content.pictures }),
    content.objects > 0 && fillSlots(FILE_WORDS.objects, { count: content.objects }),
  ];
  const remarks = said.filter((text) => text !== false).map((text): Note => ({ kind: 'remark', text, source }));
  const { creator: author, lastModifiedBy: editor, created, modified } = content.properties;
  const facts = { author, editor, since: created?.slice(0, 10), until: modified?.slice(0, 10) };
  return [...remarks, ...propertyNotes(facts, source)];
}
