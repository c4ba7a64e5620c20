import { squeeze } from '../../base/text.ts';
import type { DocumentModel } from '../../document/model.ts';
import { readDesignation, undated } from '../../standards/designation.ts';
import { textOf } from '../questions/boxes.ts';
import { chaptersOf } from '../questions/clauses.ts';
import { placesOf } from '../questions/places.ts';
import {
  isNormative,
  type Mention,
  mentionsOf,
  namesSame,
  type Reference,
  referenceListOf,
} from '../questions/references.ts';
import { TEXT_REASONS, whyNoText } from '../questions/standard-text.ts';
import { defineRule, type Rule, type RuleContext, type Verdict } from '../rule.ts';

const REASONS = {
  uncited: { outcome: 'failed', message: '第2章列出了{designation}，正文里没有引用。' },
  unlisted: { outcome: 'failed', message: '{place}引用了{designation}，第2章没有列出。' },
  code: { outcome: 'failed', message: '{place}写的是{cited}，第2章列出的是{listed}，代号不一样，请核对。' },
  edition: { outcome: 'failed', message: '{place}引用的是{cited}，第2章列出的是{listed}，年份不一样。' },
  dating: {
    outcome: 'failed',
    severity: 'info',
    message: '{cited}在正文和第2章里一处注了年份、一处没注，最好一致。',
  },
  none: { outcome: 'not-applicable', message: '没有“规范性引用文件”这一章，没有可对的。' },
  ...TEXT_REASONS,
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

export const referencesMatch = defineRule({
  id: 'references-match',
  title: '列出的引用文件和正文引用的对得上',
  severity: 'warning',
  actor: 'author',
  kinds: ['standard'],
  basis: ['drafting-8.6-9.5', 'handout-8-14'],
  earlier: ['drafting-2009-6.2.3', 'handout-8-14'],
  indicators: ['C8'],
  reasons: REASONS,
  check(context) {
    const why = whyNoText(context);
    if (why) return [{ reason: why }];
    const list = referenceListOf(context.document);
    if (!list) return [{ reason: 'none' }];
    const listed = list.entries.filter(({ designation }) => designation !== '');
    const mentions = mentionsOf(context.document);
    return [
      ...listed.flatMap((entry) => ofEntry(context.document, entry, mentions)),
      ...[...Map.groupBy(mentions, ({ designations }) => designations[0] ?? '')].flatMap(([designation, places]) =>
        isOwn(context, designation) ? [] : ofMention(designation, places, listed),
      ),
    ];
  },
});

/** The bare number, by which a standard is known whatever its code: 14023 of GB 14023 and GB/T 14023. */
const numberOf = (designation: string): string => /\d[\d.]*$/.exec(undated(designation))?.[0] ?? '';
/** GB and GB/T are often taken for one another. */
const codeOf = (designation: string): string => designation.replace(/(?:\/[TZ])?\s.*$/, '');
const isMiscoded = (left: string, right: string): boolean =>
  numberOf(left) === numberOf(right) && codeOf(left) === codeOf(right) && undated(left) !== undated(right);

function ofEntry(document: DocumentModel, entry: Reference, mentions: readonly Mention[]): Verdict<ReasonId>[] {
  const { designation, block } = entry;
  const named = mentions.flatMap(({ designations }) => designations);
  if (named.some((other) => namesSame(designation, other) || isMiscoded(designation, other))) return [];
  return isNamedOtherwise(document, entry)
    ? []
    : [{ reason: 'uncited', slots: { designation }, subject: designation, sources: [block.source] }];
}

const ASIDE = /^(?:前言|引言|目次|目录|参考文献|索引)$/u;

/** By its title, or by its number without the code: GB/T 13016、13017. */
function isNamedOtherwise(document: DocumentModel, { designation, title, block }: Reference): boolean {
  const number = new RegExp(`(?<![\\d.])${numberOf(designation).replaceAll('.', '\\.')}(?!\\d|\\.\\d)`, 'u');
  const name = squeeze(title);
  // A number may go over the end of a line.
  const text = chaptersOf(document)
    .filter((chapter) => !ASIDE.test(chapter.title) && !chapter.blocks.includes(block))
    .flatMap(placesOf)
    .map((place) => squeeze(place.block.text))
    .join('');
  return number.test(text) || (name.length > 3 && text.includes(name));
}

/** The number of the document itself, whatever its year. */
function isOwn({ field }: RuleContext, designation: string): boolean {
  const own = readDesignation(textOf(field('docNumber')));
  return own !== undefined && undated(own.text) === undated(designation);
}

function ofMention(designation: string, places: readonly Mention[], listed: readonly Reference[]): Verdict<ReasonId>[] {
  const same = listed.filter((entry) => places[0]?.designations.some((one) => namesSame(entry.designation, one)));
  const [first] = places;
  if (same.length > 0) return first ? ofYears(designation, first, same) : [];
  const binding = places.find(isNormative);
  if (!binding) return [];
  const { place, block } = binding;
  const said = { subject: designation, sources: [block.source] };
  const other = listed.find((entry) => isMiscoded(entry.designation, designation));
  return other
    ? [{ reason: 'code', slots: { place, cited: designation, listed: other.designation }, ...said }]
    : [{ reason: 'unlisted', slots: { place, designation }, ...said }];
}

function ofYears(
  designation: string,
  { dated, place, block }: Mention,
  same: readonly Reference[],
): Verdict<ReasonId>[] {
  const exact = same.filter((entry) => undated(entry.designation) === undated(designation));
  const [entry] = exact;
  if (!entry || exact.some((one) => one.designation === designation)) return [];
  const said = { subject: designation, sources: [block.source, entry.block.source] };
  const isListedDated = undated(entry.designation) !== entry.designation;
  return dated && isListedDated
    ? [{ reason: 'edition', slots: { place, cited: designation, listed: entry.designation }, ...said }]
    : [{ reason: 'dating', slots: { cited: undated(designation) }, ...said }];
}
