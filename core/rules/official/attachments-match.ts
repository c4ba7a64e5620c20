import { cleanText, halfWidth, squeeze } from '../../base/text.ts';
import type { Attachment, DocumentModel } from '../../document/model.ts';
import { textOf } from '../questions/boxes.ts';
import { isUnseen, orUnread, partUnread } from '../questions/sight.ts';
import { ownTextOf } from '../questions/text.ts';
import { defineRule, type Rule, type RuleContext, type Verdict } from '../rule.ts';

const REASONS = {
  fewer: {
    outcome: 'failed',
    message: '附件说明列了{listed}件而实际只有{attached}件，缺“{missing}”。',
  },
  name: { outcome: 'failed', severity: 'warning', message: '附件里没有和附件说明同名的“{missing}”，请核对。' },
  'end-mark': {
    outcome: 'failed',
    severity: 'warning',
    message: '附件名称“{name}”后面不加标点。',
  },
  colon: { outcome: 'failed', severity: 'warning', message: '“附件”后面的冒号应当用全角“：”。' },
  unread: { outcome: 'cannot-tell', message: '附件或正文没有读全，附件请目视核对。' },
  'no-list': { outcome: 'cannot-tell', quiet: true, message: '没有读到附件列表，附件件数没有判断。' },
  packed: { outcome: 'cannot-tell', quiet: true, message: '附件是打包或合并的文件，件数没有判断。' },
  none: { outcome: 'not-applicable', message: '没有附件说明。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

const FILE_END = /\.(?:docx?|xlsx?|pptx?|wps|et|dps|pdf|ofd|zip|rar|7z|jpe?g|png|tiff?|txt)\b.*$/iu;
/** Several annexes in one file: an archive, 附件1-3, 附件（合并）, or 附件 and nothing else. */
const PACKED = /\.(?:zip|rar|7z)\b|合并|打包|全部附件|附件\d{1,2}\s*[-—~～至、,，]\s*\d{1,2}|^附件(?:\.\w+)?$/u;
const NUMBER = /^(?:附\s*件\s*)?[（(]?(?:\d{1,2}(?![\d年月日]))?[)）]?\s*[.．、:：]?\s*/u;

export const attachmentsMatch = defineRule({
  id: 'attachments-match',
  title: '附件说明与附件一致',
  severity: 'error',
  actor: 'author',
  kinds: ['official'],
  basis: ['document-format-7.3.4', 'document-format-7.3.7', 'handout-8-10'],
  indicators: ['C10', 'C7'],
  reasons: REASONS,
  check(context) {
    const listed = listedNames(context);
    const unseen = isUnseen(context.document, context.field('attachmentsNote'));
    if (listed.length === 0) return [{ reason: unseen ? 'unread' : 'none', fields: ['attachmentsNote'] }];
    const verdicts = [...formOf(context.document), ...countOf(context, listed)];
    return orUnread(context.document, verdicts, { reason: 'unread', sources: [] });
  },
});

/** Names in 附件说明: those of the text, else those of the box. A box that holds file names is the list of files itself. */
function listedNames({ document, field }: RuleContext): string[] {
  const inText = document.attachments.filter((attachment) => attachment.how === 'listed').map(({ name }) => name);
  const box = field('attachmentsNote');
  if (inText.length > 0 || box.state !== 'present') return inText;
  const text = textOf(box);
  if (FILE_END.test(text) || /^(?:无|暂无|没有)$/u.test(squeeze(text))) return [];
  const lines = cleanText(text).split(/\n|；|;|\s+(?=\d{1,2}\s*[.．、]\s*\D)/u);
  return lines
    .map((line) => line.replace(NUMBER, '').trim())
    .filter((name) => name !== '' && !/^附件[:：]?$/u.test(name));
}

/** What two names of one annex have in common: no number, no 《》, no file ending, no mark behind. */
function nameKey(name: string): string {
  const plain = halfWidth(cleanText(name)).replace(FILE_END, '').replace(NUMBER, '');
  return squeeze(plain).replace(/[《》“”"（）()【】[\]_\-—.。；;，,、]/gu, '');
}

/** Marks in the text's own 附件说明; the boxes of a form may write as they like. */
function formOf(document: DocumentModel): Verdict<ReasonId>[] {
  const named = document.attachments.filter(({ how, source }) => how === 'listed' && source.from === 'file');
  const marked = named.flatMap(({ name, source }): Verdict<ReasonId>[] => {
    const right = name.replace(/[。；;，,、.]+$/u, '');
    if (right === name || right === '') return [];
    const fix = { label: '去掉标点', from: name, to: right };
    return [
      {
        reason: 'end-mark',
        slots: { name: right },
        fields: ['attachmentsNote'],
        sources: [source],
        subject: nameKey(name),
        fix,
      },
    ];
  });
  const lead = ownTextOf(document).find(({ text }) => /^\s*附\s*件\s*\d?:\s*\S/u.test(text));
  const fix = { label: '改成全角冒号', from: ':', to: '：' };
  return lead ? [...marked, { reason: 'colon', fields: ['attachmentsNote'], sources: [lead.source], fix }] : marked;
}

function countOf(context: RuleContext, listed: readonly string[]): Verdict<ReasonId>[] {
  const { document, field } = context;
  const attached = attachedTo(document);
  const fields = ['attachmentsNote'] as const;
  if (attached.length === 0) return [{ reason: partUnread(document) ? 'unread' : 'no-list', fields: [...fields] }];
  if (attached.some((name) => PACKED.test(name))) return [{ reason: 'packed', fields: [...fields] }];
  const keys = attached.map(nameKey);
  const missing = listed.filter((name) => !keys.some((key) => isSameName(nameKey(name), key)));
  const shared = { fields: [...fields], sources: field('attachmentsNote').sources };
  if (partUnread(document)) return missing.length > 0 ? [{ reason: 'unread', ...shared }] : [];
  if (listed.length > attached.length) {
    const slots = {
      listed: listed.length,
      attached: attached.length,
      missing: (missing[0] ?? listed.at(-1) ?? '').replace(/[。；;]$/u, ''),
    };
    return [{ reason: 'fewer', slots, ...shared }];
  }
  return missing.map((name) => ({ reason: 'name', slots: { missing: name }, subject: nameKey(name), ...shared }));
}

function attachedTo({ attachments }: DocumentModel): string[] {
  const names = attachments.filter(({ how }: Attachment) => how === 'attached').map(({ name }) => cleanText(name));
  // The text of the document itself is often put with its annexes.
  return [...new Set(names)].filter((name) => !/^(?:正文|文件正文|发文正文)/u.test(name));
}

function isSameName(left: string, right: string): boolean {
  return left !== '' && right !== '' && (left.includes(right) || right.includes(left));
}
