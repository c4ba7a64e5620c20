import type { Block } from '../../base/block.ts';
import type { Source } from '../../base/source.ts';
import { cleanText, squeeze } from '../../base/text.ts';
import { roleOfLabel } from '../../document/glossary.ts';
import { guideLabelOf, isGuideLabel } from '../../document/guide-labels.ts';
import type { DocumentModel } from '../../document/model.ts';
import { isEmptyText, type WantedBox, wordsOf } from './boxes.ts';
import { oncePerDocument } from './once.ts';
import { isSurelyEmpty, listRows, type Table, tablesOf } from './rows.ts';
import { partUnread } from './sight.ts';

/** What a guide says under one label, be it a box, a line, a heading with its text, or a cell of a list of services. */
export interface Entry {
  /** Without its number and brackets. */
  label: string;
  /** Lines of text; '' when nothing was read. */
  value: string;
  state: 'filled' | 'empty' | 'unreadable';
  sources: Source[];
  /** Tables that stand under the heading. */
  tables: readonly Table[];
}

/** One service of a document: most guides have one, some a list of them. */
export interface Guide {
  /** Name of the service; '' when none was read. */
  name: string;
  /** Tells it from the others of the document; '' when it is the only one. */
  subject: string;
  entries: readonly Entry[];
}

/** Longest text of a heading. */
const LONGEST_HEADING = 20;
const LONGEST_LABEL = 24;

/** Every service that the document tells of, with all that it says of each. */
export const guidesOf = oncePerDocument((document: DocumentModel): readonly Guide[] => {
  const listed = tablesOf(document).flatMap(guidesOfList);
  if (listed.length > 0) return listed;
  const boxes = entriesOfPairs(document);
  const lines = entriesOfText(document);
  const [most, rest] = namesIn(boxes) >= namesIn(lines) ? [boxes, lines] : [lines, boxes];
  const parts = partsOf(most);
  if (parts.length > 1) return parts.map((entries) => ({ name: nameOf(entries), subject: nameOf(entries), entries }));
  const entries = [...most, ...rest];
  // What looks like one service may be two, where the name of the second was not read.
  const twice = new Set(entries.map(({ label }) => label)).size < entries.length;
  if (twice && partUnread(document)) return [];
  return [{ name: nameOf(entries), subject: '', entries }];
});

const ITEM: WantedBox = { name: '事项名称', role: 'serviceName' };
const isItem = ({ label }: Pick<Entry, 'label'>): boolean => roleOfLabel(label)?.role === 'serviceName';
const nameOf = (entries: readonly Entry[]): string => cleanText(entryIn(entries, ITEM)?.value ?? '');
const namesIn = (entries: readonly Entry[]): number =>
  new Set(entries.flatMap((entry) => (isItem(entry) && entry.value !== '' ? [squeeze(entry.value)] : []))).size;

/** A document of several services begins each with its name. */
function partsOf(entries: readonly Entry[]): Entry[][] {
  if (namesIn(entries) < 2) return [[...entries]];
  const parts: Entry[][] = [];
  for (const entry of entries) {
    if (isItem(entry) && entry.value !== '') parts.push([entry]);
    else parts.at(-1)?.push(entry);
  }
  return parts;
}

/** 无 says something of a fee, and nothing of anything else. */
const isNothing = (label: string, value: string): boolean =>
  isEmptyText(value) && !(label.includes('费') && /^[无没]/u.test(value.trim()));

function entriesOfPairs({ pairs }: DocumentModel): Entry[] {
  return pairs.flatMap((pair): Entry[] => {
    if (pair.hidden) return [];
    const filled = pair.state === 'filled' && !isNothing(pair.label, pair.value);
    const state = filled ? 'filled' : pair.state === 'unreadable' ? 'unreadable' : 'empty';
    const value = filled ? pair.value : '';
    return [{ label: guideLabelOf(pair.label), value, state, sources: [pair.source], tables: [] }];
  });
}

