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
  about: Pick<WaiverPayload, 'document' | 'findings'>;
  subject: string;
  /** Names that are hidden in what the person will say. */
  names: string[];
}

/** Whether a waiver of a document may be kept: nothing of one about whose secrecy a person has to be asked is kept by the way. */
export const mayKeepWaiver = ({ askBeforeKeeping, classified }: DocumentModel): boolean =>
  askBeforeKeeping === undefined && classified === undefined;

/** How the person answered. */
export interface WaiverAnswer {
  /** '' for none. */
  reason: string;
  /** What tells this waiver from every other one. */
  once: string;
  actor: string;
  /** A moment, ISO 8601. */
  capturedAt: string;
}

/**
 * That a person submits a document although these findings stand, made ready before the answer.
 * @throws ProblemError `ledger-asks-first` for a document of which nothing is kept by the way
 */
export function waitingWaiver(
  document: DocumentModel,
  findings: readonly Pick<Finding, 'id' | 'rule' | 'message'>[],
): WaitingWaiver {
  if (!mayKeepWaiver(document)) throw new ProblemError('ledger-asks-first');
  const names = namesToHide(document);
  const about = {
    document: documentPart(document, fingerprintOf(document)),
    findings: findings.map(({ id, rule, message }) => ({ id, rule, message: shorten(message, 2_000) })),
  };
  const slots = { count: findings.length, about: aboutDocument(document) || WORDS.untitled };
  const subject = shorten(hideNames(fillSlots(WORDS.subject, slots), names), SUBJECT_LENGTH);
  return { about: hideNames(about, names), subject, names };
}

/** The waiver with the person's answer, as it is kept. The result is not masked yet; appending masks it. */
export function waiverDraft({ about, subject, names }: WaitingWaiver, answer: WaiverAnswer): EntryDraft {
  const { reason, once, actor, capturedAt } = answer;
  const payload: WaiverPayload = { ...about, reason: hideNames(reason, names), once };
  return { kind: 'waiver', factOn: '', capturedAt, actor, subject, indicators: [], payload };
}
