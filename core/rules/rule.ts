import type { Source } from '../base/source.ts';
import type { DocumentDay } from '../document/day.ts';
import type { DocumentModel, Field } from '../document/model.ts';
import type { DocumentKind, Role } from '../document/vocabulary.ts';
import type { StatusAnswer } from '../standards/catalogue.ts';
import type { UnitProfile } from '../unit/profile.ts';
import { CLAUSES, type ClauseId, type Standing, standingOf } from './basis.ts';

export type Severity = 'error' | 'warning' | 'info';
export type Outcome = 'passed' | 'failed' | 'pending' | 'cannot-tell' | 'not-applicable' | 'errored';
/** Who can mend it, in the order in which they handle a document. */
export const ACTORS = ['author', 'reviewer', 'approver', 'office', 'administrator'] as const;
export type Actor = (typeof ACTORS)[number];

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

/** Another document that is known, for rules that compare. */
export interface OtherDocument {
  /** How a person finds it: 第3行. */
  name: string;
  title: string;
}

/**
 * Other documents of the same register that bear the same number. A role is missing where nobody can tell: the numbers there
 * are not given once each, or their years are not known.
 */
export type Beside = Readonly<Partial<Record<NumberRole, readonly OtherDocument[]>>>;
export type NumberRole = Extract<Role, 'docNumber' | 'receiptNumber'>;

/** All that a rule may look at. Pure data and pure functions; `today` is an ISO day. */
export interface RuleContext {
  document: DocumentModel;
  field(role: Role): Field;
  today: string;
  /** The day by whose law the document is judged. */
  day: DocumentDay;
  unit: UnitProfile | undefined;
  /** Undefined: the document is judged alone. */
  beside?: Beside;
  standardStatus(designation: string, on: string): StatusAnswer;
}

/** What the file of a rule states. */
interface RuleDraft<ReasonId extends string> {
  /** File name; the thing first, then what holds of it. */
  id: string;
  /** Chinese, what holds when it is passed: 有拟稿人. */
  title: string;
  severity: Severity;
  /** Who can mend it unless the reason says otherwise. */
  actor: Actor;
  kinds: readonly DocumentKind[];
  /** Rows of the table of clauses; the first leads, and from it follow the rank and the days in force. */
  basis: readonly ClauseId[];
  /** Rows for documents of the time before, when the edition before was in force; the first leads there. */
  earlier?: readonly ClauseId[];
  /** Indicators of the evaluation table that it protects: C10. */
  indicators: readonly string[];
  /** classified-stop only: when it fails, nothing else of the document leaves the check. */
  stops?: true;
  reasons: Readonly<Record<ReasonId, Reason>>;
  /** Pure and synchronous. Throwing is caught by the engine and reported as errored. */
  check(context: RuleContext): Verdict<ReasonId>[];
}

export interface Rule<ReasonId extends string = string>
  extends Omit<RuleDraft<ReasonId>, 'basis' | 'earlier'>,
    Standing {
  /** What it leans on for documents of the time before its basis. */
  earlier?: Standing;
}

/** Gives a rule its types, so that the reasons that `check` names exist, and what follows from its basis. */
export function defineRule<const ReasonId extends string>(draft: RuleDraft<ReasonId>): Rule<ReasonId> {
  const { basis, earlier, ...rest } = draft;
  return { ...rest, ...standingOfRows(basis), ...(earlier ? { earlier: standingOfRows(earlier) } : {}) };
}

const standingOfRows = (ids: readonly ClauseId[]): Standing => standingOf(ids.map((id) => CLAUSES[id]));
