import { isPersonName, splitNames } from '../../base/names.ts';
import type { Source } from '../../base/source.ts';
import { squeeze } from '../../base/text.ts';
import { consents } from '../../document/trail/step.ts';
import type { UnitProfile } from '../../unit/profile.ts';
import { chaptersOf } from '../questions/clauses.ts';
import { isSamePerson, namesOf } from '../questions/people.ts';
import { isUnseen } from '../questions/sight.ts';
import { TEXT_REASONS, whyNoText } from '../questions/standard-text.ts';
import { defineRule, type Rule, type RuleContext, type Verdict } from '../rule.ts';

const REASONS = {
  'not-on-roster': { outcome: 'failed', message: '主要起草人{name}不在本单位的人员名单里，请核对。' },
  'none-in-trail': { outcome: 'failed', message: '主要起草人{names}都没有在流程里办理过，请核对。' },
  'cover-differs': {
    outcome: 'failed',
    severity: 'info',
    message: '封面的编制人{name}不在前言的主要起草人（{names}）里，请核对。',
  },
  unreadable: { outcome: 'cannot-tell', message: '编制人没读到，没有对完。', quiet: true },
  none: { outcome: 'not-applicable', message: '前言没有写主要起草人，没有可对的。' },
  ...TEXT_REASONS,
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

const DRAFTERS = /(?:主要)?起草人(?:员)?(?:为|是)?\s*[:：]\s*([^。\n]*)/u;
const BODIES = /起草单位\s*[:：]\s*([^。\n]*)/u;

export const draftersTookPart = defineRule({
  id: 'drafters-took-part',
  title: '主要起草人真的参加了编制',
  severity: 'warning',
  actor: 'author',
  kinds: ['standard'],
  basis: ['handout-8-11'],
  indicators: ['C10'],
  reasons: REASONS,
  check(context) {
    const why = whyNoText(context);
    if (why) return [{ reason: why }];
    const drafters = draftersOf(context);
    if (!drafters) return [{ reason: 'none' }];
    const unseen: Verdict<ReasonId>[] = isUnseen(context.document, context.field('drafter'))
      ? [{ reason: 'unreadable' }]
      : [];
    return [...ofRoster(context, drafters), ...ofTrail(context, drafters), ...ofCover(context, drafters), ...unseen];
  },
});

interface Drafters {
  names: string[];
  /** Bodies that drafted it, as written; '' when the preface does not say. */
  bodies: string;
  sources: Source[];
}

function draftersOf({ document }: RuleContext): Drafters | undefined {
  const preface = chaptersOf(document).find(({ title }) => title === '前言')?.blocks ?? [];
  const block = preface.find(({ text }) => DRAFTERS.test(text));
  const names = splitNames(DRAFTERS.exec(block?.text ?? '')?.[1] ?? '');
  const bodies = preface.map(({ text }) => BODIES.exec(text)?.[1]).find((found) => found !== undefined) ?? '';
  return block && names.length > 0 ? { names, bodies: squeeze(bodies), sources: [block.source] } : undefined;
}

/** People of other bodies that drafted it with the unit are on no roster of its own. */
function ofRoster({ unit }: RuleContext, { names, bodies, sources }: Drafters): Verdict<ReasonId>[] {
  if (!unit || unit.people.length === 0 || !isAlone(unit, bodies)) return [];
  return names
    .filter((name) => !unit.people.some((person) => isSamePerson(name, person.name)))
    .map((name) => ({ reason: 'not-on-roster', slots: { name }, subject: name, sources }));
}

const isAlone = ({ name, retiredNames = [] }: UnitProfile, bodies: string): boolean =>
  bodies === '' || [name, ...retiredNames].map(squeeze).includes(bodies);

/** Not everybody who drafts handles the document in the system; that none of them did is odd. */
function ofTrail({ document }: RuleContext, { names, sources }: Drafters): Verdict<ReasonId>[] {
  const steps = document.trail.filter(consents);
  const acted = steps.flatMap(({ actors }) => actors);
  // Where the record names a login or nobody, the person may well be that one.
  if (acted.length === 0 || steps.some(({ actors }) => actors.length === 0) || !acted.every(isPersonName)) return [];
  const took = names.some((name) => acted.some((actor) => isSamePerson(name, actor) || isSamePerson(actor, name)));
  return took ? [] : [{ reason: 'none-in-trail', slots: { names: names.join('、') }, sources }];
}

function ofCover({ field }: RuleContext, { names, sources }: Drafters): Verdict<ReasonId>[] {
  const box = field('drafter');
  return namesOf(box)
    .filter((name) => !names.some((other) => isSamePerson(name, other) || isSamePerson(other, name)))
    .map((name) => ({
      reason: 'cover-differs',
      slots: { name, names: names.join('、') },
      fields: ['drafter'],
      subject: name,
      sources: [...box.sources, ...sources],
    }));
}
