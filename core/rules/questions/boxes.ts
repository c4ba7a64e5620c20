import { isPlaceholder } from '../../base/names.ts';
import type { Source } from '../../base/source.ts';
import { cleanText, labelKey, squeeze } from '../../base/text.ts';
import type { DocumentModel, Field } from '../../document/model.ts';
import { isEmptyFrame } from '../../document/values.ts';
import type { FieldState } from '../../document/vocabulary.ts';
import { isWritable, type LabelledValue } from '../../pairing/pair.ts';
import type { RecordBox } from '../../records/record-type.ts';
import type { RuleContext } from '../rule.ts';
import { isBefore } from './flow.ts';
import { oncePerDocument } from './once.ts';
import { formUnread, partUnread } from './sight.ts';

/** A box that a rule wants to see: by role where it has one, else by its label. */
export type WantedBox = Pick<RecordBox, 'name' | 'words' | 'role'>;

export interface FoundBox {
  state: FieldState;
  /** '' unless present. */
  value: string;
  sources: Source[];
  /** A later step of the workflow fills it. */
  pending: boolean;
}

/** Longer texts before a colon are sentences. */
const LONGEST_LABEL = 30;

export const wordsOf = (wanted: WantedBox): string[] => [
  wanted.name,
  ...(wanted.words ?? '').split(' ').filter(Boolean),
];

/** A label without what stands behind it in brackets: 参加人（签字） → 参加人. */
export const plainLabel = (label: string): string => labelKey(labelKey(label).replace(/[（(][^（()）]*[)）]/gu, ''));

/** What stands in the box: the value as text, or for a box without a value what is written there. */
export function textOf(field: Field): string {
  if (typeof field.value === 'string') return field.value;
  if (Array.isArray(field.value) && field.value.length > 0) return field.value.join('、');
  return cleanText(field.written);
}

/** True when the text holds no value: empty, the frame of a date or of a signature, ×××. */
export const isEmptyText = (text: string): boolean => isEmptyFrame(text) || isPlaceholder(text);

/**
 * Looks for a box by role, then by label among the boxes, then as 标签：值 in the document's own lines. One found empty
 * by its label is unreadable where another of the same meaning may stand in a part that was not read.
 */
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
  const { lines } = textOfDocument(document);
  const line = [...words].map((word) => lines.get(word)).find((found) => found !== undefined);
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
  const unsure = pair.state === 'unreadable' || formUnread(document);
  const state = filled ? 'present' : unsure ? 'unreadable' : 'blank';
  // Before the document is finished, a box that nobody can write in now waits for its own step.
  const later = document.from === 'page' && isBefore(document.stage, 'issued') && !isWritable(pair);
  return { state, value: filled ? pair.value : '', sources: [pair.source], pending: pair.predicted === true || later };
}

const NEXT_LABEL = /[\s；;，,](?=[\p{Script=Han}（）]{2,12}\s*[:：])/u;

interface Text {
  /** What stands behind each label that a line of the text begins with. */
  lines: Map<string, Pick<FoundBox, 'value' | 'sources'>>;
  /** Labels and text without spaces, to look for words: what a person sees, and what is out of sight. */
  shown: string;
  hidden: string;
}

const textOfDocument = oncePerDocument((document): Text => {
  const lines: Text['lines'] = new Map();
  for (const block of document.blocks) {
    if (block.rows || block.hidden) continue;
    for (const part of block.text.split('\n').flatMap((line) => line.split(NEXT_LABEL))) {
      const colon = part.search(/[:：]/);
      if (colon < 0 || colon > LONGEST_LABEL) continue;
      const label = plainLabel(part.slice(0, colon));
      const value = cleanText(part.slice(colon + 1));
      if (!lines.has(label) && !isEmptyText(value)) lines.set(label, { value, sources: [block.source] });
    }
  }
  const pieces = [
    ...document.pairs.map(({ label, hidden }) => ({ text: label, hidden })),
    ...document.blocks.map(({ text, hidden }) => ({ text, hidden })),
  ];
  const joined = (hidden: boolean): string =>
    squeeze(pieces.flatMap((piece) => ((piece.hidden === true) === hidden ? [piece.text] : [])).join('|'));
  return { lines, shown: joined(false), hidden: joined(true) };
});

/** Whether one of the words stands anywhere in the document, be it as a heading, a column or in a sentence. */
export function mentionOf(document: DocumentModel, wanted: WantedBox): 'shown' | 'hidden' | undefined {
  const { shown, hidden } = textOfDocument(document);
  const words = wordsOf(wanted);
  if (words.some((word) => shown.includes(word))) return 'shown';
  return words.some((word) => hidden.includes(word)) ? 'hidden' : undefined;
}
