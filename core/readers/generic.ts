import type { Source } from '../base/source.ts';
import { labelKey, rowOf, squeeze } from '../base/text.ts';
import { isKnownLabel } from '../document/glossary.ts';
import { kindOf } from '../document/kind.ts';
import type { DocumentParts, FamilyKnowledge, StageHints } from '../document/parts.ts';
import { isStateWord } from '../document/stage.ts';
import { mergeTrails } from '../document/trail/merge.ts';
import type { DocumentKind } from '../document/vocabulary.ts';
import type { ControlNode, PageSnapshot } from '../page/snapshot.ts';
import type { IsLabel } from '../pairing/labels.ts';
import { isWritable, type LabelledValue } from '../pairing/pair.ts';
import { attachmentsOf } from './attachments.ts';
import { drawnRecord } from './drawn-items.ts';
import { notesOfPage, notesOfRecord, unreadableOf } from './notes.ts';
import { labelledValues } from './pairs/pairs.ts';
import { withStepNames } from './steps.ts';
import type { Survey } from './survey/survey.ts';
import { cardsOfPage, trailOfPage } from './trail.ts';
import { READER_WORDS } from './words.ts';

/** The reading that every page gets; a family lays its words over it. */
export const GENERIC = { id: 'generic', name: '通用读法' } as const;

/** Buttons of a search form, and of a form that sends or decides. */
const SEARCHES = /^(?:查询|搜索|检索|查找|高级查询|高级搜索|筛选)$/u;
const WRITES =
  /^(?:提交.*|立即提交|保存.*|暂存.*|送审|发起.*|同意|通过|批准|签发|退回.*|办理|处理|受理|确认提交|呈报)$/u;

/** Labelled values that one page is judged by: a form has some hundred. Each costs a tenth of a millisecond. */
const MOST_VALUES = 7_000;
/** Characters of one value that are judged: a box with more holds a text, and no names or days. */
const LONGEST_VALUE = 20_000;

/** The values that one page is judged by, and whether they are all of it. */
function withinBounds(pairs: readonly LabelledValue[]): { pairs: LabelledValue[]; whole: boolean } {
  const isLong = ({ value }: LabelledValue): boolean => value.length > LONGEST_VALUE;
  return {
    pairs: pairs
      .slice(0, MOST_VALUES)
      .map((pair) => (isLong(pair) ? { ...pair, value: pair.value.slice(0, LONGEST_VALUE).toWellFormed() } : pair)),
    whole: pairs.length <= MOST_VALUES && !pairs.some(isLong),
  };
}

/** A snapshot of which more was captured than is judged. */
function withGap(snapshot: PageSnapshot): PageSnapshot {
  if (snapshot.gaps.some(({ kind }) => kind === 'too-large')) return snapshot;
  return { ...snapshot, gaps: [...snapshot.gaps, { kind: 'too-large', frame: '' }] };
}

/** Where on the page something stands, as one word. */
const placeOf = (source: Source): string => (source.from === 'page' ? `${source.frame} ${source.path}` : '');

/** So many sentences in what the page marks as its text make a document, whatever tables stand in it. */
const FEWEST_SENTENCES = 3;
const holdsProse = ({ blocks }: Survey): boolean =>
  blocks.filter(({ region, rows, text }) => region === 'body' && !rows && text.includes('。')).length >=
  FEWEST_SENTENCES;

/** What a reading is laid under: pairs of a page as somebody knows better. */
export interface Overlay {
  /** Labels of the form, as `labelKey` writes them. */
  labels: ReadonlySet<string>;
  over(pairs: readonly LabelledValue[]): LabelledValue[];
}

/** Knows the words of labels: those that are known everywhere, and those of this family and this form. */
export function isLabelOf(family: FamilyKnowledge | undefined, labels?: ReadonlySet<string>): IsLabel {
  return (text) => {
    const key = labelKey(text);
    if (labels?.has(key) === true || rowOf(family?.labels, key) !== undefined) return true;
    // 待会签 is what a box of the state holds.
    return isKnownLabel(text) && !isStateWord(text);
  };
}

/**
 * A page's parts, by its snapshot and what stands on it.
 * @param family words of the family that claimed it
 * @param taught what a person taught about this very form
 */
