import { contactAndHours } from './guide/contact-and-hours.ts';
import { feeStated } from './guide/fee-stated.ts';
import { guideComplete } from './guide/guide-complete.ts';
import { itemNameAgrees } from './guide/item-name-agrees.ts';
import { legalBasis } from './guide/legal-basis.ts';
import { materialsSpecific } from './guide/materials-specific.ts';
import { serviceCode } from './guide/service-code.ts';
import { timeLimits } from './guide/time-limits.ts';
import { attachmentsMatch } from './official/attachments-match.ts';
import { citedDocumentsForm } from './official/cited-documents-form.ts';
import { docNumberForm } from './official/doc-number-form.ts';
import { docNumberUnique } from './official/doc-number-unique.ts';
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
import { administratorQualified } from './record/administrator-qualified.ts';
import { batchFilled } from './record/batch-filled.ts';
import { caseTraceable } from './record/case-traceable.ts';
import { inspectionLoop } from './record/inspection-loop.ts';
import { issueCoversWindows } from './record/issue-covers-windows.ts';
import { operationPeriod } from './record/operation-period.ts';
import { peopleOnRoster } from './record/people-on-roster.ts';
import { recallComplete } from './record/recall-complete.ts';
import { recordComplete } from './record/record-complete.ts';
import { retentionStated } from './record/retention-stated.ts';
import { rewardsRecorded } from './record/rewards-recorded.ts';
import { selfEvaluationComplete } from './record/self-evaluation-complete.ts';
import { trainingLoop } from './record/training-loop.ts';
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
import { clauseNumbering } from './standard/clause-numbering.ts';
import { clauseTitles } from './standard/clause-titles.ts';
import { coverComplete } from './standard/cover-complete.ts';
import { designationForm } from './standard/designation-form.ts';
import { draftersTookPart } from './standard/drafters-took-part.ts';
import { effectiveAfterPublished } from './standard/effective-after-published.ts';
import { figuresTablesAnnexes } from './standard/figures-tables-annexes.ts';
import { fixedSentences } from './standard/fixed-sentences.ts';
import { hangingParagraph } from './standard/hanging-paragraph.ts';
import { listForm } from './standard/list-form.ts';
import { modalVerbs } from './standard/modal-verbs.ts';
import { numberInRegister } from './standard/number-in-register.ts';
import { prefaceBasis } from './standard/preface-basis.ts';
import { referenceStatus } from './standard/reference-status.ts';
import { referenceTitle } from './standard/reference-title.ts';
import { referencesMatch } from './standard/references-match.ts';
import { revisionRecorded } from './standard/revision-recorded.ts';
import { selfReference } from './standard/self-reference.ts';
import { timesAgree } from './standard/times-agree.ts';
import { vagueWords } from './standard/vague-words.ts';
import { externalStatus } from './system/external-status.ts';
import { externalTitle } from './system/external-title.ts';
import { registerComplete } from './system/register-complete.ts';
import { registerFiles } from './system/register-files.ts';
import { registerTotals } from './system/register-totals.ts';
import { serviceCoverage } from './system/service-coverage.ts';
import { structureCodes } from './system/structure-codes.ts';
import { systemFacts } from './system/system-facts.ts';

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
  feeStated,
  serviceCode,
  legalBasis,
  materialsSpecific,
  contactAndHours,
  itemNameAgrees,
  issueCoversWindows,
  recallComplete,
  trainingLoop,
  inspectionLoop,
  selfEvaluationComplete,
  operationPeriod,
  administratorQualified,
  rewardsRecorded,
  retentionStated,
  peopleOnRoster,
  batchFilled,
  registerComplete,
  structureCodes,
  registerFiles,
  serviceCoverage,
  externalStatus,
  systemFacts,
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
  selfReference,
  prefaceBasis,
  fixedSentences,
  clauseNumbering,
  clauseTitles,
  hangingParagraph,
  listForm,
  vagueWords,
  figuresTablesAnnexes,
  referencesMatch,
  designationForm,
  referenceTitle,
  coverComplete,
  effectiveAfterPublished,
  numberInRegister,
  draftersTookPart,
  timesAgree,
  revisionRecorded,
  docNumberUnique,
  externalTitle,
];
