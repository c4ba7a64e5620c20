import { squeeze } from '../../base/text.ts';
import { isOpenNumber } from '../../document/values.ts';
import { textOf } from '../questions/boxes.ts';
import { isBefore, isIncoming } from '../questions/flow.ts';
import { isUnseen } from '../questions/sight.ts';
import { defineRule, type Rule, type Verdict } from '../rule.ts';

const REASONS = {
  brackets: { outcome: 'failed', message: '发文字号“{number}”的年份没有用六角括号〔〕，应为“{right}”。' },
  ordinal: { outcome: 'failed', message: '发文字号“{number}”的序号前多了“第”字，应为“{right}”。' },
  'leading-zero': { outcome: 'failed', message: '发文字号“{number}”的序号前有虚位“0”，应为“{right}”。' },
  several: { outcome: 'failed', message: '发文字号“{number}”的写法有{count}处不对（{faults}），应为“{right}”。' },
  width: { outcome: 'failed', severity: 'warning', message: '发文字号“{number}”用了全角数字，应为“{right}”。' },
  'short-year': { outcome: 'failed', message: '发文字号“{number}”的年份没有写全四位，请核对后改正。' },
  blank: { outcome: 'failed', actor: 'office', message: '{label}是空的，请与发文登记核对。' },
  'no-serial': { outcome: 'failed', actor: 'office', message: '发文字号“{number}”没有序号，请与发文登记核对。' },
  waits: { outcome: 'pending', message: '发文字号还没有编，编号之后再查写法。' },
  unreadable: { outcome: 'cannot-tell', message: '发文字号没读到，请目视核对。' },
  'other-form': { outcome: 'cannot-tell', quiet: true, message: '“{number}”不像发文字号，没有判断。' },
  none: { outcome: 'not-applicable', message: '没有发文字号可查。' },
  incoming: { outcome: 'not-applicable', message: '这是收文，来文字号由来文单位编，不查写法。' },
  exempt: { outcome: 'not-applicable', message: '命令（令）、公告、纪要等可以只用“第×号”或期号，不查。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

/** Kinds whose number may be 第×号 or an issue of the year. */
const NUMBERED_APART = new Set(['命令', '令', '公告', '通告', '公报', '决议', '纪要', '议案']);
const OPEN = '[〔[［（(【﹝〈<]';
const CLOSE = '[〕\\]］）)】﹞〉>]';
/** Code of the office, the year in some bracket or none, the serial number. */
const LOOSE = new RegExp(
  `^(?<code>[\\p{Script=Han}A-Za-z]{1,20})(?<open>${OPEN})?(?<year>[\\d０-９]{2}|[\\d０-９]{4})年?(?<close>${CLOSE})?(?<ordinal>第)?(?<serial>[\\d０-９]*)号?$`,
  'u',
);

export const docNumberForm = defineRule({
  id: 'doc-number-form',
  title: '发文字号写法对',
  severity: 'error',
  actor: 'author',
  kinds: ['official'],
  basis: ['document-format-7.2.5', 'handout-8-10'],
  indicators: ['C10'],
  reasons: REASONS,
  check({ document, field }) {
    const box = field('docNumber');
    if (isIncoming(document, field)) return [{ reason: 'incoming' }];
    if (NUMBERED_APART.has(document.kindWord)) return [{ reason: 'exempt' }];
    if (isUnseen(document, box)) return [{ reason: 'unreadable', fields: ['docNumber'] }];
    const isOpen = box.state === 'blank' && isOpenNumber(box.written);
    if (box.state === 'blank' && (box.pending || isBefore(document.stage, 'issued')))
      return [{ reason: 'waits', fields: ['docNumber'] }];
    // After the number was given, or the document went out, an empty box has lost it.
    if (
      box.state === 'blank' &&
      !isOpen &&
      box.confidence !== 'guessed' &&
      (document.stage === 'issued' || document.stage === 'archived')
    )
      return [{ reason: 'blank', slots: { label: box.label }, fields: ['docNumber'], sources: box.sources }];
    // Nobody knows of a file alone whether its number is due.
    if (isOpen && document.stage === 'unknown') return [{ reason: 'waits', fields: ['docNumber'] }];
    if (box.state !== 'present' && !isOpen) return [{ reason: 'none' }];

    const number = squeeze(textOf(box));
    const say = (reason: ReasonId, right = ''): Verdict<ReasonId> => ({
      reason,
      slots: { number, right },
      fields: ['docNumber'],
      sources: box.sources,
      ...(right ? { fix: { label: '改成规范写法', from: number, to: right } } : {}),
    });
    const part = LOOSE.exec(number)?.groups;
    const { code = '', open, close, ordinal } = part ?? {};
    const year = narrowDigits(part?.year ?? '');
    const serial = narrowDigits(part?.serial ?? '');
    // Without any bracket only a year like 2026 tells that this is a number of a document at all.
    if (!part || (!(open || close) && !/^(?:19|20)\d\d$/.test(year))) return [say('other-form')];
    if (year.length === 2) return [say('short-year')];
    if (serial === '' || /^0+$/.test(serial)) return [say(isBefore(document.stage, 'issued') ? 'waits' : 'no-serial')];
    const right = `${code}〔${year}〕${serial.replace(/^0+/, '')}号`;
    const faults = (
      [
        ['brackets', open !== '〔' || close !== '〕', '年份没有用六角括号'],
        ['ordinal', ordinal !== undefined, '多了“第”字'],
        ['leading-zero', serial.startsWith('0'), '序号前有虚位'],
        ['width', year !== part.year || serial !== part.serial, '用了全角数字'],
      ] as const
    ).filter(([, present]) => present);
    const [first, second] = faults;
    if (!first) return [];
    // One number is put right once: what is wrong with it is one finding.
    if (!second) return [say(first[0], right)];
    const said = say('several', right);
    const named = faults.map(([, , fault]) => fault).join('、');
    return [{ ...said, slots: { ...said.slots, count: faults.length, faults: named } }];
  },
});

const narrowDigits = (text: string): string =>
  text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
