import { ProblemError } from '../base/problems.ts';
import { fillSlots, shorten } from '../base/text.ts';
import type { Finding } from '../check/run.ts';
import { type PersonVerdict, VERDICT_WORDS } from '../check/verdicts.ts';
import { fingerprintOf } from '../document/fingerprint.ts';
import type { DocumentModel } from '../document/model.ts';
import type { EntryDraft, LedgerRecord } from '../ledger/entry.ts';
import { type DecisionPayload, readPayload } from '../ledger/kinds/index.ts';
import { hideNames } from '../privacy/mask.ts';
import { documentPart, namesToHide } from './evidence.ts';
import { aboutDocument } from './subject.ts';

const WORDS = {
  given: '{verdict}：{rule}，{about}',
  takenBack: '取消处理意见：{rule}，{about}',
  untitled: '（没有标题）',
} as const;

const SUBJECT_LENGTH = 200;

/** A verdict without what the finding itself tells; null takes the one before back. */
export type Decided = Pick<PersonVerdict, 'reason' | 'who' | 'until'> & { verdict: PersonVerdict['verdict'] | null };

/**
 * A person's verdict as it is kept. The result is not masked yet; appending masks it.
 * @throws ProblemError `ledger-asks-first` for a document about whose secrecy a person has to be asked: nothing of it is kept
 *   by the way
 */
export function decisionDraft(
  document: DocumentModel,
  { id, rule, title, message }: Pick<Finding, 'id' | 'rule' | 'title' | 'message'>,
  decided: Decided,
  by: { actor: string; capturedAt: string },
): EntryDraft {
  if (document.askBeforeKeeping !== undefined || document.classified !== undefined)
    throw new ProblemError('ledger-asks-first');
  const names = namesToHide(document);
  const payload: DecisionPayload = {
    document: documentPart(document, fingerprintOf(document)),
    ...{ finding: id, rule, message: shorten(message, 2_000), ...decided },
  };
  const about = aboutDocument(document) || WORDS.untitled;
  const subject =
    decided.verdict === null
      ? fillSlots(WORDS.takenBack, { rule: title, about })
      : fillSlots(WORDS.given, { verdict: VERDICT_WORDS[decided.verdict], rule: title, about });
  return {
    kind: 'decision',
    factOn: '',
    ...by,
    subject: shorten(hideNames(subject, names), SUBJECT_LENGTH),
    indicators: [],
    payload: hideNames(payload, names),
  };
}

/** Verdicts by the key of their document, then by finding. Plain data, so that it can be kept. */
export type VerdictsByDocument = Readonly<Record<string, Readonly<Record<string, PersonVerdict>>>>;

/** The verdicts with one more record of the ledger taken in: the newest on a finding counts. Other records change nothing. */
export function withDecision(known: VerdictsByDocument, { entry, payload }: LedgerRecord): VerdictsByDocument {
  const read = readPayload(entry, payload);
  if (read?.kind !== 'decision') return known;
  const { document, finding, verdict, reason, who, until, message } = read.payload;
  const { [finding]: _, ...others } = known[document.key] ?? {};
  if (verdict !== null)
    return {
      ...known,
      [document.key]: { ...others, [finding]: { finding, verdict, reason, who, until, message, uri: document.uri } },
    };
  const { [document.key]: __, ...rest } = known;
  return Object.keys(others).length === 0 ? rest : { ...rest, [document.key]: others };
}
