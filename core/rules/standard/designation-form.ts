import type { Block } from '../../base/block.ts';
import type { DesignationFlaw, FoundDesignation } from '../../standards/designation.ts';
import { hasOwnText } from '../questions/clauses.ts';
import { designationsOf } from '../questions/designations.ts';
import { orUnread, partUnread } from '../questions/sight.ts';
import { isForeign, TEXT_REASONS } from '../questions/standard-text.ts';
import { bodyOf } from '../questions/text.ts';
import { defineRule, type Rule, type Verdict } from '../rule.ts';

const REASONS = {
  glyph: { outcome: 'failed', message: '标准编号“{raw}”里有字符写错了，应当是{right}。' },
  slash: { outcome: 'failed', message: '标准编号“{raw}”的斜线不对，应当是{right}。' },
  'short-year': { outcome: 'failed', message: '标准编号“{raw}”的年份只有两位，应当是{right}。' },
  style: {
    outcome: 'failed',
    severity: 'info',
    message: '有{count}个标准编号的空格、连接号或者大小写不规范，例如“{raw}”，规范写法是“{right}”。',
  },
  'unknown-code': { outcome: 'failed', severity: 'info', message: '标准编号“{raw}”的行业代号没有见过，请核对。' },
  none: { outcome: 'not-applicable', message: '没有提到标准编号。' },
  unread: TEXT_REASONS.unread,
  'no-text': TEXT_REASONS['no-text'],
  'not-ours': TEXT_REASONS['not-ours'],
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

/** Flaws that can lead to another standard; those of style are told once. */
const WRONG = ['glyph', 'slash', 'short-year', 'unknown-code'] as const satisfies DesignationFlaw[];
const STYLE: ReadonlySet<DesignationFlaw> = new Set(['separator', 'spacing', 'width', 'case']);

interface Written {
  found: FoundDesignation;
  block: Block;
}

export const designationForm = defineRule({
  id: 'designation-form',
  title: '标准编号写得规范',
  severity: 'warning',
  actor: 'author',
  kinds: ['standard'],
  // How numbers are written was asked before the present drafting rules too: the visit leads.
  basis: ['handout-8-14', 'drafting-8.6-9.5'],
  indicators: ['C10'],
  reasons: REASONS,
  check(context) {
    const { document } = context;
    if (!hasOwnText(document)) return [{ reason: partUnread(document) ? 'unread' : 'no-text' }];
    if (isForeign(document)) return [{ reason: 'not-ours' }];
    const written = bodyOf(document).flatMap((block) =>
      (designationsOf(document).get(block) ?? []).map((found) => ({ found, block })),
    );
    if (written.length === 0) return [{ reason: partUnread(document) ? 'unread' : 'none' }];
    const wrong = WRONG.flatMap((flaw) =>
      [
        ...Map.groupBy(
          written.filter(({ found }) => found.flaws.includes(flaw)),
          ({ found }) => found.raw,
        ).values(),
      ].flatMap((places) => verdictOn(flaw, places)),
    );
    return orUnread(document, [...wrong, ...ofStyle(written)], { reason: 'unread' });
  },
});

function verdictOn(reason: ReasonId, places: readonly Written[]): Verdict<ReasonId>[] {
  const [first] = places;
  if (!first) return [];
  const { raw, text } = first.found;
  return [
    { reason, slots: { raw, right: text }, subject: raw, sources: places.map(({ block }) => block.source).slice(0, 5) },
  ];
}

function ofStyle(written: readonly Written[]): Verdict<ReasonId>[] {
  const places = written.filter(
    ({ found: { flaws, grouped } }) =>
      !grouped && flaws.some((flaw) => STYLE.has(flaw)) && !WRONG.some((flaw) => flaws.includes(flaw)),
  );
  const [first] = places;
  if (!first) return [];
  const slots = { count: places.length, raw: first.found.raw, right: first.found.text };
  return [{ reason: 'style', slots, sources: places.map(({ block }) => block.source).slice(0, 5) }];
}
