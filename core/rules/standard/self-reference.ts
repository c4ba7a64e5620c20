import { chaptersOf } from '../questions/clauses.ts';
import { EDITION_REASONS, underEdition } from '../questions/edition.ts';
import { inBrief, type Place, placesOf } from '../questions/places.ts';
import { TEXT_REASONS, whyNoText } from '../questions/standard-text.ts';
import { wholeTextOf } from '../questions/text.ts';
import { defineRule, type Rule, type Verdict } from '../rule.ts';

const REASONS = {
  'old-name': { outcome: 'failed', message: '有{count}处自称“{word}”，应当写“本文件”：{places}。' },
  ...TEXT_REASONS,
  ...EDITION_REASONS,
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

/** A document that names itself by what it is; 基本制度 and 本标准化办公室 are no such names. */
const OWN_NAME =
  /(?<![基根资样文版副原日])本(?:标准|规范|办法|制度|规程|规定|指南|细则|规则)(?!化|体系|性|件|库|厅|局|所)/gu;
/** What begins like one. */
const MAY_BE_NAME = /本[标规办制指细]/u;
/** Quoted words are not ours; the sentence with the drafting rules and the old lead-ins have rules of their own. */
const QUOTED = /“[^“”]*”|《[^《》]*》|「[^「」]*」/gu;
const TOLD_ELSEWHERE = /^\s*下列文件|GB\s*\/?\s*T\s*1\.1(?![\d.])/u;
const NO_TEXT_OF_OURS = /^(?:目次|目录|参考文献|索引)$/u;

export const selfReference = defineRule({
  id: 'self-reference',
  title: '自称用“本文件”',
  severity: 'warning',
  actor: 'author',
  kinds: ['standard'],
  basis: ['drafting-9.5', 'handout-8-10'],
  earlier: ['drafting-2009-6.2.3', 'handout-8-10'],
  indicators: ['C10'],
  reasons: REASONS,
  check(context) {
    const why = whyNoText(context);
    if (why) return [{ reason: why }];
    return underEdition<ReasonId>(context, (edition) => {
      // In the edition before 本标准 was the name.
      if (edition === '2009' || !MAY_BE_NAME.test(wholeTextOf(context.document))) return [];
      const places = chaptersOf(context.document)
        .filter(({ title }) => !NO_TEXT_OF_OURS.test(title))
        .flatMap(placesOf);
      return [...Map.groupBy(places.flatMap(hitsIn), ({ word }) => word)].map(([word, hits]) => verdictOn(word, hits));
    });
  },
});

interface Hit extends Place {
  word: string;
}

function hitsIn(place: Place): Hit[] {
  if (!MAY_BE_NAME.test(place.block.text)) return [];
  const sentences = place.block.text.split(/(?<=[。；;\n])/u).filter((sentence) => !TOLD_ELSEWHERE.test(sentence));
  const words = sentences.flatMap((sentence) => sentence.replace(QUOTED, '□').match(OWN_NAME) ?? []);
  return words.map((word) => ({ ...place, word }));
}

function verdictOn(word: string, hits: readonly Hit[]): Verdict<ReasonId> {
  const { sources, ...brief } = inBrief(hits);
  const fix = { label: '改成“本文件”', from: word, to: '本文件' };
  return { reason: 'old-name', slots: { word, ...brief }, subject: word, sources, fix };
}
