import { fillSlots } from '../base/text.ts';
import type { EvidenceLine, Sheet, SheetGroup, SheetItem } from '../evaluation/evaluate.ts';
import { NO_TEXT } from '../evaluation/scorecard.ts';
import { aboutLines, type ExportAbout, SIGN } from './about.ts';
import { element, escapeMarkup, htmlPage } from './markup.ts';
import {
  closingLines,
  groupLine,
  keepersOf,
  lineOf,
  partsLine,
  reasonOf,
  SCORE_WORDS,
  type SheetLine,
  STATE_WORDS,
  tellLines,
  unplacedLines,
} from './score-words.ts';

const STYLE = `
@page { size: A4 landscape; margin: 12mm }
body { font: 14px/1.6 "Noto Serif CJK SC", "Source Han Serif SC", SimSun, "宋体", serif; color: #1d1d1f; margin: 24px auto; max-width: 1080px; padding: 0 16px }
h1 { font: bold 24px/1.4 "Noto Sans CJK SC", SimHei, "黑体", sans-serif; text-align: center; margin: 0 0 4px }
h2 { font: bold 17px/1.4 "Noto Sans CJK SC", SimHei, "黑体", sans-serif; margin: 28px 0 8px }
.sub { text-align: center; margin: 0 0 16px; color: #555 }
.about { border-left: 3px solid #8fa3bf; padding: 2px 12px; margin: 0 0 16px; overflow-wrap: anywhere }
.about p, .notes li { margin: 2px 0 }
table { border-collapse: collapse; width: 100% }
th, td { border: 1px solid #999; padding: 5px 8px; text-align: left; vertical-align: top }
thead { display: table-header-group }
thead th { background: #e8eef5 }
tr { break-inside: avoid }
/* A row that begins a group is as high as the whole group for this rule: it would never fit on what is left of a page. */
tr:has([rowspan]) { break-inside: auto }
tr:has([rowspan]) td { break-inside: avoid }
.sheet { table-layout: fixed }
h2 { break-after: avoid }
.score { text-align: right; white-space: nowrap }
.sum td, .sum th { background: #f5f6f8; font-weight: bold }
.short { white-space: nowrap }
.hash { font-family: monospace; font-size: 11px; overflow-wrap: anywhere }
.gap { color: #6b5300 }
.sign { margin-top: 28px }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 11pt } }
`;

/** Widths of the columns of the sheet, in hundredths: given, so that a long reason does not squeeze the score. */
const WIDTHS = [9, 9, 11, 20, 6, 17, 20, 8];

const cell = (text: string, attributes = ''): string => element('td', escapeMarkup(text), attributes);
const named = (name: string, points: number): string => fillSlots(SCORE_WORDS.points, { name, points });

/** Names a line in this file: two chains have entries of the same number. */
const anchorOf = ({ hash }: EvidenceLine): string => `e${hash.slice(0, 16)}`;
const linkTo = (line: EvidenceLine): string => element('a', escapeMarkup(line.number), `href="#${anchorOf(line)}"`);

/** More entries than this are told by their numbers; the table of evidence below says what they are. */
const NAMED = 3;

function evidenceCell({ evidence }: SheetItem): string {
  if (evidence.length === 0) return cell(SCORE_WORDS.noEvidence);
  if (evidence.length > NAMED) {
    const numbers = evidence.map(({ number }) => number);
    return element('td', tellLines(numbers, evidence.map(linkTo)));
  }
  const lines = evidence.map((line) => {
    const gap = line.wideGap ? fillSlots(SCORE_WORDS.wideGap, { gapDays: line.gapDays ?? 0 }) : '';
    return `${linkTo(line)} ${escapeMarkup(line.subject)}${gap === '' ? '' : ` ${element('span', escapeMarkup(`（${gap}）`), 'class="gap"')}`}`;
  });
  return element('td', lines.join('<br>'));
}

/** Cells of an item from the third column on. */
function itemCells({ name, one }: SheetLine): string {
  const { item, rating, state } = one;
  return [
    cell(name),
    cell(item.evidence),
    cell(rating?.score == null ? '' : String(rating.score), 'class="score"'),
    cell(reasonOf(rating)),
    evidenceCell(one),
    cell(STATE_WORDS[state]),
  ].join('');
}

const spanning = (text: string, rows: number): string =>
  element('th', escapeMarkup(text), `scope="rowgroup" rowspan="${rows}"`);

