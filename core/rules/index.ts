import { guideComplete } from './guide/guide-complete.ts';
import { timeLimits } from './guide/time-limits.ts';
import { attachmentsMatch } from './official/attachments-match.ts';
import { docNumberForm } from './official/doc-number-form.ts';
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
];
