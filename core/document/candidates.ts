import type { Block } from '../base/block.ts';
import { readDate } from '../base/dates.ts';
import { isBodyName, isPersonName, splitNames } from '../base/names.ts';
import type { Source } from '../base/source.ts';
import { cleanText, compareText, hasHan, labelKey, rowOf, squeeze } from '../base/text.ts';
import { isWritable, type LabelledValue } from '../pairing/pair.ts';
import { dateRoleOf, isKnownLabel, isOpinionLabel, roleOfLabel } from './glossary.ts';
import type { Field, TrailStep } from './model.ts';
import type { DocumentParts } from './parts.ts';
import type { FormKind } from './terms.ts';
import { endOfTitle, isOfficialTitle } from './title.ts';
import { actsOfBox, trailOfRow } from './trail/act.ts';
import { consents, isRefusal } from './trail/step.ts';
import { readValue } from './values.ts';
import {
  type FieldState,
  type FieldValue,
  isDateRole,
  isPeopleRole,
  type PeopleRole,
  type Role,
} from './vocabulary.ts';

/** Where a candidate was found. A box wins over the workflow record and both over running text. */
type Origin = 'box' | 'trail' | 'text';

export interface Candidate {
  role: Role;
  origin: Origin;
  confidence: Field['confidence'];
  state: Exclude<FieldState, 'absent'>;
  value?: FieldValue;
  label: string;
  written: string;
  source: Source;
  hidden: boolean;
  unverified: boolean;
  /** Foretold by the flow: an empty box that a later step fills. */
  predicted: boolean;
  /** The person at the page can write in it now. */
  writable: boolean;
  /** When it was signed, by the box itself. */
  time?: string;
}

function meaningOf(
  pair: LabelledValue,
  { parts, form, numbered }: PairGround,
): { role: Role; confidence: Field['confidence'] } | undefined {
  if (pair.taught !== undefined) return pair.taught === null ? undefined : { role: pair.taught, confidence: 'taught' };
  const key = labelKey(pair.label);
  const taught = rowOf(parts.family?.labels, key);
  if (taught !== undefined) return taught ?? undefined;
  return numbered && key === '来文编号'
    ? { role: 'receiptNumber', confidence: 'synonym' }
    : roleOfLabel(pair.label, form);
}

/** What a pair is judged by. */
export interface PairGround {
  parts: DocumentParts;
  form: FormKind | undefined;
  trail: readonly TrailStep[];
  /** The number that the sender gave has a box of its own. */
  numbered: boolean;
}

/** What a label and its value say of a role, and of the day beside a name; [] where the label means none. */
export function candidatesOfPair(pair: LabelledValue, origin: Origin, ground: PairGround): Candidate[] {
  const { parts, trail } = ground;
  const meaning = meaningOf(pair, ground);
  if (!meaning) return [];
  const { role, confidence } = meaning;
  // What a person pointed at needs no label that speaks for it.
  const taught = confidence === 'taught';
  // Acts with their time are told by the trail, which knows which of them still stand.
  if (!taught && isPeopleRole(role) && trailOfRow(pair, parts.family?.steps).length > 0 && !pair.hidden) return [];
  const base = {
    origin,
    confidence,
    label: cleanText(pair.label).replace(/[:：]$/u, ''),
    written: pair.value,
    source: pair.source,
    hidden: pair.hidden === true,
    unverified: false,
    predicted: pair.predicted === true,
    // Who acts signs an opinion by acting, and writes no name into its box.
    writable: isWritable(pair) && !isOpinionLabel(pair.label),
  };
  if (pair.predicted) return [{ role, ...base, state: 'blank' }];
  const [act] = isPeopleRole(role) ? actsOfBox(pair.value) : [];
  const read =
    pair.state === 'unreadable'
      ? { state: 'unreadable' as const }
      : act
        ? { state: 'present' as const, value: act.actors }
        : readValue(role, pair.value);
  if (!taught && isPeopleRole(role) && isBeingWritten(pair)) return [{ role, ...base, state: 'blank' }];
  if (!taught && isPeopleRole(role) && read.state === 'present' && namesOnlyLabels(read.value))
    return [{ role, ...base, state: 'blank' }];
  if (!taught && read.state === 'present' && isOtherThing(pair, role, read.value)) return [];
  const named = read.state === 'present';
  const picture = isPeopleRole(role) && (pair.picture === true || pair.box === 'picture') && !named;
  if (picture)
    return [
      { role, ...base, state: 'present', value: signerOf(role, trail), unverified: true },
      ...dateWithin(role, pair, base),
    ];
  const unfinished = parts.unfinished === true && read.state === 'blank';
  const state = unfinished || (pair.box === 'picture' && !named) ? 'unreadable' : read.state;
  const time = act?.time === undefined ? {} : { time: act.time };
  return [
    { role, ...base, ...read, ...time, state },
    ...(named && isPeopleRole(role) ? dateWithin(role, pair, { ...base, ...time }) : []),
  ];
}

