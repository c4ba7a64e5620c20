import { fillSlots } from '../../../core/base/text.ts';
import type { Finding } from '../../../core/check/run.ts';
import { type DocumentModel, fieldOf } from '../../../core/document/model.ts';
import type { Basis } from '../../../core/rules/basis.ts';
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

/** The sentence for a phone call or a return note: which document, what is wrong, on what ground. Who can act is said to the reader of the panel only. */
export function noteFor(finding: Finding, document: DocumentModel): string {
  const number = fieldOf(document, 'docNumber');
  return fillSlots(CHECK.noteText, {
    title: document.title ? `《${document.title.replace(/^《|》$/g, '')}》` : '',
    number: number.state === 'present' && typeof number.value === 'string' ? `（${number.value}）` : '',
    message: finding.message,
    basis: finding.basis.length > 0 ? fillSlots(CHECK.noteBasis, { basis: basisText(finding.basis) }) : '',
  });
}
