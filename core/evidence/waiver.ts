import { ProblemError } from '../base/problems.ts';
import { fillSlots, shorten } from '../base/text.ts';
import type { Finding } from '../check/run.ts';
import { fingerprintOf } from '../document/fingerprint.ts';
import type { DocumentModel } from '../document/model.ts';
import type { EntryDraft } from '../ledger/entry.ts';
import type { WaiverPayload } from '../ledger/kinds/index.ts';
import { hideNames } from '../privacy/mask.ts';
import { documentPart, namesToHide } from './evidence.ts';
import { aboutDocument } from './subject.ts';

const WORDS = { subject: '仍要提交：{count}处必须改，{about}', untitled: '（没有标题）' } as const;
const SUBJECT_LENGTH = 200;

/** A waiver that waits for the person's word. Plain data, so that it can be kept meanwhile. */
export interface WaitingWaiver {
  draft: EntryDraft;
  /** Names that are hidden in what the person will say. */
  names: string[];
}

/** Whether a waiver of a document may be kept: nothing of one about whose secrecy a person has to be asked is kept by the way. */
export const mayKeepWaiver = ({ askBeforeKeeping, classified }: DocumentModel): boolean =>
  askBeforeKeeping === undefined && classified === undefined;

/**
 * That a person is asked whether to submit a document although these findings stand, before the answer.
 * @param once what tells this waiver from every other one
 * @throws ProblemError `ledger-asks-first` for a document of which nothing is kept by the way
 */
export function waitingWaiver(
  document: DocumentModel,
  findings: readonly Pick<Finding, 'id' | 'rule' | 'message'>[],
  once: string,
  by: { actor: string; capturedAt: string },
): WaitingWaiver {
  if (!mayKeepWaiver(document)) throw new ProblemError('ledger-asks-first');
  const names = namesToHide(document);
  const payload: WaiverPayload = {
    document: documentPart(document, fingerprintOf(document)),
    findings: findings.map(({ id, rule, message }) => ({ id, rule, message: shorten(message, 2_000) })),
    reason: '',
    once,
  };
  const about = aboutDocument(document) || WORDS.untitled;
  const subject = fillSlots(WORDS.subject, { count: findings.length, about });
  const draft: EntryDraft = {
    kind: 'waiver',
    factOn: '',
    ...by,
    subject: shorten(hideNames(subject, names), SUBJECT_LENGTH),
    indicators: [],
    payload: hideNames(payload, names),
  };
  return { draft, names };
}

/** The waiver with the person's reason ('' for none), as it is kept. The result is not masked yet; appending masks it. */
export function waiverDraft({ draft, names }: WaitingWaiver, reason: string): EntryDraft {
  return { ...draft, payload: { ...(draft.payload as WaiverPayload), reason: hideNames(reason, names) } };
}
