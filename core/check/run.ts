import type { Source } from '../base/source.ts';
import type { Role } from '../document/vocabulary.ts';
import type { Basis } from '../rules/basis.ts';
import type { Actor, Fix, Outcome, Severity } from '../rules/rule.ts';

/** One judgement of one rule about one document. */
export interface Finding {
  /** Hash of document key + rule + reason + roles + subject: stable over runs. */
  id: string;
  rule: string;
  /** The rule's title, what holds when it is passed: screens show it without knowing the rules. */
  title: string;
  reason: string;
  outcome: Outcome;
  /** Only of a failed one does severity matter; info otherwise. */
  severity: Severity;
  message: string;
  fields: Role[];
  sources: Source[];
  basis: Basis[];
  indicators: string[];
  actor: Actor;
  fix?: Fix;
  /** cannot-tell only: not shown as 没读到, because the form has no such box or because a note of the reader says it once for all. */
  quiet?: true;
}

/** Counted from the findings, nowhere else. */
export interface Summary {
  error: number;
  warning: number;
  info: number;
  pending: number;
  cannotTell: number;
  /** How many of `cannotTell` are quiet. */
  quiet: number;
  passed: number;
  notApplicable: number;
  errored: number;
}

export interface CheckRun {
  schema: 'duibiao/run@1';
  /** New for each run. */
  runId: string;
  /** When it ran, ISO date-time. */
  at: string;
  documentKey: string;
  /** SHA-256 of each input: document, unit profile, catalogue. */
  fingerprints: { document: string; unit: string; catalogue: string };
  reader: string;
  rulePack: string;
  catalogue: { version: string; issuedOn: string };
  today: string;
  findings: Finding[];
  /** A stopping rule failed: nothing of the document may be shown, kept or written. */
  stopped: boolean;
  summary: Summary;
  /** Milliseconds per rule id; left out of comparisons. */
  times: Record<string, number>;
}
