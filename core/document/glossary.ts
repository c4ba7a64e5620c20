import { remember } from '../base/remember.ts';
import { labelKey } from '../base/text.ts';
import {
  BY_FORM,
  CHIEF_SAYS,
  CHIEFS,
  type FormKind,
  LABELS_WITHOUT_ROLE,
  type LabelMeaning,
  OFFICES,
  ONLY_TOLD,
  OTHER_CASE,
  OTHER_THING,
  OTHERS,
  OWN_PROOFREADER,
  PEOPLE,
  PREFIXES,
  STEP_WORDS,
  SUFFIXES,
} from './terms.ts';
import { type DateRole, isPeopleRole, type PeopleRole, type Role } from './vocabulary.ts';

const MEANINGS: ReadonlyMap<string, LabelMeaning> = buildMeanings();

function buildMeanings(): Map<string, LabelMeaning> {
  const meanings = new Map<string, LabelMeaning>();
  const add = (role: Role, confidence: LabelMeaning['confidence'], words: string | undefined): void => {
    // The terms are written as `labelKey` writes them.
    for (const key of (words ?? '').split(' '))
      if (key !== '' && !meanings.has(key)) meanings.set(key, { role, confidence });
  };
  for (const confidence of ['exact', 'synonym', 'guessed'] as const)
    for (const term of [...PEOPLE, ...OTHERS]) add(term.role, confidence, term[confidence]);
  for (const term of PEOPLE) {
    const people = [...term.stems.split(' '), ...(term.personStems ?? '').split(' ')].filter(Boolean);
    for (const stem of people) add(term.role, 'synonym', `${stem}人 ${stem}人员 ${stem}者`);
    add(term.role, 'synonym', term.stems);
    const { dateRole } = term;
    if (dateRole)
      for (const stem of people) add(dateRole, 'synonym', `${stem}日期 ${stem}时间 ${stem}人日期 ${stem}人时间`);
  }
  for (const term of [...PEOPLE, ...OTHERS]) add(term.role, 'guessed', term.keys);
  return meanings;
}

/** A text with a digit that is not in a note behind it: no label has one. */
const NUMBERED = /^[^（(]*\d/u;

/** Longer texts are sentences and no labels. */
const LONGEST_LABEL = 18;

/**
 * What a label means. @param label as shown, with its stars, spaces and colon. Undefined when it has no role,
 * also where it only begins like one (拟稿部门, 拟办意见, 审批中心).
 */
export function roleOfLabel(label: string, form?: FormKind): LabelMeaning | undefined {
  const key = labelKey(label);
  if (key === '' || key.length > LONGEST_LABEL) return undefined;
  return meaningOf(key, form);
}

const MOST_KNOWN = 5_000;

/** Meanings by form and key: the same labels are asked for again and again, on one page and on the next. */
const meaningsOn: Readonly<Record<FormKind | 'any', (key: string) => LabelMeaning | undefined>> = {
  any: remember(MOST_KNOWN, (key) => findMeaning(key, undefined)),
  sending: remember(MOST_KNOWN, (key) => findMeaning(key, 'sending')),
  receiving: remember(MOST_KNOWN, (key) => findMeaning(key, 'receiving')),
  service: remember(MOST_KNOWN, (key) => findMeaning(key, 'service')),
};

const meaningOf = (key: string, form: FormKind | undefined): LabelMeaning | undefined => meaningsOn[form ?? 'any'](key);

function findMeaning(key: string, form: FormKind | undefined): LabelMeaning | undefined {
  const direct = (form && BY_FORM[form].get(key)) ?? MEANINGS.get(key) ?? MEANINGS.get(key.toLowerCase());
  if (direct) return direct;
  if (OWN_PROOFREADER.test(key)) return { role: 'proofreader', confidence: 'guessed' };
  if (LABELS_WITHOUT_ROLE.has(key) || OTHER_THING.test(key) || OTHER_CASE.test(key)) return undefined;
  for (const affix of [SUFFIXES, PREFIXES]) {
    const shorter = key.replace(affix, '');
    if (shorter === key || shorter === '') continue;
    const meaning = meaningOf(shorter, form);
    if (meaning) return meaning.confidence === 'exact' ? { ...meaning, confidence: 'synonym' } : meaning;
  }
  return CHIEF_SAYS.test(key) ? { role: 'approver', confidence: 'guessed' } : ofOffice(key, form);
}

/** What a label means for a person's act behind an office or a chief: 办公室核签, 中心领导审批意见. */
function ofOffice(key: string, form: FormKind | undefined): LabelMeaning | undefined {
  for (const front of [OFFICES, CHIEFS]) {
    const act = key.replace(front, '');
    if (act === key || act.length < 2) continue;
    const meaning = meaningOf(act, form);
    // 部门编制 is how many people an office may have.
    if (meaning && isPeopleRole(meaning.role) && meaning.role !== 'drafter')
      return meaning.confidence === 'exact' ? { ...meaning, confidence: 'synonym' } : meaning;
  }
  return undefined;
}

/** True for every label that forms are known to have, also those without a role: 拟稿部门 is a label and never a value. */
export function isKnownLabel(text: string): boolean {
  const key = labelKey(text);
  if (key === '' || key.length > LONGEST_LABEL || NUMBERED.test(key)) return false;
  if (LABELS_WITHOUT_ROLE.has(key) || meaningOf(key, undefined) !== undefined) return true;
  const opinion = key.replace(OFFICES, '');
  if (/意见$/u.test(opinion) && LABELS_WITHOUT_ROLE.has(opinion)) return true;
  const shorter = key.replace(OTHER_THING, '').replace(OTHER_CASE, '');
  return shorter !== key && shorter.length >= 2 && MEANINGS.has(shorter);
}

const LABELS = new Map<Role, string>([...PEOPLE, ...OTHERS].map((term) => [term.role, term.label]));

/** The word by which the product calls a role: 拟稿人, 签发日期. */
export function labelOfRole(role: Role): string {
  return LABELS.get(role) ?? role;
}

const DATE_OF_PERSON = new Map(PEOPLE.map((term) => [term.role, term.dateRole]));

/** Role of the date on which this person acted; undefined where the trade knows none. */
export function dateRoleOf(role: PeopleRole): DateRole | undefined {
  return DATE_OF_PERSON.get(role);
}

/** True for a label whose box takes what somebody thinks, signed or not: 审批意见, 领导批示. */
export const isOpinionLabel = (label: string): boolean => /(?:意见|批示|批语|批注|附言)$/u.test(labelKey(label));

/** True for a label, as `labelKey` writes it, of a sheet for a document that came from elsewhere: 来文机关, 收文编号. */
export const isIncomingLabel = (key: string): boolean => /^(?:来文|收文|来件)(?!登记表|处理|办理|管理)/u.test(key);

/** What a step of a workflow means for the document, when its name says so. */
export function roleOfStep(step: string): PeopleRole | undefined {
  return roleOfKey(labelKey(step));
}

const roleOfKey = remember(MOST_KNOWN, (key) =>
  ONLY_TOLD.test(key) ? undefined : STEP_WORDS.find(([word]) => word.test(key))?.[1],
);
