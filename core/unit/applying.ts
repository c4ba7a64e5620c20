import { halfWidth, squeeze } from '../base/text.ts';
import { hasEnded, statusOn } from '../standards/status.ts';
import type { AppliesRule, ServiceItem, UnitProfile } from './profile.ts';
import { registerOf } from './standards.ts';

/** Why a standard applies to a service: the list of services names it, or a rule says so. */
export type ApplyReason = { kind: 'named' } | { kind: 'rule'; text: string };

/** A standard that a service goes by. */
export interface AppliedStandard {
  designation: string;
  reason: ApplyReason;
}

const WORDS = {
  named: '事项清单列明',
  rule: '按规则：{text}',
  serviceType: '事项类型是“{text}”',
  department: '实施主体是“{text}”',
  words: '名称里有“{text}”',
  or: '”或“',
  and: '，',
  note: '（{text}）',
} as const;

const put = (sentence: string, text: string): string => sentence.replace('{text}', () => text);

/** What a rule asks, in words: 事项类型是“行政给付”，名称里有“救助”或“补贴”. */
export function ruleText({ serviceType, department, words = [], note }: AppliesRule): string {
  const asked = [
    serviceType === undefined ? '' : put(WORDS.serviceType, serviceType),
    department === undefined ? '' : put(WORDS.department, department),
    words.length === 0 ? '' : put(WORDS.words, words.join(WORDS.or)),
  ].filter(Boolean);
  return asked.join(WORDS.and) + (note === undefined ? '' : put(WORDS.note, note));
}

/** Why a standard applies, in words. */
export const reasonText = (reason: ApplyReason): string =>
  reason.kind === 'named' ? WORDS.named : put(WORDS.rule, reason.text);

/** Whether a rule asks for anything: one that does not would apply its standard to everything. */
export const hasCondition = ({ serviceType = '', department = '', words = [] }: Partial<AppliesRule>): boolean =>
  serviceType !== '' || department !== '' || words.length > 0;

const keyOf = (text: string): string => halfWidth(squeeze(text)).toLowerCase();

/** A rule with what it asks in the form in which that is compared: it is asked of every service. */
interface Asked {
  rule: AppliesRule;
  serviceType: string | undefined;
  department: string | undefined;
  words: string[];
}

const askedBy = (rule: AppliesRule): Asked => ({
  rule,
  serviceType: rule.serviceType && keyOf(rule.serviceType),
  department: rule.department && keyOf(rule.department),
  words: (rule.words ?? []).map(keyOf),
});

/** A text of a service, and the several that may stand in it (民政办、残联). */
const textsIn = (text = ''): string[] => [keyOf(text), ...keyOf(text).split(/[、，,;；/]/u)];

/** Asks of a service whether all that a rule says holds; words are looked for in its name, with that of its main item. */
function fitting(service: ServiceItem): (asked: Asked) => boolean {
  const [types, departments] = [textsIn(service.serviceType), textsIn(service.department)];
  const names = [service.name, service.parent ?? ''].map(keyOf);
  return ({ serviceType, department, words }) =>
    (serviceType === undefined || types.includes(serviceType)) &&
    (department === undefined || departments.includes(department)) &&
    (words.length === 0 || words.some((word) => names.some((name) => name.includes(word))));
}

/**
 * The one answer to the question which standards a service goes by on a day: those that it names, in their order, and then
 * those of the unit's rules, each standard once and with its reason. What is replaced or withdrawn by the unit's own register
 * on that day no rule applies; what is named stays, so that somebody sees it. Pure. @param on ISO day
 */
export function applyingIn(unit: UnitProfile, on: string): (service: ServiceItem) => AppliedStandard[] {
  const isOver = (designation: string): boolean => hasEnded(statusOn(registerOf(unit), designation, on));
  const rules = (unit.applies ?? []).filter((rule) => hasCondition(rule) && !isOver(rule.standard)).map(askedBy);
  return (service) => {
    const applied = new Map<string, ApplyReason>(service.standards.map((one) => [one, { kind: 'named' }]));
    const fits = fitting(service);
    for (const asked of rules)
      if (!applied.has(asked.rule.standard) && fits(asked))
        applied.set(asked.rule.standard, { kind: 'rule', text: ruleText(asked.rule) });
    return [...applied].map(([designation, reason]) => ({ designation, reason }));
  };
}
