import { fillSlots } from '../base/text.ts';
import { readSubject } from '../evidence/kept-state.ts';
import type { LedgerRecord } from '../ledger/entry.ts';
import { aboutLines, type ExportAbout, SIGN } from './about.ts';
import { evidenceArticle, evidencePage, placeOf } from './evidence-entry.ts';
import { type EvidenceSource, groupsOf, type Survey, surveyEvidence } from './evidence-survey.ts';
import { EVIDENCE_WORDS } from './evidence-words.ts';
import { indicatorName } from './indicator-name.ts';
import { element, escapeMarkup } from './markup.ts';

const WORDS = {
  title: '证据汇编',
  contents: '目录',
  count: '共 {count} 条证据，其中撤回 {withdrawn} 条。撤回的划了线，留着备查。',
  cut: '一个网页装不下全部：这里写了先登记的 {written} 条，还有 {left} 条没有写。要全部的，请用“导出归档包”。',
  group: '{name}（{standing} 条）',
  groupWithdrawn: '{name}（{standing} 条，另有撤回 {withdrawn} 条）',
  also: '写在“{name}”下面',
  none: '还没有证据。',
} as const;

/** What one page holds at the most: pieces of evidence, and characters of theirs. A browser still opens that at once. */
export const MOST = { entries: 2_000, characters: 16_000_000 } as const;

/** Names an entry in the page: two chains have entries of the same number. */
const anchorOf = ({ entry }: LedgerRecord): string => `e${entry.hash.slice(0, 16)}`;

/** What is written under an indicator: lines of the contents, and the pieces themselves or where they stand. */
interface Part {
  contents: string[];
  articles: string[];
}

/** 未归指标, or the indicator with its name. */
const groupName = (indicator: string): string =>
  indicator === '' ? EVIDENCE_WORDS.noIndicators : indicatorName(indicator);

function linkTo(record: LedgerRecord, { numberOf, standingOf }: Survey): string {
  const { about } = readSubject(record.entry.subject);
  const name = escapeMarkup(about);
  const shown = standingOf(record).withdrawnBy === undefined ? name : element('del', name);
  return element(
    'a',
    `${escapeMarkup(numberOf(placeOf(record)))} ${shown}`,
    `href="#${escapeMarkup(anchorOf(record))}"`,
  );
}

/** Writes the evidence in the order in which it was registered, until the page is full. */
async function partsOf(source: EvidenceSource, survey: Survey, most: typeof MOST | Limits) {
  const parts = new Map<string, Part>(
    survey.groups.map(({ indicator }) => [indicator, { contents: [], articles: [] }]),
  );
  let [written, characters] = [0, 0];
  for await (const record of source.records(({ kind }) => kind === 'evidence')) {
    if (record.entry.kind !== 'evidence') continue;
    const standing = survey.standingOf(record);
    const { numberOf } = survey;
    const article = evidenceArticle({ record, standing, numberOf, anchor: anchorOf(record) });
    if (written === most.entries || characters + article.length > most.characters) break;
    written += 1;
    characters += article.length;
    const [first = '', ...others] = groupsOf(record, standing);
    const link = linkTo(record, survey);
    parts.get(first)?.contents.push(link);
    parts.get(first)?.articles.push(article);
    const also = escapeMarkup(fillSlots(WORDS.also, { name: groupName(first) }));
    for (const other of others) {
      parts.get(other)?.contents.push(link);
      parts.get(other)?.articles.push(element('p', `${link}　${also}`));
    }
  }
  return { parts, written };
}

interface Limits {
  entries: number;
  characters: number;
}

/**
 * 证据汇编: the evidence as one file that opens from a disk in any browser, under its indicators, with everything that was kept of
 * each piece. No script, nothing from outside, printable on A4; bounded, and it says so when not everything stands in it.
 */
export async function evidenceHtml(source: EvidenceSource, about: ExportAbout, most: Limits = MOST): Promise<string> {
  const survey = await surveyEvidence(source);
  const { parts, written } = await partsOf(source, survey, most);
  const groups = survey.groups.map((group, at) => {
    const sentence = group.withdrawn === 0 ? WORDS.group : WORDS.groupWithdrawn;
    const name = escapeMarkup(fillSlots(sentence, { ...group, name: groupName(group.indicator) }));
    return { name, id: `g${at + 1}`, ...(parts.get(group.indicator) ?? { contents: [], articles: [] }) };
  });
  const paragraph = (line: string): string => element('p', escapeMarkup(line));
  const { count, withdrawn } = survey;
  return evidencePage(WORDS.title, [
    element('h1', escapeMarkup(WORDS.title)),
    element('div', aboutLines(about).map(paragraph).join(''), 'class="about"'),
    paragraph(count === 0 ? WORDS.none : fillSlots(WORDS.count, { count, withdrawn })),
    written === count
      ? ''
      : element('p', escapeMarkup(fillSlots(WORDS.cut, { written, left: count - written })), 'class="must"'),
    element('h2', escapeMarkup(WORDS.contents)),
    element(
      'ul',
      groups
        .map(({ name, id, contents }) =>
          element(
            'li',
            element('a', name, `href="#${id}"`) + element('ul', contents.map((line) => element('li', line)).join('')),
          ),
        )
        .join('\n'),
    ),
    ...groups.flatMap(({ name, id, articles }) => [element('h2', name, `id="${id}"`), ...articles]),
    element('p', escapeMarkup(SIGN), 'class="sign"'),
  ]);
}
