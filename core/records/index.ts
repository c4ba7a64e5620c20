import { squeeze } from '../base/text.ts';
import { annualPlan } from './annual-plan.ts';
import { annualSummary } from './annual-summary.ts';
import { appointment } from './appointment.ts';
import { archiveCatalogue } from './archive-catalogue.ts';
import { caseStub } from './case-stub.ts';
import { controlledList } from './controlled-list.ts';
import { correctionRecord } from './correction-record.ts';
import { fundingDocument } from './funding-document.ts';
import { inspectionRecord } from './inspection-record.ts';
import { issueOrder } from './issue-order.ts';
import { issueRecord } from './issue-record.ts';
import { leadingGroup } from './leading-group.ts';
import { recallRecord } from './recall-record.ts';
import type { RecordBox, RecordType } from './record-type.ts';
import { reviewRecord } from './review-record.ts';
import { revisionRequest } from './revision-request.ts';
import { rewardRecord } from './reward-record.ts';
import { rewardRule } from './reward-rule.ts';
import { satisfactionSurvey } from './satisfaction-survey.ts';
import { selfEvaluation } from './self-evaluation.ts';
import { standardUsage } from './standard-usage.ts';
import { trainingEvaluation } from './training-evaluation.ts';
import { trainingPlan } from './training-plan.ts';
import { trainingRecord } from './training-record.ts';

/**
 * Every type of record that a ledger keeps. Those by which pages and files are told stand in the order in which a title is
 * tried, the narrower before the wider.
 */
export const LEDGER_TYPES: readonly RecordType[] = [
  leadingGroup,
  appointment,
  annualPlan,
  annualSummary,
  fundingDocument,
  rewardRule,
  issueOrder,
  caseStub,
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
  standardUsage,
];

/** A type by which pages and files are told. */
type ToldType = RecordType & { title: string; example: string };
const isTold = (type: RecordType): type is ToldType => type.title !== undefined && type.example !== undefined;

/** The types by which pages and files are told, in the order in which a title is tried. */
export const RECORD_TYPES: readonly ToldType[] = LEDGER_TYPES.filter(isTold);

/** The type with this id; undefined where this version knows none. */
export const recordTypeOfId = (id: string): RecordType | undefined => LEDGER_TYPES.find((type) => type.id === id);

/** The types behind which one of these stands: a training follows on a plan; two that go together name each other. */
export const typesBehind = ({ id }: RecordType): RecordType[] =>
  LEDGER_TYPES.filter(({ links }) => links.some(({ to, how }) => to === id && how !== 'any'));

/** The types of a group in the order in which one follows on another; those that follow on none keep their place. */
export function typesOfGroup(group: RecordType['group']): RecordType[] {
  const left = LEDGER_TYPES.filter((type) => type.group === group);
  const placed: RecordType[] = [];
  const comesBefore = (other: RecordType, type: RecordType): boolean =>
    other !== type && other.links.some(({ to, how }) => to === type.id && how !== 'with');
  while (left.length > 0) {
    const at = left.findIndex((type) => !left.some((other) => comesBefore(other, type)));
    placed.push(...left.splice(Math.max(0, at), 1));
  }
  return placed;
}

const TITLES = RECORD_TYPES.map((type) => ({ type, pattern: new RegExp(type.title, 'u') }));

/** The type that a document's title tells; undefined when it tells none. */
export function recordTypeOf(title: string): RecordType | undefined {
  const plain = squeeze(title);
  return TITLES.find(({ pattern }) => pattern.test(plain))?.type;
}

const wordsOf = ({ name, words = '' }: RecordBox): string[] => [name, ...words.split(' ').filter(Boolean)];
const ALL_WORDS = RECORD_TYPES.flatMap(({ boxes }) => boxes.flatMap(wordsOf));
/** Words that one type has, or two that are akin: 接收人, 培训地点. Short ones stand on all sorts of forms. */
const TELLING = new Set(
  ALL_WORDS.filter((word) => word.length >= 3 && ALL_WORDS.filter((other) => other === word).length <= 2),
);
const FEWEST_TELLING = 2;
/** Share of the boxes of a type that labels have to name. */
const SHARE = 0.75;

/**
 * The type that labels without a telling title make: nearly all of its boxes, two of them by words of its own, and no other type
 * fits as well. @param labels titles of columns or of boxes, without brackets
 */
export function recordTypeOfLabels(labels: readonly string[]): RecordType | undefined {
  const found = RECORD_TYPES.flatMap((type) => {
    const needed = type.boxes.filter(({ optional }) => !optional);
    const named = needed.filter((box) => wordsOf(box).some((word) => labels.includes(word)));
    const telling = labels.filter(
      (label) => TELLING.has(label) && type.boxes.some((box) => wordsOf(box).includes(label)),
    );
    const share = named.length / needed.length;
    return share >= SHARE && telling.length >= FEWEST_TELLING ? [{ type, score: share * 100 + telling.length }] : [];
  }).sort((left, right) => right.score - left.score);
  const [best, next] = found;
  return best && best.score > (next?.score ?? 0) ? best.type : undefined;
}
