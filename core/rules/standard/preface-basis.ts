import type { Block } from '../../base/block.ts';
import { squeeze } from '../../base/text.ts';
import { type FoundDesignation, findDesignations, undated } from '../../standards/designation.ts';
import { chaptersOf } from '../questions/clauses.ts';
import { EDITION_REASONS, type Edition, underEdition } from '../questions/edition.ts';
import { TEXT_REASONS, whyNoText } from '../questions/standard-text.ts';
import { defineRule, type Rule, type RuleContext, type Verdict } from '../rule.ts';

const REASONS = {
  missing: { outcome: 'failed', message: '前言里没有写按照GB/T 1.1起草，应当写“{sentence}”。' },
  'other-edition': {
    outcome: 'failed',
    message: '前言里按照的是GB/T 1.1—{found}，文件的日期应当按照{right}年版。',
  },
  'no-year': { outcome: 'failed', severity: 'info', message: '前言里的GB/T 1.1没有写年份，应当写“{sentence}”。' },
  wording: { outcome: 'failed', message: '前言里按照GB/T 1.1—{found}起草的那句话写得不对，应当写“{sentence}”。' },
  'edition-changed': {
    outcome: 'failed',
    severity: 'info',
    message:
      '这份文件按2009年版GB/T 1.1判断，2020年10月1日起已换成2020年版；修订时要改的有：自称写“本文件”，第2、3章没有内容也保留，附录写“（规范性）”“（资料性）”，“不得”改成“不应”。',
  },
  'no-preface': { outcome: 'not-applicable', message: '没有前言，由“前言和前三章齐全、顺序对”提醒。' },
  ...TEXT_REASONS,
  ...EDITION_REASONS,
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

/** The sentence of each edition. */
const SENTENCES: Readonly<Record<Edition, string>> = {
  '2020': '本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。',
  '2009': '本标准按照GB/T 1.1—2009给出的规则起草。',
};
const WORDING: Readonly<Record<Edition, RegExp>> = {
  '2020': /的规定(?:起草|编写|编制)/u,
  '2009': /规则(?:起草|编写|编制)|规定(?:起草|编写|编制)/u,
};
/** The edition of 2020 was published on this day: who drafted later could follow it. */
const PUBLISHED_2020 = '2020-03-31';

export const prefaceBasis = defineRule({
  id: 'preface-basis',
  title: '前言写明按照哪一版GB/T 1.1起草',
  severity: 'warning',
  actor: 'author',
  kinds: ['standard'],
  basis: ['drafting-8.3', 'handout-8-10'],
  earlier: ['drafting-2009-6.1.3', 'handout-8-10'],
  indicators: ['C10'],
  reasons: REASONS,
  check(context) {
    const why = whyNoText(context);
    if (why) return [{ reason: why }];
    return underEdition<ReasonId>(context, (edition) => judge(context, edition));
  },
});

function judge(context: RuleContext, edition: Edition): Verdict<ReasonId>[] {
  const preface = chaptersOf(context.document).find(({ title }) => title === '前言');
  const changed: Verdict<ReasonId>[] = edition === '2009' ? [{ reason: 'edition-changed' }] : [];
  if (!preface) return edition === '2009' ? changed : [{ reason: 'no-preface' }];
  const sentence = SENTENCES[edition];
  const basis = basisIn(preface.blocks);
  if (!basis) return [{ reason: 'missing', slots: { sentence }, sources: [preface.heading.source] }, ...changed];
  const found = basis.found.year;
  const said = { sources: [basis.block.source], slots: { found: found ?? '', right: edition, sentence } };
  if (found === undefined) return [{ reason: 'no-year', ...said }, ...changed];
  const early = edition === '2009' && found === 2020 && context.day.day >= PUBLISHED_2020;
  if (String(found) !== edition && !early) return [{ reason: 'other-edition', ...said }, ...changed];
  const isWorded = WORDING[early ? '2020' : edition].test(basis.sentence);
  return isWorded ? changed : [{ reason: 'wording', ...said }, ...changed];
}

interface BasisSentence {
  found: FoundDesignation;
  sentence: string;
  block: Block;
}

/** The sentence that names GB/T 1.1; the first that says 起草 where several do. It may go over several lines. */
function basisIn(blocks: readonly Block[]): BasisSentence | undefined {
  const text = blocks.map((block) => block.text).join('');
  const named = text.split(/(?<=[。；;])/u).flatMap((sentence) =>
    findDesignations(squeeze(sentence))
      .filter((found) => undated(found.text) === 'GB/T 1.1')
      .map((found) => ({ found, sentence: squeeze(sentence) })),
  );
  const basis = named.find(({ sentence }) => /起草|编写|编制/u.test(sentence)) ?? named[0];
  const block = blocks.find((one) => basis && one.text.includes(basis.found.raw)) ?? blocks[0];
  return basis && block ? { ...basis, block } : undefined;
}
