import { squeeze } from '../base/text.ts';
import { archiveCatalogue } from './archive-catalogue.ts';
import { controlledList } from './controlled-list.ts';
import { correctionRecord } from './correction-record.ts';
import { inspectionRecord } from './inspection-record.ts';
import { issueRecord } from './issue-record.ts';
import { recallRecord } from './recall-record.ts';
import type { RecordType } from './record-type.ts';
import { reviewRecord } from './review-record.ts';
import { revisionRequest } from './revision-request.ts';
import { rewardRecord } from './reward-record.ts';
import { satisfactionSurvey } from './satisfaction-survey.ts';
import { selfEvaluation } from './self-evaluation.ts';
import { trainingEvaluation } from './training-evaluation.ts';
import { trainingPlan } from './training-plan.ts';
import { trainingRecord } from './training-record.ts';

/** Every type of record, in the order in which a title is tried: the narrower stand before the wider. */
export const RECORD_TYPES: readonly RecordType[] = [
  revisionRequest,
  reviewRecord,
  issueRecord,
  recallRecord,
  trainingPlan,
  trainingEvaluation,
  trainingRecord,
  selfEvaluation,
  correctionRecord,
  inspectionRecord,
  satisfactionSurvey,
  rewardRecord,
  archiveCatalogue,
  controlledList,
];

const TITLES = RECORD_TYPES.map((type) => ({ type, pattern: new RegExp(type.title, 'u') }));

/** The type that a document's title tells; undefined when it tells none. */
export function recordTypeOf(title: string): RecordType | undefined {
  const plain = squeeze(title);
  return TITLES.find(({ pattern }) => pattern.test(plain))?.type;
}