/** Whether what stands beside a label is no value of its role after all. */
function isOtherThing({ kind, value: written }: LabelledValue, role: Role, value: FieldValue | undefined): boolean {
  if (isPeopleRole(role) && (isWay(written) || isOfficialTitle(written))) return true;
  // In running text a label may be a word of a sentence or of a menu: 审核：3 条.
  if (kind === 'inline-text' && isPeopleRole(role) && !namesSomebody(value)) return true;
  // 地址 | STRING: what a table of data says of a field.
  if (role === 'address' && typeof value === 'string' && !hasHan(value)) return true;
  if (isPeopleRole(role) && Array.isArray(value) && value.every((one) => CODE.test(one))) return true;
  // 联系方式 | 手机, 版本号 | 修改者: heads of columns that stand side by side, or a label with labels of its own.
  return HOLDS_NO_LABEL.has(role) && isHead(role, value);
}

/** 李明 → 王芳: whom the flow will ask one after another, and nobody who signed. */
function isWay(text: string): boolean {
  const parts = text.split(ARROW);
  return parts.length > 1 && parts.every((part) => isPersonName(part));
}
const ARROW = /\s*(?:→|->|➔|⇒)\s*/u;

/** Roles whose value is never the word of a label. */
const HOLDS_NO_LABEL: ReadonlySet<Role> = new Set(['issuer', 'contact', 'phone', 'version'] satisfies Role[]);
/** 内部审核 | M6: the code of a process, of a clause or of a form stands where a person would. */
const CODE = /^[A-Za-z]{0,4}[-—.]?\d[\d.—-]*$/u;
/** What a table of fields says of each: 联系人 | 是 | 20. */
const ANSWER = /^[是否有无√×✓✔]$/u;
/** A version is told by a number, a letter or a word such as 试行版. */
const VERSION = /[\dA-Za-z一二三四五六七八九十首初终定新稿版试]/u;

function isHead(role: Role, value: FieldValue | undefined): boolean {
  if (typeof value !== 'string') return false;
  return isKnownLabel(value) || ANSWER.test(value) || (role === 'version' && !VERSION.test(value));
}

/** An opinion in a box that can be written in: signed by nobody yet, unless a name stands there alone or with its time. */
function isBeingWritten(pair: LabelledValue): boolean {
  if (!isWritable(pair) || pair.state !== 'filled') return false;
  if (!isOpinionLabel(pair.label) && !/[，。；！]/u.test(pair.value)) return false;
  return (
    readDate(pair.value) === undefined &&
    splitNames(pair.value).join('') !== squeeze(pair.value).replace(/[、，,；;]/gu, '')
  );
}

/** 校对：印份 — the next label stands where the value is missing. */
function namesOnlyLabels(value: FieldValue | undefined): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((name) => isKnownLabel(name));
}

function namesSomebody(value: FieldValue | undefined): boolean {
  return Array.isArray(value) && value.some((name) => isPersonName(name) || isBodyName(name));
}

/** The person who signed, by the workflow record; [] when it does not tell. */
function signerOf(role: PeopleRole, trail: readonly TrailStep[]): string[] {
  return standingSteps(trail).findLast((step) => step.role === role && step.actors.length > 0)?.actors ?? [];
}

/** The day in a signer's own box: 同意。赵国强 2026-03-18. */
function dateWithin(role: PeopleRole, pair: LabelledValue, base: Omit<Candidate, 'role' | 'state'>): Candidate[] {
  const dateRole = dateRoleOf(role);
  const date = readDate(pair.value);
  return dateRole && date ? [{ ...base, role: dateRole, state: 'present', value: date.iso ?? date.raw }] : [];
}

