import { isPlaceholder } from '../base/names.ts';
import type { LabelledValue } from '../base/pairs.ts';
import type { Source } from '../base/source.ts';
import { cleanText, labelKey, squeeze } from '../base/text.ts';
import type { DocumentModel, FieldState, Role } from '../document/model.ts';
import { isBefore, partUnread, textOf } from './questions.ts';
import type { RuleContext } from './rule.ts';

/** A box that a rule wants to see: by role where it has one, else by its label. */
export interface WantedBox {
  /** The word by which the product speaks of it. */
  name: string;
  /** Further labels that mean it, separated by a space. */
  words?: string;
  role?: Role;
  /** May stand empty in a table: signed by hand on the printed page. */
  signed?: true;
}

export interface FoundBox {
  state: FieldState;
  /** '' unless present. */
  value: string;
  sources: Source[];
  /** A later step of the workflow fills it. */
  pending: boolean;
}

/** The printed frame of a value that nobody filled. */
const EMPTY_FRAME = /^[\s_＿年月日时分：:./\-—（）()]*$/u;

export const wordsOf = (wanted: WantedBox): string[] => [
  wanted.name,
  ...(wanted.words ?? '').split(' ').filter(Boolean),
];

/** A label without what stands behind it in brackets: 参加人（签字） → 参加人. */
export const plainLabel = (label: string): string => labelKey(labelKey(label).replace(/[（(][^（()）]*[)）]/gu, ''));

/** True when the text holds no value: empty, the frame of a date, ×××. */
export const isEmptyText = (text: string): boolean => EMPTY_FRAME.test(text) || isPlaceholder(text);

/** Looks for a box by role, then by label among the boxes, then as 标签：值 in the document's own lines. */
export function findBox(context: RuleContext, wanted: WantedBox): FoundBox {
  const { document } = context;
  const field = wanted.role && context.field(wanted.role);
  if (field && field.state !== 'absent') {
    const value = field.state === 'present' ? textOf(field) : '';
    return { state: field.state, value, sources: field.sources, pending: field.pending === true };
  }
  const words = new Set(wordsOf(wanted));
  const pairs = document.pairs.filter((pair) => words.has(plainLabel(pair.label)));
  const shown = pairs.filter((pair) => !pair.hidden);
  const best = shown.find(isFilled) ?? shown.find((pair) => pair.state === 'unreadable') ?? shown[0];
  if (best) return boxOfPair(best, document);
  const line = lineWith(document, words);
  if (line) return { state: 'present', ...line, pending: false };
  const unseen = pairs.length > 0 || partUnread(document);
  // A box out of sight is told by its place.
  const sources = pairs.map(({ source }) => source);
  return { state: unseen ? 'unreadable' : 'absent', value: '', sources, pending: false };
}

function isFilled(pair: LabelledValue): boolean {
  return pair.picture === true || pair.box === 'picture' || (pair.state === 'filled' && !isEmptyText(pair.value));
}

function boxOfPair(pair: LabelledValue, document: DocumentModel): FoundBox {
  const filled = isFilled(pair);
  const state = filled ? 'present' : pair.state === 'unreadable' ? 'unreadable' : 'blank';
  // Before the document is finished, a box that nobody can write in now waits for its own step.
  const writable = pair.box === 'control' && pair.readOnly !== true;
  const later = document.from === 'page' && isBefore(document.stage, 'issued') && !writable;
  return { state, value: filled ? pair.value : '', sources: [pair.source], pending: pair.predicted === true || later };
}

const NEXT_LABEL = /[\s；;，,](?=[\p{Script=Han}（）]{2,12}\s*[:：])/u;

function lineWith(
  document: DocumentModel,
  words: ReadonlySet<string>,
): Pick<FoundBox, 'value' | 'sources'> | undefined {
  for (const block of document.blocks) {
    if (block.rows || block.hidden) continue;
    for (const part of block.text.split('\n').flatMap((line) => line.split(NEXT_LABEL))) {
      const colon = /[:：]/.exec(part);
      if (!colon || !words.has(plainLabel(part.slice(0, colon.index)))) continue;
      const value = cleanText(part.slice(colon.index + 1));
      if (!isEmptyText(value)) return { value, sources: [block.source] };
    }
  }
  return undefined;
}

/** True when one of the words stands anywhere in the document, be it as a heading, a column or in a sentence. */
export function isMentioned(document: DocumentModel, wanted: WantedBox): boolean {
  const words = wordsOf(wanted);
  const has = (text: string): boolean => words.some((word) => squeeze(text).includes(word));
  return document.pairs.some((pair) => has(pair.label)) || document.blocks.some((block) => has(block.text));
}
