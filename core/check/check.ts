import { canonicalJson } from '../base/canonical.ts';
import { sha256Now } from '../base/hash.ts';
import { placeKey } from '../base/place.ts';
import { PROBLEM_SENTENCES } from '../base/problems.ts';
import { remember } from '../base/remember.ts';
import type { Source } from '../base/source.ts';
import { compareText, fillSlots } from '../base/text.ts';
import { documentDay } from '../document/day.ts';
import { type DocumentModel, type Field, fieldOf } from '../document/model.ts';
import { ROLES, type Role } from '../document/vocabulary.ts';
import { type Standing, standingOn } from '../rules/basis.ts';
import { RULE_PACK_VERSION, RULES } from '../rules/index.ts';
import type { Beside, Outcome, Reason, Rule, RuleContext, Severity, Verdict } from '../rules/rule.ts';
import type { CataloguePack } from '../standards/catalogue.ts';
import type { UnitProfile } from '../unit/profile.ts';
import { statusWithUnit } from '../unit/standards.ts';
import type { CheckRun, Finding, Summary } from './run.ts';
import { type Sight, sightOf, sureVerdicts } from './sight.ts';

export interface CheckOptions {
  unit?: UnitProfile;
  catalogue: CataloguePack;
  /** ISO day. */
  today: string;
  /** All rules when left out. */
  rules?: readonly Rule[];
  /** What is known of other documents; left out, the document is judged alone. */
  beside?: Beside;
  /** By rule id. Takes the place of the rule's severity; never lifts it over the cap of its rank. A stopping rule cannot be turned off. */
  severities?: Readonly<Record<string, Severity | 'off'>>;
  /** False for a run that is told and not kept: its id and the fingerprints of unit and catalogue stay empty. */
  kept?: boolean;
  runId?: string;
  /** ISO date-time of the run. */
  at?: string;
  /** Milliseconds; only differences are used. */
  clock?: () => number;
}

/**
 * Runs every rule over one document. Never throws because of a rule: a rule that throws, or says what it has no
 * words for, is `errored` and the others go on. Same inputs give the same result, apart from `runId`, `at` and `times`.
 */
export function checkDocument(model: DocumentModel, options: CheckOptions): CheckRun {
  const rules = options.rules ?? RULES;
  const clock = options.clock ?? (() => performance.now());
  const times: Record<string, number> = {};
  const sight = sightOf(contextOf(model, options));
  const findings: Finding[] = [];
  let stopped = false;
  for (const rule of rules) {
    const start = clock();
    const judged = judge(rule, sight, options.severities?.[rule.id]);
    times[rule.id] = clock() - start;
    stopped = rule.stops === true && judged.some((finding) => finding.outcome === 'failed');
    if (stopped) {
      findings.splice(0, findings.length, ...judged);
      break;
    }
    findings.push(...judged);
  }
  findings.sort((left, right) => weight(left) - weight(right));
  return {
    schema: 'duibiao/run@1',
    runId: options.runId ?? (options.kept === false ? '' : crypto.randomUUID()),
    at: options.at ?? new Date().toISOString(),
    documentKey: model.key,
    fingerprints: {
      document: model.sha256,
      unit: options.unit && options.kept !== false ? fingerprint(options.unit) : '',
      catalogue: options.kept === false ? '' : (options.catalogue.digest ?? fingerprint(options.catalogue)),
    },
    reader: model.reader.id,
    rulePack: rulePackOf(rules),
    catalogue: { version: options.catalogue.version, issuedOn: options.catalogue.issuedOn },
    today: options.today,
    findings,
    stopped,
    summary: summarise(findings),
    times,
  };
}

/** Counts findings; the only place where a summary is made. */
export function summarise(findings: readonly Finding[]): Summary {
  const failed: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const count: Record<Outcome, number> = {
    ...{ passed: 0, failed: 0, pending: 0 },
    ...{ 'cannot-tell': 0, 'not-applicable': 0, errored: 0 },
  };
  let quiet = 0;
  for (const finding of findings) {
    count[finding.outcome] += 1;
    if (finding.outcome === 'failed') failed[finding.severity] += 1;
    if (finding.quiet === true) quiet += 1;
  }
  const { pending, passed, errored } = count;
  return {
    ...failed,
    pending,
    cannotTell: count['cannot-tell'],
    quiet,
    passed,
    notApplicable: count['not-applicable'],
    errored,
  };
}