function groupRows(one: SheetGroup): string[] {
  const { group, items, points } = one;
  const subtotal = fillSlots(SCORE_WORDS.subtotal, { id: group.id, points: group.points });
  return [
    ...items.map(
      (item, index) =>
        (index === 0 ? spanning(named(`${group.id} ${group.name}`, group.points), items.length) : '') +
        itemCells(lineOf(item)),
    ),
    `${cell(subtotal, 'colspan="3"')}${cell(String(points.backed + points.rated), 'class="score"')}${cell(groupLine(one), 'colspan="3"')}`,
  ];
}

function scoreRows(sheet: Sheet): string {
  const rows = sheet.categories.flatMap(({ category, groups }) => {
    const name = named(`${category.id} ${category.name}`, category.points);
    const topics = fillSlots(SCORE_WORDS.topics, { names: category.topics.map((topic) => topic.name).join('、') });
    const inner =
      groups.length > 0
        ? groups.flatMap(groupRows)
        : [cell(NO_TEXT, 'colspan="2"') + cell(topics, 'colspan="4"') + cell(NO_TEXT, 'class="short"')];
    return inner.map((row, index) => (index === 0 ? spanning(name, inner.length) + row : row));
  });
  const lines = unplacedLines(sheet.unplaced);
  const unplaced = lines.map(
    (line, index) =>
      (index === 0 ? element('th', escapeMarkup(SCORE_WORDS.unplaced), `colspan="2" rowspan="${lines.length}"`) : '') +
      itemCells(line),
  );
  const { known } = sheet;
  const total = `${element('th', escapeMarkup(fillSlots(SCORE_WORDS.known, { points: known.points })), 'colspan="4"')}${cell(String(known.backed + known.rated), 'class="score"')}${cell(partsLine(known), 'colspan="3"')}`;
  return [...rows, ...unplaced].map((row) => element('tr', row)).join('\n') + element('tr', total, 'class="sum"');
}

function evidenceTable(sheet: Sheet): string {
  const head = element(
    'tr',
    SCORE_WORDS.evidenceColumns.map((word) => element('th', escapeMarkup(word), 'scope="col"')).join(''),
  );
  const seen = new Set<string>();
  const rows = sheet.categories
    .flatMap(({ groups }) => groups.flatMap(({ items }) => items))
    .flatMap(({ item, evidence }) =>
      evidence.map((line) => {
        const { number, subject, factOn, registeredOn, gapDays, hash } = line;
        const anchor = seen.has(hash) ? '' : `id="${anchorOf(line)}"`;
        seen.add(hash);
        const short = [factOn, registeredOn, String(gapDays ?? ''), keepersOf(line)].map((text) =>
          cell(text, 'class="short"'),
        );
        const cells = [cell(item.id), cell(number), cell(subject), ...short, cell(hash, 'class="hash"')];
        return element('tr', cells.join(''), anchor);
      }),
    );
  return element('table', element('thead', head) + element('tbody', rows.join('\n')));
}

/**
 * The score sheet as one file that opens from a disk in any browser: no script, no outside resource, printable on A4.
 * Same sheet and same facts: same text.
 */
export function scoreHtml(sheet: Sheet, about: ExportAbout): string {
  const head = element(
    'tr',
    SCORE_WORDS.columns
      .map((word, index) => element('th', escapeMarkup(word), `scope="col" style="width:${WIDTHS[index]}%"`))
      .join(''),
  );
  const body = [
    element('h1', escapeMarkup(SCORE_WORDS.title)),
    element('p', escapeMarkup(sheet.scorecard.title), 'class="sub"'),
    element(
      'div',
      aboutLines(about)
        .map((line) => element('p', escapeMarkup(line)))
        .join(''),
      'class="about"',
    ),
    element('table', element('thead', head) + element('tbody', scoreRows(sheet)), 'class="sheet"'),
    element('h2', escapeMarkup(SCORE_WORDS.remarks)),
    element(
      'ul',
      closingLines(sheet)
        .map((line) => element('li', escapeMarkup(line)))
        .join(''),
      'class="notes"',
    ),
    element('h2', escapeMarkup(SCORE_WORDS.evidence)),
    evidenceTable(sheet),
    element('p', escapeMarkup(SIGN), 'class="sign"'),
  ];
  return htmlPage({ title: SCORE_WORDS.title, style: STYLE, body });
}
