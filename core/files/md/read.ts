import type { Block } from '../../base/block.ts';
import { ProblemError } from '../../base/problems.ts';
import type { FileSource } from '../../base/source.ts';
import { fillSlots } from '../../base/text.ts';
import type { Note } from '../../document/model.ts';
import { firstLineTitle } from '../../document/title.ts';
import { annexesOf } from '../annexes.ts';
import { budgetFor } from '../budget.ts';
import { type FileCell, pairsOfCells } from '../cells.ts';
import type { FileInput, FileParts } from '../parser.ts';
import { linesOf } from '../txt/lines.ts';
import { FILE_WORDS } from '../words.ts';
import { picturesIn, shownText } from './inline.ts';

/** Text with marks (CommonMark, and the tables that most programs know beyond it). */
const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;
const UNDERLINE = /^ {0,3}(=+|-{2,})[ \t]*$/;
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const ITEM = /^[ \t]*(?:[-*+]|(\d{1,9}[.)]))[ \t]+(.*)$/;
const QUOTE = /^(?: {0,3}>[ \t]?)+/;
/** The line under the head of a table. */
const DELIMITERS = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
const DEFINITION = /^ {0,3}\[[^\]]+\]:[ \t]*\S/;

/**
 * The parts of a text with marks: headings with their level, items of lists, tables; every other line that is not blank is a
 * paragraph, as in plain text.
 * @throws ProblemError as `linesOf`, and `file-empty`, `file-too-much`
 */
export function readMd(file: FileInput): FileParts {
  const { name, sha256 } = file;
  const lines = linesOf(file);
  const budget = budgetFor(name);
  const source = (place: FileSource['place']): FileSource => ({ from: 'file', name, sha256, place });
  const blocks: Block[] = [];
  const tables: FileCell[][][] = [];
  let pictures = 0;
  let fence = '';

  const write = (index: number, block: Pick<Block, 'kind' | 'text'> & Partial<Block>): void => {
    if (block.text !== '') blocks.push({ region: 'body', source: source({ line: index + 1 }), ...block });
  };

  for (let index = frontMatterEnd(lines); index < lines.length; index += 1) {
    const raw = lines[index] ?? '';
    const mark = FENCE.exec(raw)?.[1];
    if (fence !== '' || mark !== undefined) {
      const closes = mark?.startsWith(fence) && fence !== '';
      // Code is shown as it stands, and is no text of a document.
      if (fence !== '' && !closes) write(index, { kind: 'paragraph', text: raw.trim(), region: 'form' });
      fence = closes ? '' : fence || (mark ?? '');
      continue;
    }
    const line = raw.replace(QUOTE, '');
    if (line.includes('|') && DELIMITERS.test(lines[index + 1] ?? '') && (lines[index + 1] ?? '').includes('-')) {
      const head = cellsOf(line);
      if (head.length > 1 && cellsOf(lines[index + 1] ?? '').length === head.length) {
        const end = tableEnd(lines, index + 2);
        const rows = [head, ...lines.slice(index + 2, end).map(cellsOf)].map((row) =>
          head.map((_, at) => row[at] ?? ''),
        );
        const table = tables.length + 1;
        budget.spend('cells', rows.length * head.length);
        tables.push(
          rows.map((row, at) =>
            row.map((text, cell) => ({ text, source: source({ table, row: at + 1, cell: cell + 1 }) })),
          ),
        );
        blocks.push({
          kind: 'table',
          text: rows.map((row) => row.join('\t')).join('\n'),
          rows,
          region: 'body',
          source: source({ table }),
        });
        index = end - 1;
        continue;
      }
    }
    pictures += picturesIn(line);
    const heading = HEADING.exec(line);
    const [, number, item = ''] = ITEM.exec(line) ?? [];
    if (heading) write(index, { kind: 'heading', text: shownText(heading[2] ?? ''), level: heading[1]?.length ?? 1 });
    else if (RULE.test(line) || DEFINITION.test(line)) continue;
    else if (item !== '') {
      const text = shownText(item.replace(/^\[[ xX]\][ \t]+/, (box) => (box.includes(' ]') ? '□' : '☑')));
      write(index, {
        kind: 'list-item',
        text: number && text !== '' ? `${number} ${text}` : text,
        ...(number && { marker: number }),
      });
    } else {
      const under = UNDERLINE.exec(lines[index + 1] ?? '')?.[1];
      const text = shownText(line);
      if (under === undefined || text === '') write(index, { kind: 'paragraph', text });
      else {
        write(index, { kind: 'heading', text, level: under.startsWith('=') ? 1 : 2 });
        index += 1;
      }
    }
  }
  if (blocks.length === 0) throw new ProblemError('file-empty', { name });
  const shown: Note = {
    kind: 'remark',
    text: fillSlots(FILE_WORDS.pictures, { count: pictures }),
    source: source({ whole: true }),
  };
  return {
    title: firstLineTitle(blocks) ?? '',
    pairs: tables.flatMap((rows) => pairsOfCells(rows)),
    blocks,
    attachments: annexesOf(blocks),
    notes: pictures > 0 ? [shown] : [],
  };
}

/** Where the text begins behind what programs write in front of it between two lines of ---. */
function frontMatterEnd(lines: readonly string[]): number {
  if (lines[0]?.trimEnd() !== '---') return 0;
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  const isFields = end > 0 && lines.slice(1, end).every((line) => /^(?:\s*$|\s+|#|- |[\w-]+\s*:)/.test(line));
  return isFields ? end + 1 : 0;
}

function tableEnd(lines: readonly string[], from: number): number {
  let end = from;
  while (end < lines.length && (lines[end] ?? '').includes('|') && (lines[end] ?? '').trim() !== '') end += 1;
  return end;
}

/** Cells of a line of a table; a bar behind a back-slash is no edge. */
function cellsOf(line: string): string[] {
  return line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => shownText(cell));
}
