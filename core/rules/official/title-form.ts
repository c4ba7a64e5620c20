import type { Source } from '../../base/source.ts';
import { cleanText, shorten, squeeze } from '../../base/text.ts';
import { wordOfTitle } from '../../document/kind.ts';
import { textOf } from '../questions/boxes.ts';
import { officialTextOf, titleText, withoutQuotes } from '../questions/official-text.ts';
import { isOurs } from '../questions/people.ts';
import { isUnseen, partUnread } from '../questions/sight.ts';
import { defineRule, type Fix, type Rule, type RuleContext, type Verdict } from '../rule.ts';

const REASONS = {
  'no-kind': { outcome: 'failed', message: '标题“{title}”没有文种，请在末尾写明是通知、请示、报告还是别的文种。' },
  'no-such-kind': {
    outcome: 'failed',
    severity: 'warning',
    message: '标题用“{word}”作文种，公文没有这个文种，请改用{instead}。',
  },
  'end-mark': { outcome: 'failed', message: '标题末尾有“{mark}”，标题末尾不加标点。' },
  doubled: {
    outcome: 'failed',
    severity: 'info',
    message: '标题里“{word}”写了两遍，不是转发、印发文件的，请去掉一个。',
  },
  unread: { outcome: 'cannot-tell', quiet: true, message: '标题或正文没有读全，标题的写法没有判断。' },
  none: { outcome: 'not-applicable', message: '没有读到“关于……”这样的标题，写法没有查。' },
  incoming: { outcome: 'not-applicable', message: '这是收文，标题由来文单位拟，不查写法。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

/** What titles end with in the place of a kind, and what is meant by it. */
const NO_KINDS: readonly (readonly [RegExp, string])[] = [
  [/请示报告$/u, '“请示”或者“报告”'],
  [/的(?:申请|申请书)$/u, '“请示”或者“函”'],
  [/的(?:汇报|工作总结|总结)$/u, '“报告”'],
];
const DOUBLED = /的(通知|请示|报告|函|意见|决定|通报|批复)的\1$/u;
/** A kind that passes on another document names its kind before its own. */
const PASSES_ON = /转发|印发|批转|发布|颁发|下发|答复|回复|废止|撤销|修改|取消|补充|更正|延期/u;
const END_MARK = /[。．.；;，,、！!？?：:]$/u;
/** Any kind somewhere in the title: what stands behind it is a version or a file's ending. */
const ANY_KIND = /决议|决定|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要/u;
/** What a title may end with that is no kind of 公文 and right all the same: what is laid down, told or handed on. */
const OTHER_PAPER =
  /(?:规定|办法|细则|条例|规则|章程|制度|规范|方案|预案|规划|计划|要点|总结|汇报|说明|公示|启事|声明|简报|讲话|发言|致辞|建议|提案|答复|标准|指南|清单|目录|表|书|信|电|辞|稿|版|…|\.\.\.)$/u;

interface Title {
  text: string;
  sources: Source[];
  /** The whole title is surely there: a box of the form, or the lines between the head of the text and 主送. */
  isWhole: boolean;
}

export const titleForm = defineRule({
  id: 'title-form',
  title: '标题写法对',
  severity: 'error',
  actor: 'author',
  kinds: ['official'],
  basis: ['document-format-7.3.1', 'regulation-8', 'handout-8-10'],
  indicators: ['C10'],
  reasons: REASONS,
  check(context) {
    const { document } = context;
    if (!isOurs(context)) return [{ reason: 'incoming' }];
    if (partUnread(document) || isUnseen(document, context.field('title'))) return [{ reason: 'unread' }];
    const title = titleOf(context);
    return title ? judge(title) : [{ reason: 'none' }];
  },
});

/** The title over the text, else the one in the box of a form. */
function titleOf({ document, field }: RuleContext): Title | undefined {
  const text = officialTextOf(document);
  const above = text && titleText(text);
  if (text && above?.includes('关于'))
    return {
      text: squeeze(above),
      sources: text.title.map(({ block }) => block.source),
      isWhole: text.recipients.length > 0,
    };
  const box = field('title');
  const written = box.state === 'present' ? textOf(box) : '';
  const isOfForm = box.sources.some(({ from }) => from === 'page') && box.confidence !== 'guessed' && box.label !== '';
  if (!isOfForm || !/^[\p{Script=Han}（）]{0,30}关于/u.test(written)) return undefined;
  return { text: squeeze(written), sources: box.sources, isWhole: true };
}

function judge({ text, sources, isWhole }: Title): Verdict<ReasonId>[] {
  const shared = { fields: ['title' as const], sources };
  const verdicts: Verdict<ReasonId>[] = [];
  const mark = END_MARK.exec(text)?.[0];
  // Where the title's end is not sure, what looks like a title may be the beginning of a sentence.
  if (mark !== undefined && (isWhole || wordOfTitle(text) !== '') && !/[.…]{2,}$/u.test(text))
    verdicts.push({ reason: 'end-mark', slots: { mark }, ...shared, fix: withoutMark(text) });
  const name = cleanText(text.replace(END_MARK, '')).replace(/[（(][^（()）]{1,12}[)）]$/u, '');
  const wrong = NO_KINDS.map(([end, instead]) => ({ word: end.exec(name)?.[0].replace('的', ''), instead })).find(
    ({ word }) => word !== undefined,
  );
  if (wrong?.word !== undefined)
    verdicts.push({ reason: 'no-such-kind', slots: { word: wrong.word, instead: wrong.instead }, ...shared });
  else if (isWhole && !ANY_KIND.test(withoutQuotes(name)) && !OTHER_PAPER.test(name))
    verdicts.push({ reason: 'no-kind', slots: { title: shorten(text, 40) }, ...shared });
  const word = DOUBLED.exec(name)?.[1];
  if (word !== undefined && !PASSES_ON.test(name)) verdicts.push({ reason: 'doubled', slots: { word }, ...shared });
  return verdicts;
}

const withoutMark = (text: string): Fix => ({
  label: '去掉标点',
  from: text,
  to: text.replace(/[。．.；;，,、！!？?：:]+$/u, ''),
});
