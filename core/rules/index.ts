import { guideComplete } from './guide/guide-complete.ts';
import { timeLimits } from './guide/time-limits.ts';
import { attachmentsMatch } from './official/attachments-match.ts';
import { citedDocumentsForm } from './official/cited-documents-form.ts';
import { docNumberForm } from './official/doc-number-form.ts';
import { docNumberYear } from './official/doc-number-year.ts';
import { headingSequence } from './official/heading-sequence.ts';
import { leadingGroupComplete } from './official/leading-group-complete.ts';
import { punctuationWidth } from './official/punctuation-width.ts';
import { receiptComplete } from './official/receipt-complete.ts';
import { recipientsForm } from './official/recipients-form.ts';
import { reportWithoutRequest } from './official/report-without-request.ts';
import { requestForm } from './official/request-form.ts';
import { titleForm } from './official/title-form.ts';
import { unitNameCurrent } from './official/unit-name-current.ts';
import { writtenDateForm } from './official/written-date-form.ts';
import { caseTraceable } from './record/case-traceable.ts';
import { recordComplete } from './record/record-complete.ts';
import type { Rule } from './rule.ts';
import { approverRequired } from './signoff/approver-required.ts';
import { classifiedStop } from './signoff/classified-stop.ts';
import { datesInOrder } from './signoff/dates-in-order.ts';
import { datesValid } from './signoff/dates-valid.ts';
import { drafterRequired } from './signoff/drafter-required.ts';
import { placeholdersFilled } from './signoff/placeholders-filled.ts';
import { reviewerRequired } from './signoff/reviewer-required.ts';
import { signersDistinct } from './signoff/signers-distinct.ts';
import { signersInTrail } from './signoff/signers-in-trail.ts';
import { signoffDatesRequired } from './signoff/signoff-dates-required.ts';
import { chaptersInOrder } from './standard/chapters-in-order.ts';
import { modalVerbs } from './standard/modal-verbs.ts';
import { referenceStatus } from './standard/reference-status.ts';
import { registerTotals } from './system/register-totals.ts';

/** Version of the rules; the same as the package's. */
export const RULE_PACK_VERSION = '0.1.0';

/** Every rule, in the order in which findings of equal weight are shown. `npm run new:rule` adds a line at the end. */
export const RULES: readonly Rule[] = [
  classifiedStop,
  drafterRequired,
  reviewerRequired,
  approverRequired,
  signoffDatesRequired,
  datesValid,
  datesInOrder,
  signersDistinct,
  signersInTrail,
  placeholdersFilled,
  docNumberForm,
  attachmentsMatch,
  chaptersInOrder,
  modalVerbs,
  referenceStatus,
  guideComplete,
  timeLimits,
  recordComplete,
  caseTraceable,
  registerTotals,
  docNumberYear,
  writtenDateForm,
  titleForm,
  requestForm,
  reportWithoutRequest,
  recipientsForm,
  headingSequence,
  citedDocumentsForm,
  unitNameCurrent,
  leadingGroupComplete,
  receiptComplete,
  punctuationWidth,
];