/** What may leave the check of a model whose run was stopped: which document it is, and nothing that it says. */
export function withoutContent(model: DocumentModel): DocumentModel {
  const { uri, sha256, key, from, reader, kind, kindWord, direction, stage, isDocument } = model;
  return {
    ...{ uri, sha256, key, from, reader, kind, kindWord, direction, stage, isDocument },
    ...{ kindReason: '', stageReason: '', title: '' },
    ...{ fields: [], pairs: [], trail: [], blocks: [], citations: [], attachments: [], notes: [] },
  };
}

/** What the engine itself says about a rule, in the place of a reason of the rule. */
const ENGINE_REASONS = {
  passed: { outcome: 'passed', message: '{rule}。' },
  off: { outcome: 'not-applicable', message: '这条规则已关闭。' },
  'no-document': { outcome: 'not-applicable', message: '这一页不是文件，没有查。' },
  'other-kind': { outcome: 'not-applicable', message: '这条规则不查这一类文件。' },
  'not-in-force': { outcome: 'not-applicable', message: '文件的日期不在依据的有效期内。' },
  hidden: { outcome: 'cannot-tell', message: '有看不到的内容，没有判断完。', quiet: true },
  'rule-failed': { outcome: 'errored', message: PROBLEM_SENTENCES['rule-failed'] },
} as const satisfies Record<string, { outcome: Outcome; message: string; quiet?: true }>;
type EngineReason = keyof typeof ENGINE_REASONS;

function contextOf(model: DocumentModel, options: CheckOptions): RuleContext {
  const fields = new Map<Role, Field>(ROLES.map((role) => [role, fieldOf(model, role)]));
  return {
    document: model,
    field: (role) => fields.get(role) ?? fieldOf(model, role),
    today: options.today,
    day: documentDay(model, options.today),
    unit: options.unit,
    ...(options.beside && { beside: options.beside }),
    standardStatus: statusWithUnit(options.catalogue, options.unit),
  };
}

function judge(rule: Rule, sight: Sight, wanted: Severity | 'off' | undefined): Finding[] {
  const { context } = sight;
  const out = rule.stops ? undefined : whyNot(rule, context, wanted);
  if (out) return [engineFinding(rule, context, out)];
  try {
    const { verdicts, doubt } = sureVerdicts(rule, sight);
    const findings = verdicts.map((verdict) => findingOf(rule, context, verdict, wanted));
    if (doubt) findings.push(engineFinding(rule, context, 'hidden'));
    return findings.length === 0 ? [engineFinding(rule, context, 'passed')] : unite(findings);
  } catch {
    return [engineFinding(rule, context, 'rule-failed')];
  }
}

/** Why a rule is not run on this document at all. */
function whyNot(
  rule: Rule,
  { document, day: { day } }: RuleContext,
  wanted: Severity | 'off' | undefined,
): EngineReason | undefined {
  if (wanted === 'off') return 'off';
  if (!document.isDocument) return 'no-document';
  if (!rule.kinds.includes(document.kind)) return 'other-kind';
  return standingOn(rule, day) ? undefined : 'not-in-force';
}

/** What the rule leans on when it judges this document. */
const standingFor = (rule: Rule, { day: { day } }: RuleContext): Standing => standingOn(rule, day) ?? rule;

function engineFinding(rule: Rule, context: RuleContext, reason: EngineReason): Finding {
  const { outcome, message, ...rest } = ENGINE_REASONS[reason];
  return {
    id: findingId(context.document.key, rule.id, reason, [], ''),
    rule: rule.id,
    title: rule.title,
    reason,
    outcome,
    severity: 'info',
    message: fillSlots(message, { rule: rule.title }),
    fields: [],
    sources: [],
    basis: [...standingFor(rule, context).basis],
    indicators: [...rule.indicators],
    actor: rule.actor,
    ...rest,
  };
}

function findingOf(rule: Rule, context: RuleContext, verdict: Verdict, wanted: Severity | 'off' | undefined): Finding {
  const reason = rule.reasons[verdict.reason] as Reason;
  const fields = [...(verdict.fields ?? [])].sort(compareText);
  const sources = verdict.sources ?? fields.flatMap((role) => context.field(role).sources);
  const cannotTell = reason.outcome === 'cannot-tell';
  return {
    id: findingId(context.document.key, rule.id, verdict.reason, fields, verdict.subject ?? ''),
    rule: rule.id,
    title: rule.title,
    reason: verdict.reason,
    outcome: reason.outcome,
    severity: reason.outcome === 'failed' ? severityOf(rule, standingFor(rule, context), reason, wanted) : 'info',
    message: fillSlots(reason.message, verdict.slots ?? {}),
    fields,
    sources,
    basis: [...standingFor(rule, context).basis],
    indicators: [...rule.indicators],
    actor: reason.actor ?? rule.actor,
    ...(verdict.fix ? { fix: verdict.fix } : {}),
    ...(cannotTell && (reason.quiet || toldByNote(context.document, sources)) ? { quiet: true } : {}),
  };
}

