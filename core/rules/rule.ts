import type { Source } from '../base/source.ts';
import type { DocumentModel, Field } from '../document/model.ts';
import type { DocumentKind, Role, Stage } from '../document/vocabulary.ts';
import type { StatusAnswer } from '../standards/catalogue.ts';
import type { UnitProfile } from '../unit/profile.ts';

export type Severity = 'error' | 'warning' | 'info';
export type Outcome = 'passed' | 'failed' | 'pending' | 'cannot-tell' | 'not-applicable' | 'errored';
/** Who can mend it. */
export type Actor = 'author' | 'reviewer' | 'approver' | 'office' | 'administrator';
/** Rank of the basis decides how loudly a rule may speak: unverified and custom never exceed info. */
export type Rank = 'law' | 'national' | 'local' | 'unit' | 'custom' | 'unverified';

export interface Basis {
  /** Regulation, standard or handout, as a Chinese name. */
  document: string;
  /** Clause as cited: 第二十二条, 8.2, 八之15. */
  clause: string;
}

/** One way in which a rule can speak. */
export interface Reason {
  /** `passed` with a reason is a remark: it holds, and there is something to know (签名图片，请目视核对). */
  outcome: Exclude<Outcome, 'errored'>;
  /** Chinese sentence with `{slots}`, ending in 。 Its first clause (up to ，) stands alone: the three lines show only that. */
  message: string;
  /** Only for failed; the rule's severity when left out. */
  severity?: Severity;
  /** The rule's actor when left out. */
  actor?: Actor;
  /** cannot-tell only: nothing was hidden, this form simply has no such box. Folded under 查了什么, never shown as 没读到. */
  quiet?: true;
}

/** What a rule says once: a reason, its slots, and where. An empty list of verdicts means passed. */
export interface Verdict<ReasonId extends string = string> {
  reason: ReasonId;
  slots?: Record<string, string | number>;
  /** Roles concerned; part of the finding's stable identity. */
  fields?: Role[];
  /** The sources of `fields` when left out. */
  sources?: Source[];
  /** Tells two findings of one reason and the same roles apart: a clause number, a designation. Stable over edits elsewhere. */
  subject?: string;
  /** Mechanical and safe only; never a name, a date or a number. */
  fix?: Fix;
}

export interface Fix {
  /** Chinese, what the fix does. */
  label: string;
  from: string;
  to: string;
}

/** All that a rule may look at. Pure data and pure functions; `today` is an ISO day. */
export interface RuleContext {
  document: DocumentModel;
  field(role: Role): Field;
  today: string;
  unit: UnitProfile | undefined;
  standardStatus(designation: string, on: string): StatusAnswer;
}

export interface Rule<ReasonId extends string = string> {
  /** File name; the thing first, then what holds of it. */
  id: string;
  /** Chinese, what holds when it is passed: 有拟稿人. */
  title: string;
  severity: Severity;
  /** Who can mend it unless the reason says otherwise. */
  actor: Actor;
  kinds: readonly DocumentKind[];
  /** Stages at which it speaks; all when left out. */
  stages?: readonly Stage[];
  /** Roles without which it has nothing to say: shown under 查了什么. */
  needs: readonly Role[];
  rank: Rank;
  basis: readonly Basis[];
  /** Indicators of the evaluation table that it protects: C10. */
  indicators: readonly string[];
  /** Days on which the basis is in force; open where left out. */
  inForce?: { from?: string; to?: string };
  /** classified-stop only: when it fails, nothing else of the document leaves the check. */
  stops?: true;
  reasons: Readonly<Record<ReasonId, Reason>>;
  /** Pure and synchronous. Throwing is caught by the engine and reported as errored. */
  check(context: RuleContext): Verdict<ReasonId>[];
}

/** Gives a rule its types: the reasons that `check` names must exist. */
export function defineRule<const ReasonId extends string>(rule: Rule<ReasonId>): Rule<ReasonId> {
  return rule;
}
