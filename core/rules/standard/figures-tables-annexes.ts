import { cleanText, squeeze } from '../../base/text.ts';
import type { DocumentModel } from '../../document/model.ts';
import { type Caption, captionsOf, pointedTo } from '../questions/captions.ts';
import { type Chapter, chaptersOf } from '../questions/clauses.ts';
import { EDITION_REASONS, type Edition, underEdition } from '../questions/edition.ts';
import { placesOf } from '../questions/places.ts';
import { TEXT_REASONS, whyNoText } from '../questions/standard-text.ts';
import { defineRule, type Rule, type Verdict } from '../rule.ts';

const REASONS = {
  unmentioned: { outcome: 'failed', message: '正文里没有提到{name}。' },
  number: { outcome: 'failed', message: '{found}的编号不连续，这里应当是{wanted}。' },
  twice: { outcome: 'failed', message: '有两个{found}，编号重复。' },
  'annex-unmentioned': { outcome: 'failed', message: '正文里没有提到附录{letter}。' },
  'annex-order': { outcome: 'failed', message: '附录{found}排在这里不对，应当是附录{wanted}。' },
  'annex-kind': { outcome: 'failed', message: '附录{letter}没有写明是规范性的还是资料性的，应当写“{right}”。' },
  'annex-words': {
    outcome: 'failed',
    message: '附录{letter}写的是“（{found}附录）”，2020年版GB/T 1.1写“（{found}）”。',
  },
  below: { outcome: 'failed', severity: 'info', message: '正文用“{word}”指{name}，最好写出它的编号。' },
  ...TEXT_REASONS,
  ...EDITION_REASONS,
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

export const figuresTablesAnnexes = defineRule({
  id: 'figures-tables-annexes',
  title: '图、表、附录都有编号，正文都提到了',
  severity: 'warning',
  actor: 'author',
  kinds: ['standard'],
  basis: ['drafting-9.6-9.8', 'handout-8-10'],
  earlier: ['drafting-2009-5.2.7', 'handout-8-10'],
  indicators: ['C10'],
  reasons: REASONS,
  check(context) {
    const why = whyNoText(context);
    if (why) return [{ reason: why }];
    const { document } = context;
    return underEdition<ReasonId>(context, (edition) => [
      ...ofCaptions(document, '表'),
      ...ofCaptions(document, '图'),
      ...ofAnnexes(document, edition),
    ]);
  },
});

const lastOf = (number: string): number => Number(/\d+$/.exec(number)?.[0] ?? 0);

function ofCaptions(document: DocumentModel, what: Caption['what']): Verdict<ReasonId>[] {
  const captions = captionsOf(document).filter((caption) => caption.what === what);
  // 图1, 表A.1: each annex counts for itself.
  const rows = [...Map.groupBy(captions, ({ number }) => number.replace(/\d+$/, ''))];
  return rows.flatMap(([stem, row]) => [
    ...row.flatMap((caption, index) => wrongNumber(caption, stem, row.slice(0, index))),
    ...unmentionedIn(document, what, row),
  ]);
}

function wrongNumber({ what, number, block }: Caption, stem: string, before: readonly Caption[]): Verdict<ReasonId>[] {
  const said = { subject: what + number, sources: [block.source] };
  const found = what + number;
  if (before.some((other) => other.number === number)) return [{ reason: 'twice', slots: { found }, ...said }];
  const wanted = lastOf(before.at(-1)?.number ?? '') + 1;
  return lastOf(number) === wanted
    ? []
    : [{ reason: 'number', slots: { found, wanted: `${what}${stem}${wanted}` }, ...said }];
}

/** Words for what stands near, by which nobody finds it. */
const NEAR_WORDS = { 表: /(?<!以)(?:[上下]列?|左|右)表|[上下]列表格|下述表/u, 图: /(?<!以)[上下]列?图|下述图/u };

function unmentionedIn(document: DocumentModel, what: Caption['what'], row: readonly Caption[]): Verdict<ReasonId>[] {
  const pointed = pointedTo(document);
  const unseen = row.filter(({ number }) => !pointed.has(what + number));
  const word = textsOf(document)
    .map((text) => NEAR_WORDS[what].exec(text)?.[0])
    .find((found) => found !== undefined);
  return unseen.map(({ number, block }) => {
    const said = { subject: what + number, sources: [block.source] };
    const name = what + number;
    return word === undefined
      ? { reason: 'unmentioned' as const, slots: { name }, ...said }
      : { reason: 'below' as const, slots: { name, word }, ...said };
  });
}

const ASIDE = /^(?:前言|目次|目录|参考文献|索引)$/u;
const textsOf = (document: DocumentModel): string[] =>
  chaptersOf(document)
    .filter(({ title }) => !ASIDE.test(title))
    .flatMap(placesOf)
    .map(({ block }) => block.text);

/** 规范性 or 资料性 in brackets, with the word that the edition before put behind it. */
const KIND = /[（(]\s*(规范性|资料性)\s*(附录)?\s*[)）]/u;
/** Lines below the heading of an annex among which that may stand. */
const KIND_LINES = 2;

function ofAnnexes(document: DocumentModel, edition: Edition): Verdict<ReasonId>[] {
  const lettered = chaptersOf(document).filter(({ number }) => /^[A-Z]$/.test(number));
  // A line of a table of contents may look like the heading: the last of a letter is the annex.
  const annexes = lettered.filter(({ number }, at) => !lettered.slice(at + 1).some((one) => one.number === number));
  return annexes.flatMap((annex, index): Verdict<ReasonId>[] => {
    const letter = annex.number;
    const said = { subject: `附录${letter}`, sources: [annex.heading.source] };
    const wanted = String.fromCharCode(65 + index);
    const order: Verdict<ReasonId>[] =
      letter === wanted ? [] : [{ reason: 'annex-order', slots: { found: letter, wanted }, ...said }];
    const mentioned: Verdict<ReasonId>[] = isMentioned(document, annex, annexes.length === 1)
      ? []
      : [{ reason: 'annex-unmentioned', slots: { letter }, ...said }];
    const [first] = order;
    return [
      ...(first && index > 0 && annexes[index - 1]?.number === previous(letter) ? [] : order),
      ...mentioned,
      ...kindOf(annex, edition),
    ];
  });
}

/** One letter that is left out moves all behind it: only the first is told. */
const previous = (letter: string): string => String.fromCharCode(letter.charCodeAt(0) - 1);

function kindOf(annex: Chapter, edition: Edition): Verdict<ReasonId>[] {
  const letter = annex.number;
  const said = { subject: `附录${letter}`, sources: [annex.heading.source] };
  const lines = [annex.heading, ...annex.blocks.slice(0, KIND_LINES)].map(({ text }) => cleanText(text));
  const [, found, word] = lines.map((line) => KIND.exec(line)).find((match) => match !== null) ?? [];
  const right = edition === '2020' ? '（规范性）”或“（资料性）' : '（规范性附录）”或“（资料性附录）';
  if (found === undefined) return [{ reason: 'annex-kind', slots: { letter, right }, ...said }];
  return edition === '2020' && word !== undefined ? [{ reason: 'annex-words', slots: { letter, found }, ...said }] : [];
}

const LETTERS = /附\s?录\s?[A-Z](?:\s?[、和及与，,～~—–－\-至到]\s?(?:附\s?录\s?)?[A-Z](?![A-Za-z]))*/gu;

/** Whether the text outside the annex points to it: by its letter, a table or clause of it, its title. */
function isMentioned(document: DocumentModel, annex: Chapter, isOnly: boolean): boolean {
  const own = new Set([annex.heading, ...annex.blocks]);
  const title = titleOf(annex);
  const sure = new RegExp(`(?<![A-Za-z/])${annex.number}\\s?[.．]\\s?\\d`, 'u');
  return chaptersOf(document)
    .filter((chapter) => !ASIDE.test(chapter.title))
    .flatMap(placesOf)
    .filter(({ block }) => !own.has(block))
    .some(({ block: { text } }) => {
      if (title.length > 2 && squeeze(text).includes(title)) return true;
      if (!/附/u.test(text)) return sure.test(text);
      const letters = [...text.matchAll(LETTERS)].flatMap(([all]) => spread(squeeze(all).replaceAll('附录', '')));
      return (
        letters.includes(annex.number) || sure.test(text) || (isOnly && /附\s?录(?!\s?[A-Z])|附[表件]/u.test(text))
      );
    });
}

/** The name of an annex, from its heading or the line below. */
function titleOf({ title, blocks }: Chapter): string {
  const plain = (text: string): string =>
    squeeze(text)
      .replace(/^附录[A-Z]/u, '')
      .replace(KIND, '')
      .replace(/[（(](?:规范性|资料性)(?:附录)?[)）]/u, '');
  return (
    [
      title,
      ...blocks
        .slice(0, KIND_LINES)
        .filter(({ rows }) => !rows)
        .map(({ text }) => text),
    ]
      .map(plain)
      .find((text) => text !== '' && !/。/u.test(text)) ?? ''
  );
}

/** A～C → A, B, C. */
function spread(text: string): string[] {
  const found: string[] = [];
  for (const [, to, letter = ''] of text.matchAll(/([～~—–－\-至到])?\s?([A-Z])/gu)) {
    const before = found.at(-1);
    if (to !== undefined && before !== undefined)
      for (let code = before.charCodeAt(0) + 1; code < letter.charCodeAt(0); code += 1)
        found.push(String.fromCharCode(code));
    found.push(letter);
  }
  return found;
}
