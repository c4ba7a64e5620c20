import type { Block } from '../base/block.ts';
import type { Source } from '../base/source.ts';
import type { FieldState, FieldValue } from '../document/vocabulary.ts';
import {
  type AskWhy,
  DEGREES,
  internalMarkOfLine,
  judgeBox,
  markOfLine,
  type Secrecy,
  secrecyLabel,
} from './secrecy.ts';

/** The field of secrecy, as far as its mark needs it: what was taught to be this box has any label. */
interface SecrecyField {
  state: FieldState;
  value?: FieldValue;
  label: string;
  written: string;
  sources: readonly Source[];
}

/** A label and its value, as far as marks need them; every LabelledValue is one. */
interface LabelledBox {
  label: string;
  value: string;
  state: 'filled' | 'empty' | 'unreadable';
  hidden?: boolean;
  picture?: boolean;
  predicted?: boolean;
  source: Source;
}

/** What a document says of its secrecy. */
export type DocumentSecrecy =
  | { judged: 'classified'; mark: string; source: Source }
  | { judged: 'ask'; why: AskWhy; mark: string; source: Source };

type Found = Secrecy & { source: Source; label?: 'period'; starred?: true };

/** Blocks from the top in which a mark without a star is one. */
const TOP_BLOCKS = 12;
/** Longer paragraphs are prose. */
const LONGEST_PROSE = 400;

/**
 * Whether a document bears a classification or a person has to be asked, from its boxes, the cells and lines of its text
 * and marks that stand alone: at the top, in a header, in a stamp's text. Undefined: nothing of the kind was seen.
 * Words in a sentence (严守国家秘密) are no mark. One that is out of sight is asked about.
 */
export function findSecrecy(
  field: SecrecyField,
  pairs: readonly LabelledBox[],
  blocks: readonly Block[],
): DocumentSecrecy | undefined {
  const boxes = [...inField(field), ...pairs.flatMap(inPair), ...blocks.flatMap(inBlock)];
  const marks = [...boxes, ...loneMarks(blocks)];
  const classified = marks.filter((found) => found.judged === 'classified');
  const starred = classified.find((found) => 'starred' in found);
  const [first] = classified;
  // All three degrees one beside another explain the degrees, or are what can be chosen.
  const explains = DEGREES.every((degree) => classified.some((found) => found.mark === degree));
  if (first && (starred || !explains)) {
    const { mark, source } = starred ?? first;
    return { judged: 'classified', mark, source };
  }
  if (first) return { judged: 'ask', why: 'unsure', mark: first.mark, source: first.source };
  const denied = boxes.some((found) => found.judged === 'none');
  const asked = marks.find((found) => found.judged === 'ask' && !(denied && found.label === 'period'));
  if (asked?.judged !== 'ask') return undefined;
  return { judged: 'ask', why: asked.why, mark: asked.mark, source: asked.source };
}

function inField({ state, value, label, written, sources }: SecrecyField): Found[] {
  const [source] = sources;
  if (!source) return [];
  if (state === 'present' && typeof value === 'string') return foundIn('密级', value, source);
  const silent = state === 'unreadable' && label !== '' && written === '';
  return silent ? [{ judged: 'ask', why: 'unreadable', mark: '', source }] : [];
}

function inPair(pair: LabelledBox): Found[] {
  if (pair.predicted) return [];
  const { label, value, source } = pair;
  const kind = secrecyLabel(label);
  if (value === '') {
    const silent = kind === 'level' && !pair.hidden && (pair.state === 'unreadable' || pair.picture === true);
    return silent ? [{ judged: 'ask', why: 'unreadable', mark: '', source }] : [];
  }
  const found = foundIn(label, value, source);
  if (!pair.hidden) return found;
  return found.filter(({ judged }) => judged === 'classified').map(unsure);
}

/** A mark that may be another document's, or that nobody sees. */
const unsure = (found: Found): Found =>
  found.judged === 'classified' ? { ...found, judged: 'ask', why: 'unsure' } : found;

function foundIn(label: string, value: string, source: Source): Found[] {
  const judged = judgeBox(label, value);
  if (judged === undefined) return [];
  const starred = judged.judged === 'classified' && markOfLine(value)?.starred ? ({ starred: true } as const) : {};
  const period = secrecyLabel(label) === 'period' ? ({ label: 'period' } as const) : {};
  return [{ ...judged, ...period, ...starred, source }];
}