export function partsOfPage(
  captured: PageSnapshot,
  survey: Survey,
  reader: { id: string; name: string },
  family: FamilyKnowledge | undefined,
  taught?: Overlay,
): DocumentParts {
  const searching = taught === undefined && isSearch(survey);
  const used = new Set<ControlNode>();
  const record = drawnRecord(survey, family?.steps);
  const all = labelledValues(captured, survey, isLabelOf(family, taught?.labels), used).filter(
    ({ source }) => !record.holds(source),
  );
  const { pairs: found, whole } = withinBounds(taught?.over(all) ?? all);
  const snapshot = whole ? captured : withGap(captured);
  const cards = cardsOfPage(survey, family);
  const told = new Set(cards.lines.map(placeOf));
  const pairs = withStepNames(found).filter(
    (pair) => !(searching && isWritable(pair)) && !told.has(placeOf(pair.source)),
  );
  const notDocument = survey.hasPassword
    ? 'login'
    : pairs.length > 0
      ? undefined
      : searching
        ? 'search'
        : isListPage(survey) && !isWrittenList(survey) && !holdsProse(survey)
          ? 'list'
          : undefined;
  const trail = mergeTrails([record.steps, trailOfPage(survey, family), cards.steps]);
  return {
    uri: snapshot.url,
    sha256: '',
    from: 'page',
    reader,
    title: snapshot.title,
    heading: pageHeading(survey),
    pairs,
    blocks: survey.blocks,
    tables: survey.tables.filter((table) => table.sort === 'record'),
    trail,
    attachments: attachmentsOf(survey),
    notes: [
      ...notesOfPage(snapshot, survey),
      ...(trail.length === 0 ? notesOfRecord(survey) : []),
      ...(notDocument === undefined ? [] : [{ kind: 'reader' as const, text: READER_WORDS[notDocument] }]),
    ],
    hints: hintsOf(survey, used, family),
    unreadable: unreadableOf(snapshot, survey),
    ...(snapshot.gaps.some(({ kind }) => kind !== 'too-large' && kind !== 'styles') ? { unfinished: true } : {}),
    ...(family === undefined ? {} : { family }),
    ...(notDocument === undefined ? {} : { notDocument: READER_WORDS[notDocument] }),
  };
}

function isSearch(survey: Survey): boolean {
  const captions = survey.buttons.map(squeeze);
  return captions.some((caption) => SEARCHES.test(caption)) && !captions.some((caption) => WRITES.test(caption));
}

function isListPage(survey: Survey): boolean {
  return survey.tables.some((table) => table.sort === 'list' && !table.hidden);
}

/** Kinds of which a list may be the whole document. */
const LISTED_KINDS: readonly DocumentKind[] = ['record', 'case', 'table', 'guide'];

/** A record or a register that was saved as a page: its heading says so, and nothing on the page can be opened or pressed. */
function isWrittenList(survey: Survey): boolean {
  const title = pageHeading(survey);
  const evidence = { title, docNumber: '', kindWord: '', labels: [], blocks: survey.blocks };
  if (title === '' || survey.buttons.length > 0 || survey.hasWritable) return false;
  return (
    LISTED_KINDS.includes(kindOf(evidence).kind) &&
    !survey.texts.some(({ inTable, href }) => inTable && href !== undefined)
  );
}

/** Headings of a lower level stand over a part of the page only. */
const LOWEST_TITLE = 2;

/** 搜索热词：社保 — a heading of the page's frame that holds a label and its value. */
const LABELLED = /^[^：:（(《]{2,6}[：:]/u;

function pageHeading(survey: Survey): string {
  const headings = survey.headings.filter(({ text, level }) => text !== '' && level <= LOWEST_TITLE);
  return (headings.find(({ text }) => !LABELLED.test(text)) ?? headings[0])?.text ?? '';
}

/** @param used boxes that a label names: what is chosen there is said of something else */
function hintsOf(survey: Survey, used: ReadonlySet<ControlNode>, family: FamilyKnowledge | undefined): StageHints {
  const states = survey.texts
    .filter(({ hidden, inTable, inRecord, text }) => !hidden && !inTable && !inRecord && text.length <= 12)
    .map(({ text }) => squeeze(text))
    .filter((text) => rowOf(family?.states, text) !== undefined || isStateWord(text));
  const options = survey.options.flatMap((node) => (used.has(node) || !node.title ? [] : [node.title]));
  return { states, buttons: survey.buttons, options, editable: survey.hasWritable };
}
