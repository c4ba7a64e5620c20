import { officialTextOf, withoutQuotes } from '../questions/official-text.ts';
import { isOurs } from '../questions/people.ts';
import { partUnread } from '../questions/sight.ts';
import { defineRule, type Rule } from '../rule.ts';

const REASONS = {
  asks: { outcome: 'failed', message: '报告里写了“{words}”，报告不得夹带请示事项，请另写请示。' },
  unread: { outcome: 'cannot-tell', quiet: true, message: '正文没有读全，有没有夹带请示事项没有判断。' },
  none: { outcome: 'not-applicable', message: '文种不是报告，或者没有正文。' },
  incoming: { outcome: 'not-applicable', message: '这是收文，不查来文单位的写法。' },
} as const satisfies Rule['reasons'];

/** What asks for a decision. 请审阅, 请审议 and 请批转各地执行 end many a report and ask for none. */
const ASKS =
  /[妥当可]否[，,]?\s*(?:敬?请[^。；]{0,10})?|(?<![申报提呈])(?:敬|恳|特)?请(?:求|上级|县政府|县委|镇政府|贵局)?(?:予以|予|给予)?(?:批示|批复|批准|审批)(?!的|后|前|权|情况|程序|手续|件)/u;
/** A closing stands in a line of its own, or ends the last paragraphs. */
const LONGEST_CLOSING = 40;
const LAST_LINES = 3;

export const reportWithoutRequest = defineRule({
  id: 'report-without-request',
  title: '报告里没有请示事项',
  severity: 'warning',
  actor: 'author',
  kinds: ['official'],
  basis: ['regulation-15', 'handout-8-10'],
  indicators: ['C10'],
  reasons: REASONS,
  check(context) {
    const { document } = context;
    if (!isOurs(context)) return [{ reason: 'incoming' }];
    if (document.kindWord !== '报告' || /请示报告$/u.test(document.title)) return [{ reason: 'none' }];
    if (partUnread(document)) return [{ reason: 'unread' }];
    const body = officialTextOf(document)?.body ?? [];
    if (body.length === 0) return [{ reason: 'none' }];
    const closing = body.filter(
      ({ text }, index) => text.length <= LONGEST_CLOSING || index >= body.length - LAST_LINES,
    );
    const found = closing.flatMap(({ text, block }) => {
      const words = ASKS.exec(withoutQuotes(text))?.[0].trim();
      return words ? [{ words, source: block.source }] : [];
    });
    const [first] = found;
    if (!first) return [];
    return [{ reason: 'asks', slots: { words: first.words }, sources: found.map(({ source }) => source) }];
  },
});
