import { fillSlots } from '../../../core/base/text.ts';
import type { Item } from '../../../core/check/summary.ts';
import { type DocumentModel, fieldOf } from '../../../core/document/model.ts';
import type { Basis } from '../../../core/rules/basis.ts';
import { whoCanAct } from '../../ui/words.ts';
import type { List } from './list.ts';
import { CHECK } from './words.ts';

/** 《GB/T 1.1》8.2；培训讲义 八之15. */
export function basisText(basis: readonly Basis[]): string {
  return basis
    .map((one) =>
      fillSlots(
        one.document.startsWith('《')
          ? CHECK.clauseJoinQuoted
          : /^[A-Z]/.test(one.document)
            ? CHECK.clauseJoinPlain
            : CHECK.clauseJoin,
        {
          document: one.document,
          clause: one.clause,
        },
      ),
    )
    .join('；');
}

/** What is wrong, who can act, and on what ground: whole sentences for a phone call or a return note. */
function sentencesOf({ finding, text }: Item, document: DocumentModel): string {
  const message = /[。！？]$/u.test(text) ? text : `${text}。`;
  if (finding === undefined) return message;
  const who = finding.outcome === 'failed' ? fillSlots(CHECK.noteWho, { who: whoCanAct(finding.actor, document) }) : '';
  const basis = finding.basis.length > 0 ? fillSlots(CHECK.noteBasis, { basis: basisText(finding.basis) }) : '';
  return message + who + basis;
}

/** 《关于开展培训的通知》（源政办〔2026〕12号); of a document without a title what the page calls itself. */
function nameOf(document: DocumentModel, pageTitle: string): string {
  const number = fieldOf(document, 'docNumber');
  const title = document.title || pageTitle || CHECK.noTitle;
  return fillSlots(CHECK.noteName, {
    title: title.replace(/^《|》$/g, ''),
    number: number.state === 'present' && typeof number.value === 'string' ? `（${number.value}）` : '',
  });
}

/** One item as a text that stands alone: which document, what is wrong, who can act, on what ground. */
export function noteFor(item: Item, document: DocumentModel, pageTitle: string): string {
  return fillSlots(CHECK.noteText, {
    name: nameOf(document, pageTitle),
    sentences: sentencesOf(item, document),
  });
}

/**
 * 必须改, 建议看 and 没读到 of a list as plain text: the document on the first line, then each by its number in the list.
 * What waits for a later step asks for nothing and is left out; what the person has muted is counted at the end.
 */
export function noteForAll({ groups, known }: List, document: DocumentModel, pageTitle: string): string {
  const asked = groups.filter((group) => group.id !== 'later');
  const lines = asked.flatMap(({ word, items }) =>
    items.map(({ number, item }) =>
      fillSlots(CHECK.noteLine, { number, word, sentences: sentencesOf(item, document) }),
    ),
  );
  const left = known.reduce((sum, group) => sum + group.items.length, 0);
  const rest = left > 0 ? [fillSlots(CHECK.noteKnown, { count: left })] : [];
  return [nameOf(document, pageTitle), ...lines, ...rest].join('\n');
}
