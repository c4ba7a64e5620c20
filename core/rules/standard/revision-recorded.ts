import type { Block } from '../../base/block.ts';
import { squeeze } from '../../base/text.ts';
import { type Designation, findDesignations, readDesignation, undated } from '../../standards/designation.ts';
import { textOf } from '../questions/boxes.ts';
import { chaptersOf, coverOf } from '../questions/clauses.ts';
import { designationsOf } from '../questions/designations.ts';
import { isUnseen } from '../questions/sight.ts';
import { TEXT_REASONS, whyNoText } from '../questions/standard-text.ts';
import { bodyOf, wholeTextOf } from '../questions/text.ts';
import { defineRule, type Rule, type RuleContext, type Verdict } from '../rule.ts';

const REASONS = {
  itself: { outcome: 'failed', message: '“代替”后面写的{found}就是这份文件自己的编号，请核对。' },
  later: { outcome: 'failed', message: '“代替”后面写的{found}比这份文件（{own}）还新，请核对。' },
  'no-changes': {
    outcome: 'failed',
    severity: 'warning',
    message: '这份文件代替{found}，前言没有说明和它相比改了什么。',
  },
  'cites-old': { outcome: 'failed', severity: 'warning', message: '正文还在引用已被自己代替的{found}，应当改掉。' },
  elsewhere: {
    outcome: 'cannot-tell',
    quiet: true,
    message: '修订的申请、评审、审批、发放和回收记录在别的文件里，这里看不出来。',
  },
  unreadable: { outcome: 'cannot-tell', quiet: true, message: '标准编号没读到，没有判断完。' },
  first: { outcome: 'not-applicable', message: '没有代替旧版，不是修订。' },
  ...TEXT_REASONS,
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

const REPLACES = /(?:代替|替代|取代)/u;
const TELLS_CHANGES = /相比|变化|修改|更改|增加|删除|调整/u;
/** What stands in front of an edition that is named as the past. */
const AS_PAST = /(?:代替|替代|取代|废止|作废|历次版本|相比|原标准|原文件|修订自|旧版|回收)[^。；]{0,30}$/u;
const AS_PAST_BEHIND = /^[^。；]{0,12}(?:相比|废止|作废|停止)/u;
const NEAR = 60;

export const revisionRecorded = defineRule({
  id: 'revision-recorded',
  title: '修订了的标准说清代替了哪一版、改了什么',
  severity: 'error',
  actor: 'author',
  kinds: ['standard'],
  basis: ['handout-1-c10', 'drafting-8.3'],
  indicators: ['C10'],
  reasons: REASONS,
  check(context) {
    const why = whyNoText(context);
    if (why) return [{ reason: why }];
    const box = context.field('docNumber');
    const own = box.state === 'present' ? readDesignation(textOf(box)) : undefined;
    const replaced = replacedIn(context);
    const verdicts = [
      ...replaced.flatMap((one) => ofReplaced(one, own)),
      ...ofPreface(context, replaced),
      ...(own ? citesOld(context, own) : []),
    ];
    if (isUnseen(context.document, box)) return [...verdicts, { reason: 'unreadable' }];
    if (replaced.length === 0) return verdicts.length > 0 || isFirst(context) ? verdicts : [{ reason: 'first' }];
    return [...verdicts, { reason: 'elsewhere' }];
  },
});

/** The preface says that there was none before. */
const isFirst = ({ document }: RuleContext): boolean =>
  wholeTextOf(document).includes('首次') && bodyOf(document).some(({ text }) => /首次(?:发布|制定)/u.test(text));

interface Replaced {
  found: Designation;
  block: Block;
}

/** What the cover and the preface say that it replaces. */
function replacedIn({ document }: RuleContext): Replaced[] {
  const preface = chaptersOf(document).find(({ title }) => title === '前言')?.blocks ?? [];
  return [...coverOf(document), ...preface].flatMap((block) => {
    const at = block.text.search(REPLACES);
    const sentence = at < 0 ? '' : (block.text.slice(at).split(/[。；;，,与]/u)[0] ?? '');
    return findDesignations(sentence).map((found) => ({ found, block }));
  });
}

function ofReplaced({ found, block }: Replaced, own: Designation | undefined): Verdict<ReasonId>[] {
  if (!own || undated(found.text) !== undated(own.text)) return [];
  const said = { slots: { found: found.text, own: own.text }, subject: found.text, sources: [block.source] };
  if (found.text === own.text) return [{ reason: 'itself', ...said }];
  return (found.year ?? 0) > (own.year ?? Number.POSITIVE_INFINITY) ? [{ reason: 'later', ...said }] : [];
}

function ofPreface({ document }: RuleContext, replaced: readonly Replaced[]): Verdict<ReasonId>[] {
  const preface = chaptersOf(document).find(({ title }) => title === '前言');
  const [first] = replaced;
  if (!preface || !first || preface.blocks.some(({ text }) => TELLS_CHANGES.test(text))) return [];
  return [{ reason: 'no-changes', slots: { found: first.found.text }, sources: [preface.heading.source] }];
}

/** Its own number with an earlier year, where it is not named as what is past. */
function citesOld({ document }: RuleContext, own: Designation): Verdict<ReasonId>[] {
  const isOld = ({ text, year }: Designation): boolean =>
    year !== undefined && year < (own.year ?? 0) && undated(text) === undated(own.text);
  if (!document.citations.some(({ designation }) => undated(designation) === undated(own.text))) return [];
  const old = bodyOf(document).filter((block) => designationsOf(document).get(block)?.some(isOld));
  const aside = new Set([
    ...coverOf(document),
    ...chaptersOf(document).flatMap(({ title, blocks }) =>
      /^(?:前言|引言|参考文献|目次|目录)$/u.test(title) ? blocks : [],
    ),
  ]);
  return old
    .filter((block) => !aside.has(block))
    .flatMap((block) =>
      (designationsOf(document).get(block) ?? [])
        .filter(isOld)
        .filter(({ start, end }) => {
          const before = squeeze(block.text.slice(Math.max(0, start - NEAR), start));
          return !AS_PAST.test(before) && !AS_PAST_BEHIND.test(squeeze(block.text.slice(end, end + NEAR)));
        })
        .map(({ text }) => ({
          reason: 'cites-old' as const,
          slots: { found: text },
          subject: text,
          sources: [block.source],
        })),
    );
}
