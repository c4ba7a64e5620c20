import { squeeze } from '../../base/text.ts';
import type { DocumentModel } from '../../document/model.ts';
import { type Mark, markSigns, marksOf } from '../questions/headings.ts';
import { linesOf, officialTextOf } from '../questions/official-text.ts';
import { isOurs } from '../questions/people.ts';
import { partUnread } from '../questions/sight.ts';
import { defineRule, type Rule, type Verdict } from '../rule.ts';

const REASONS = {
  gap: { outcome: 'failed', message: '正文序号从“{before}”跳到了“{after}”，请核对是不是漏了或者写错了。' },
  repeated: { outcome: 'failed', message: '正文序号“{after}”重复了，请核对后改正。' },
  backwards: { outcome: 'failed', message: '正文序号“{before}”后面是“{after}”，顺序不对，请核对后改正。' },
  mark: { outcome: 'failed', message: '序号“{raw}”的标点不对{more}，应写成“{right}”。' },
  unread: { outcome: 'cannot-tell', quiet: true, message: '正文没有读全，序号的顺序没有判断。' },
  none: { outcome: 'not-applicable', message: '正文没有分层次的序号。' },
  incoming: { outcome: 'not-applicable', message: '这是收文，不查来文单位的写法。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

const LEVELS = [1, 2, 3, 4] as const;
/** The next number may be so far away that it is a slip; what is farther was never counted in one row. */
const FARTHEST_SLIP = 3;
/** Articles of a regulation in the same file: their items begin anew in each. */
const ARTICLE = /^第[一二三四五六七八九十百零\d]{1,5}[条章节编]/u;

export const headingSequence = defineRule({
  id: 'heading-sequence',
  title: '正文层次序号对',
  severity: 'warning',
  actor: 'author',
  kinds: ['official'],
  basis: ['document-format-7.3.3', 'handout-8-10'],
  indicators: ['C10'],
  reasons: REASONS,
  check(context) {
    const { document } = context;
    if (!isOurs(context)) return [{ reason: 'incoming' }];
    if (partUnread(document)) return [{ reason: 'unread' }];
    const marks = officialTextOf(document) ? marksOf(document) : [];
    if (marks.length === 0) return [{ reason: 'none' }];
    const lines = linesOf(document).map(({ text }) => text);
    // Where articles are counted, the rows between them are another document's.
    const counted = lines.some((text) => ARTICLE.test(text)) ? [] : sequencesOf(marks, document);
    return [...counted, ...wrongMarks(marks)];
  },
});

/** The first slip of each sort: what follows it is counted from what stands there. */
function sequencesOf(marks: readonly Mark[], document: DocumentModel): Verdict<ReasonId>[] {
  const found = new Map<ReasonId, Verdict<ReasonId>>();
  const last = new Map<number, Mark | undefined>();
  for (const mark of marks) {
    const before = last.get(mark.level);
    const slip = mark.isSure && before?.isSure ? slipOf(before.number, mark.number) : undefined;
    const isTold = before && slip && !(slip === 'gap' && standsBetween(before, mark, document));
    if (isTold && !found.has(slip)) {
      const slots = { before: before.raw, after: mark.raw };
      found.set(slip, { reason: slip, slots, sources: [before.line.block.source, mark.line.block.source] });
    }
    last.set(mark.level, mark);
    for (const inner of LEVELS) if (inner > mark.level) last.delete(inner);
  }
  return [...found.values()];
}

/** A row may begin anew at any place; a row that does not begin with the first goes on from elsewhere. */
function slipOf(before: number, after: number): ReasonId | undefined {
  if (after === before + 1 || after === 1) return undefined;
  if (after === before) return 'repeated';
  if (after > before) return after - before <= FARTHEST_SLIP ? 'gap' : undefined;
  return 'backwards';
}

/** The number that seems left out stands inside a line between the two (1.准备；2.实施), or in a table. */
function standsBetween(before: Mark, after: Mark, { blocks }: DocumentModel): boolean {
  const [start, end] = [blocks.indexOf(before.line.block), blocks.indexOf(after.line.block)];
  const between = squeeze(
    blocks
      .slice(start, end + 1)
      .filter(({ hidden }) => !hidden)
      .map(({ text }) => text)
      .join('\n'),
  );
  return Array.from({ length: after.number - before.number - 1 }, (_, step) => before.number + 1 + step).some(
    (number) => markSigns(before.level, number).some((sign) => between.includes(sign)),
  );
}

/** 一. 1、 （一）、 and half-width brackets: one finding, however often. */
function wrongMarks(marks: readonly Mark[]): Verdict<ReasonId>[] {
  const wrong = marks.filter(({ raw, right, isSure }) => isSure && !isRight(raw, right));
  const [first] = wrong;
  if (!first) return [];
  const slots = { raw: first.raw, right: first.right, more: wrong.length > 1 ? `（共${wrong.length}处）` : '' };
  return [{ reason: 'mark', slots, sources: wrong.map(({ line }) => line.block.source) }];
}

/** The dot behind a number may be a full-width one, and brackets half-width: `punctuation-width` tells that. */
const isRight = (raw: string, right: string): boolean =>
  squeeze(raw).replace('．', '.').replace('(', '（').replace(')', '）') === right;