/** Labels and values that no form's pairs hold: in cells of tables and in lines of text. */
function inBlock(block: Block): Found[] {
  if (block.hidden || !block.text.includes('密')) return [];
  if (block.rows) {
    const found = inRows(block.rows, block.source);
    const told = block.rows.flat().flatMap((cell) => inLines(cell, block.source));
    // Beside a form stands a list of other documents, each row with its own degree.
    return [...(block.plain && block.region === 'form' ? found.map(unsure) : found), ...told];
  }
  return block.text.length > LONGEST_PROSE ? [] : inLines(block.text, block.source);
}

/** A cell that only speaks of secrecy: a label. 机密 is a value. */
const isLabelCell = (cell: string): boolean => markOfLine(cell) === undefined && secrecyLabel(cell) !== undefined;

function inRows(rows: readonly (readonly string[])[], source: Source): Found[] {
  // The last label of each kind above, column by column: a mark belongs to it. With all labels above a long table takes minutes.
  const heads: Map<ReturnType<typeof secrecyLabel>, string>[] = [];
  return rows.flatMap((row) =>
    row.flatMap((cell, column) => {
      if (!cell.includes('密')) return [];
      if (isLabelCell(cell)) {
        heads[column] = new Map([...(heads[column] ?? []), [secrecyLabel(cell), cell]]);
        // A label in a row has its value beside it; where all are degrees, all are looked at.
        const beside = runOfMarks(row.slice(column + 1).filter((other) => other.trim() !== ''));
        return beside.filter((value) => !isLabelCell(value)).flatMap((value) => foundIn(cell, value, source));
      }
      // A head of a column has values below it.
      if (markOfLine(cell) === undefined) return [];
      return Array.from(heads[column]?.values() ?? []).flatMap((label) => foundIn(label, cell, source));
    }),
  );
}

/** The first cell, and those behind it as long as they are marks. */
function runOfMarks(cells: readonly string[]): string[] {
  const end = cells.findIndex((cell) => markOfLine(cell) === undefined);
  return cells.slice(0, Math.max(1, end < 0 ? cells.length : end));
}

/** 密级：机密, at the beginning of a line or behind a space or mark; the label may be drawn apart. */
const LABELLED =
  /(?:^|[\s\u3000,，;；。|｜(（【])((?:[^\s:：,，;；。|｜(（【]{0,6}密[^\s:：,，;；。|｜]{0,8})|密[\s\u3000]{1,6}级)[\s\u3000]*[:：]([^\n\t]{1,60})/gu;

function inLines(text: string, source: Source): Found[] {
  if (!/密[^\n]{0,12}[:：]/u.test(text)) return [];
  return text.split('\n').flatMap((line) =>
    Array.from(line.matchAll(LABELLED)).flatMap(([, label = '', value = '']) => {
      const kind = secrecyLabel(label);
      return kind === 'level' ? foundIn(label, value, source) : [];
    }),
  );
}

/** In every mark; most blocks have nothing of the kind. */
const MAY_MARK = /[密内內]/u;

/** Marks that stand alone on a line or in a cell: 机密★1年 wherever it is; without a star at the top, around the page, in a stamp. */
function loneMarks(blocks: readonly Block[]): Found[] {
  const found: Found[] = [];
  let above = 0;
  for (const block of blocks) {
    if (block.hidden) continue;
    const around = block.kind === 'header' || block.kind === 'footer';
    const inBody = block.region === 'body' && (above < TOP_BLOCKS || around);
    const skipped = (block.text.length > LONGEST_PROSE && !block.rows) || !MAY_MARK.test(block.text);
    for (const line of skipped ? [] : block.text.split(/[\n\t]/u)) {
      const mark = markOfLine(line);
      const source = block.source;
      if (mark && (mark.starred || inBody || (block.region === 'form' && !block.rows)))
        found.push({ judged: 'classified', mark: mark.degree, source, ...(mark.starred ? { starred: true } : {}) });
      const internal = inBody && !block.rows ? internalMarkOfLine(line) : undefined;
      if (internal !== undefined) found.push({ judged: 'ask', why: 'internal', mark: internal, source });
    }
    if (block.region === 'body' && !around && block.text !== '') above += 1;
  }
  return found;
}