/** Consents that still stand: those before the last time that the document was sent back do not. */
function standingSteps(trail: readonly TrailStep[]): TrailStep[] {
  const isBack = (step: TrailStep, at: number): boolean =>
    step.state === 'current' && step.role === 'drafter' && at > 0;
  return trail.slice(trail.findLastIndex((step, at) => isRefusal(step) || isBack(step, at)) + 1).filter(consents);
}

/** Who acted by the workflow record, and when. */
export function candidatesOfTrail(trail: readonly TrailStep[]): Candidate[] {
  const steps = new Map<PeopleRole, TrailStep>();
  for (const step of trail)
    if (step.role === 'drafter' && consents(step) && !steps.has('drafter')) steps.set('drafter', step);
  for (const step of standingSteps(trail)) {
    const { role } = step;
    if (role === undefined || role === 'drafter') continue;
    // Of several who countersign each counts, and none is the last word.
    const before = role === 'countersigner' ? (steps.get(role)?.actors ?? []) : [];
    steps.set(role, { ...step, actors: [...new Set([...before, ...step.actors])] });
  }
  return [...steps].flatMap(([role, step]) => {
    const base = {
      origin: 'trail' as const,
      confidence: 'synonym' as const,
      label: '',
      written: [step.step, ...step.actors, step.action, step.time].filter(Boolean).join(' '),
      source: step.source,
      hidden: step.hidden === true,
      unverified: step.unverified === true || step.actors.length === 0,
      predicted: false,
      writable: false,
    };
    const dateRole = dateRoleOf(role);
    return [
      { role, ...base, state: 'present' as const, value: step.actors },
      ...(dateRole && step.time !== undefined
        ? [{ role: dateRole, ...base, unverified: false, state: 'present' as const, value: step.time }]
        : []),
    ];
  });
}

/** The title that stands over the text. */
export function titleCandidate(title: string, blocks: readonly Block[]): Candidate[] {
  const whole = blocks.find((one) => !one.hidden && cleanText(one.text.replaceAll('\n', '')) === title);
  const block = whole ?? blocks[endOfTitle(blocks, title)];
  if (!block) return [];
  return [
    {
      role: 'title',
      origin: 'text',
      confidence: 'synonym',
      state: 'present',
      value: title,
      label: '',
      written: title,
      source: block.source,
      hidden: false,
      unverified: false,
      predicted: false,
      writable: false,
    },
  ];
}

/** 0月 1 日: what a scan left of a day is no day beside one that was read whole. */
const isPartOfDay = ({ role, state, value }: Candidate): boolean =>
  isDateRole(role) && state === 'present' && !/^\d{4}-\d\d-\d\d/u.test(String(value));

const LAST_DECIDES: ReadonlySet<Role> = new Set(['approver', 'approvedOn', 'reviewedOn'] satisfies Role[]);
const STATE_ORDER: readonly FieldState[] = ['present', 'unreadable', 'blank'];
const CONFIDENCE_ORDER: readonly Field['confidence'][] = ['taught', 'exact', 'synonym', 'guessed'];

/**
 * Best first: in sight, taught by a person, in a box or record, of a sure label, a box before the record (it shows what it holds, and no more),
 * filled, of the surest label, first on the page.
 */
export function compareCandidates(left: Candidate, right: Candidate): number {
  const rank = (candidate: Candidate): number[] => [
    Number(candidate.hidden),
    Number(candidate.confidence !== 'taught'),
    Number(candidate.origin === 'text'),
    Number(candidate.confidence === 'guessed'),
    Number(candidate.origin === 'trail'),
    STATE_ORDER.indexOf(candidate.state),
    Number(isPartOfDay(candidate)),
    CONFIDENCE_ORDER.indexOf(candidate.confidence),
  ];
  const [one, other] = [rank(left), rank(right)];
  const first = one.map((value, index) => value - (other[index] ?? 0)).find((difference) => difference !== 0);
  if (first !== undefined) return first;
  // Of several chiefs who decided, the last one signed it; the review is over with the last reviewer.
  return LAST_DECIDES.has(left.role) ? compareText(right.time ?? '', left.time ?? '') : 0;
}