/** A note of the reader names the part that was not read; what rules miss in that part is not said again rule by rule. */
function toldByNote(document: DocumentModel, sources: readonly Source[]): boolean {
  const told = document.notes.filter((note) => note.kind === 'unreadable' || note.kind === 'incomplete');
  return (
    told.length > 0 && sources.every((source) => told.some((note) => note.source && samePart(note.source, source)))
  );
}

function samePart(left: Source, right: Source): boolean {
  return placeOf(left) === placeOf(right);
}

function placeOf(source: Source): string {
  if (source.from === 'page') return `page\n${source.frame}\n${source.path}`;
  return source.from === 'file' ? `file\n${source.name}\n${placeKey(source.place)}` : `entered\n${source.when}`;
}

const LOUDNESS: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };
const softer = (left: Severity, right: Severity): Severity => (LOUDNESS[left] <= LOUDNESS[right] ? left : right);

/** The wanted severity replaces the rule's; a reason's own is only ever lowered; the rank's cap is last. */
function severityOf(rule: Rule, standing: Standing, reason: Reason, wanted: Severity | 'off' | undefined): Severity {
  const ofRule = wanted === undefined || wanted === 'off' ? rule.severity : wanted;
  const own = reason.severity ?? ofRule;
  const chosen = wanted === undefined || rule.stops ? own : softer(own, ofRule);
  return softer(chosen, severityCap(standing));
}

/** How loudly the rank of its basis lets a rule speak. */
export function severityCap({ rank }: Pick<Standing, 'rank'>): Severity {
  return rank === 'unverified' || rank === 'custom' ? 'info' : 'error';
}

/** Ids of the last checks, by document: a page is checked again whenever it changes, and most findings stay. */
const idsOf = remember(10, (_key: string): Map<string, string> => new Map());
const MOST_IDS = 1_000;

/** Stable over runs and over edits elsewhere in the document. */
function findingId(key: string, rule: string, reason: string, fields: readonly string[], subject: string): string {
  const ids = idsOf(key);
  const what =
    fields.length === 0 && subject === '' ? `${rule} ${reason}` : JSON.stringify([rule, reason, fields, subject]);
  const known = ids.get(what);
  if (known !== undefined) return known;
  const id = sha256Now(JSON.stringify([key, rule, reason, fields, subject])).slice(0, 24);
  if (ids.size >= MOST_IDS) ids.clear();
  ids.set(what, id);
  return id;
}

/** Two verdicts of one reason, roles and subject are one finding with several places. */
function unite(findings: readonly Finding[]): Finding[] {
  const byId = new Map<string, Finding>();
  for (const finding of findings) {
    const first = byId.get(finding.id);
    byId.set(finding.id, first ? { ...first, sources: [...first.sources, ...finding.sources] } : finding);
  }
  return [...byId.values()];
}

/** What matters most comes first; among equals the order of the rules, then the order in which the rule spoke. */
function weight(finding: Finding): number {
  if (finding.outcome === 'failed') return 2 - LOUDNESS[finding.severity];
  return 3 + AFTER_FAILED.indexOf(finding.outcome);
}
const AFTER_FAILED: readonly Outcome[] = ['cannot-tell', 'errored', 'pending', 'passed', 'not-applicable'];

const fingerprints = new WeakMap<object, string>();

/** SHA-256 of canonical JSON. Remembered per object: profiles, packs and rules are never changed in place. */
function fingerprint(data: object): string {
  const known = fingerprints.get(data);
  if (known) return known;
  const made = sha256Now(canonicalJson(data));
  fingerprints.set(data, made);
  return made;
}

const packs = new WeakMap<readonly Rule[], string>();

/** `0.1.0+1a2b3c4d`: the version, and a digest of everything that the rules say as data. */
export function rulePackOf(rules: readonly Rule[]): string {
  const known = packs.get(rules);
  if (known) return known;
  const data = rules.map(({ check: _, ...rest }) => rest);
  const made = `${RULE_PACK_VERSION}+${sha256Now(canonicalJson(data)).slice(0, 8)}`;
  packs.set(rules, made);
  return made;
}