/** `受理条件：…` in a line, and 一、受理条件 with what stands below it. */
function entriesOfText(document: DocumentModel): Entry[] {
  const tables = new Map(tablesOf(document).map((table) => [table.block, table]));
  const found: { label: string; lines: string[]; sources: Source[]; tables: Table[] }[] = [];
  for (const block of document.blocks) {
    if (block.hidden || block.kind === 'header' || block.kind === 'footer') continue;
    const table = tables.get(block);
    const open = found.at(-1);
    if (table) {
      open?.tables.push(table);
      continue;
    }
    for (const line of block.text.split('\n')) {
      const start = startOfEntry(line, block);
      if (start) found.push({ ...start, sources: [block.source], tables: [] });
      else found.at(-1)?.lines.push(line);
    }
  }
  return found
    .filter(({ label }) => label !== '')
    .map(({ label, lines, sources, tables: below }) => {
      const value = lines.map(cleanText).filter(Boolean).join('\n');
      const nothing = isNothing(label, value);
      return {
        label,
        value: nothing ? '' : value,
        state: nothing && below.length === 0 ? 'empty' : 'filled',
        sources,
        tables: below,
      };
    });
}

/** A label that begins a line; '' for a heading of something else, which ends what stands above it. */
function startOfEntry(line: string, { kind }: Block): { label: string; lines: string[] } | undefined {
  const text = cleanText(line);
  if (text === '') return undefined;
  const colon = text.search(/[:：]/);
  const front = colon < 0 ? text : text.slice(0, colon);
  if (front.length <= LONGEST_LABEL) {
    const label = guideLabelOf(front);
    if (isGuideLabel(label) && (colon >= 0 || text.length <= LONGEST_HEADING)) {
      const rest = colon < 0 ? '' : text.slice(colon + 1);
      return { label, lines: rest === '' ? [] : [rest] };
    }
  }
  const isOther =
    kind === 'heading' || (/^[一二三四五六七八九十]{1,3}、/u.test(text) && text.length <= LONGEST_HEADING);
  return isOther ? { label: '', lines: [] } : undefined;
}

/** Fewer columns of a guide are a list of something else. */
const FEWEST_COLUMNS = 3;

/** A list with one service a row. */
function guidesOfList(table: Table): Guide[] {
  const labels = table.header.map(guideLabelOf);
  const known = labels.filter(isGuideLabel);
  if (!labels.some((label) => isItem({ label })) || known.length < FEWEST_COLUMNS) return [];
  return listRows(table).map((row): Guide => {
    const entries = labels.flatMap((label, column): Entry[] => {
      const value = cleanText(row.cells[column] ?? '');
      const empty = isNothing(label, value);
      if (!isGuideLabel(label) || (empty && !isSurelyEmpty(row, column))) return [];
      const sources = [table.block.source];
      return [{ label, value: empty ? '' : value, state: empty ? 'empty' : 'filled', sources, tables: [] }];
    });
    const name = nameOf(entries);
    return { name, subject: name || row.name, entries };
  });
}

/** What a guide says under a label of this meaning: by its role where it has one, else by its words; filled before empty. */
export const entryOf = ({ entries }: Guide, wanted: WantedBox): Entry | undefined => entryIn(entries, wanted);

function entryIn(entries: readonly Entry[], wanted: WantedBox): Entry | undefined {
  const found = entries.filter(({ label }) => means(label, wanted));
  return found.find(({ state }) => state === 'filled') ?? found.find(({ state }) => state === 'unreadable') ?? found[0];
}

/** Every entry of this meaning that has a value. */
export const entriesOf = ({ entries }: Guide, wanted: WantedBox): Entry[] =>
  entries.filter(({ label, state }) => state === 'filled' && means(label, wanted));

function means(label: string, wanted: WantedBox): boolean {
  return wordsOf(wanted).includes(label) || (wanted.role !== undefined && roleOfLabel(label)?.role === wanted.role);
}
