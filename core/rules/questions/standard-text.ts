import { cleanText, squeeze } from '../../base/text.ts';
import { type DocumentModel, fieldOf } from '../../document/model.ts';
import { readDesignation } from '../../standards/designation.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { textOf } from './boxes.ts';
import { coverOf, formOf, hasOwnText } from './clauses.ts';
import { oncePerDocument } from './once.ts';
import { partUnread } from './sight.ts';

/** Whether a rule about the text of an internal standard has such a text before it. */

/** Why such a rule does not judge a document. */
export const TEXT_REASONS = {
  unread: { outcome: 'cannot-tell', message: '正文没有读全，没有判断，请目视核对。' },
  'no-text': { outcome: 'not-applicable', message: '这一页没有标准正文，没有可查的。' },
  'other-form': { outcome: 'not-applicable', message: '正文不是按GB/T 1.1的体例写的，不查。' },
  several: { outcome: 'cannot-tell', message: '一个文件里有几个标准，分成单独的文件才能查。', quiet: true },
  'not-ours': { outcome: 'not-applicable', message: '这是别的机构发布的标准，不查它的写法。' },
} as const satisfies Rule['reasons'];

/** The reason for not judging; undefined when the whole text of one standard of the unit's own is there. */
export function whyNoText({ document }: RuleContext): keyof typeof TEXT_REASONS | undefined {
  const why = whyNotWhole(document);
  if (why) return why;
  if (isForeign(document)) return 'not-ours';
  const form = formOf(document);
  return form === 'drafted' ? undefined : form === 'other' ? 'other-form' : 'several';
}

/** The reason for not judging a text that has to be there as a whole, whoever wrote it and in whatever form. */
export function whyNotWhole(document: DocumentModel): 'unread' | 'no-text' | undefined {
  if (partUnread(document)) return 'unread';
  return hasOwnText(document) ? undefined : 'no-text';
}

/** A ministry, or a committee of the whole country. */
const OF_STATE =
  /^(?:中华人民共和国\p{Script=Han}{2,30}(?:部|局|署|委员会)|全国\p{Script=Han}{2,30}委员会)(?:秘书处)?(?:发布|技术文件)?$/u;

/** A standard that another body publishes: its number is of the state, a trade, a province or an association, or a ministry issues it. */
export const isForeign = oncePerDocument((document): boolean => {
  const lines = [textOf(fieldOf(document, 'docNumber')), ...coverOf(document).map(({ text }) => cleanText(text))];
  if ([textOf(fieldOf(document, 'issuer')), ...lines].some((line) => OF_STATE.test(squeeze(line)))) return true;
  return lines.some((line) => {
    const found = readDesignation(line);
    return found !== undefined && found.start === 0 && found.end === line.length && found.family !== 'unit';
  });
});
