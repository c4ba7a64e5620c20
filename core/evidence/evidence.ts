import { problem } from '../base/problems.ts';
import { compareText, shorten } from '../base/text.ts';
import type { CheckRun, Finding } from '../check/run.ts';
import { fingerprintOf } from '../document/fingerprint.ts';
import { type DocumentModel, type Field, fieldOf, type TrailStep } from '../document/model.ts';
import { DATE_ROLES, PEOPLE_ROLES, type Role } from '../document/vocabulary.ts';
import type { EntryDraft } from '../ledger/entry.ts';
import { MOST_CITED, MOST_SERVICES } from '../ledger/kinds/evidence.ts';
import type { EvidencePayload } from '../ledger/kinds/index.ts';
import type { CheckResult } from '../ledger/shapes.ts';
import { hideNames, MASKED, publicNames } from '../privacy/mask.ts';
import { stateOfRun, withState } from './kept-state.ts';
import { aboutDocument, titleOf } from './subject.ts';

export interface EvidenceAbout {
  /** Seat label. */
  actor: string;
  /** When the page or file was read, ISO date-time UTC. */
  capturedAt: string;
  /** Chosen by a person; left out, the rules that ran propose them. */
  indicators?: readonly string[];
  /** Where the paper is: cabinet, box, stub number. */
  place?: string;
  remark?: string;
  /** Names of the unit's services that it is about for certain. */
  services?: readonly string[];
}

const MARKS = ['绝密', '机密', '秘密', '内部'];
const WORDS = { stopped: '停止留存', untitled: '（没有标题）', attachment: '附件' } as const;

/** Dates that can be the fact's own, best first: what a document did counts before what was planned with it. */
const FACT_ROLES = [
  'completedOn',
  'writtenOn',
  'approvedOn',
  'publishedOn',
  'receivedOn',
  'draftedOn',
] as const satisfies Role[];
/** Outcomes of rules that looked at the document and could say something. */
const RAN: ReadonlySet<Finding['outcome']> = new Set(['passed', 'failed', 'pending', 'cannot-tell']);
const TOLD: ReadonlySet<Finding['outcome']> = new Set(['failed', 'pending', 'cannot-tell', 'errored']);
/** Parts of an address that let somebody in and prove nothing. */
const SECRET_PART = /token|ticket|session|passw|secret|^(?:sid|auth|authorization)$/i;

/** Percent signs back to the letters that they stand for, so that what is masked is seen in an address too. */
const readable = (address: string): string =>
  address.replace(/(?:%[\da-f]{2})+/gi, (escaped) => {
    try {
      const letters = decodeURIComponent(escaped);
      return /^[\p{L}\p{N}]+$/u.test(letters) ? letters : escaped;
    } catch {
      return escaped;
    }
  });

/** An address without user name, password, fragment and the values of session tokens. A file name stays as it is. */
export function plainAddress(uri: string): string {
  if (!/^https?:/i.test(uri)) return uri;
  let url: URL;
  try {
    url = new URL(uri);
  } catch {
    return uri;
  }
  url.username = '';
  url.password = '';
  url.hash = '';
  url.pathname = url.pathname.replace(/;[^/]*/g, '');
  for (const name of [...url.searchParams.keys()]) if (SECRET_PART.test(name)) url.searchParams.delete(name);
  return readable(url.href);
}

/** The value of a role that is present. */
function presentValue(document: DocumentModel, role: Role): Field['value'] {
  const { state, value } = fieldOf(document, role);
  return state === 'present' ? value : undefined;
}

/** The day of the fact as the document tells it; '' when it tells none. */
function factDay(document: DocumentModel): string {
  for (const role of FACT_ROLES) {
    const value = presentValue(document, role);
    const day = typeof value === 'string' ? /^\d{4}-\d\d-\d\d/.exec(value)?.[0] : undefined;
    if (day !== undefined) return day;
  }
  return '';
}

/** Indicators of the rules that ran on the document, in the order of their numbers. */
export const proposedIndicators = (run: CheckRun): string[] =>
  indicatorsOf(run.findings.filter((finding) => RAN.has(finding.outcome)));

const numberOf = (indicator: string): number => Number(indicator.replace(/\D/g, ''));

/** The indicators of rules or findings, each once, in the order of their numbers. */
export function indicatorsOf(judging: readonly { indicators: readonly string[] }[]): string[] {
  const all = new Set(judging.flatMap(({ indicators }) => indicators));
  return [...all].sort((left, right) => numberOf(left) - numberOf(right) || compareText(left, right));
}

/** `sha256` is of the document that was kept: a page's is taken only now. */
function checkPart(run: CheckRun, sha256: string): CheckResult {
  return {
    runId: run.runId,
    at: run.at,
    today: run.today,
    rulePack: run.rulePack,
    catalogue: { version: run.catalogue.version, issuedOn: run.catalogue.issuedOn },
    fingerprints: {
      document: run.fingerprints.document || sha256,
      unit: run.fingerprints.unit,
      catalogue: run.fingerprints.catalogue,
    },
    summary: { ...run.summary },
    findings: run.findings
      .filter((finding) => TOLD.has(finding.outcome) && !finding.quiet)
      .slice(0, 2_000)
      .map(({ id, rule, reason, outcome, severity, message }) => ({
        id,
        rule,
        reason,
        outcome,
        severity,
        message: cut(message),
      })),
  };
}

/** Longest text of one value that evidence keeps; the document itself stays where it is. */
const cut = (text: string): string => shorten(text, 2_000);

/** Boxes of a case that its evidence needs: what was asked for, by which number, who of the staff acted, and when. */
export const KEPT_OF_CASE: ReadonlySet<Role> = new Set([
  ...PEOPLE_ROLES.filter((role) => role !== 'drafter'),
  ...DATE_ROLES,
  'docNumber',
  'receiptNumber',
  'kindWord',
  'issuer',
  'secrecy',
  'urgency',
  'version',
  'retention',
  'serviceName',
  'serviceCode',
  'basicCode',
  'serviceType',
  'caseType',
  'statutoryLimit',
  'promisedLimit',
  'fee',
  'complaintPhone',
] satisfies Role[]);

const isCase = ({ kind }: DocumentModel): boolean => kind === 'case';

/** Names of files; of a case only which kinds of file there are, since people name them after the applicant. */
function attachmentsOf(document: DocumentModel): string[] {
  const names = document.attachments.slice(0, 2_000).map(({ name }) => cut(name));
  if (!isCase(document)) return names;
  return names.map((name, index) => `${WORDS.attachment}${index + 1}${/\.[A-Za-z\d]{1,5}$/.exec(name)?.[0] ?? ''}`);
}

/** What identifies a document in what is kept of it. Not masked yet. */
export function documentPart(document: DocumentModel, sha256: string): EvidencePayload['document'] {
  const { key, kind, kindWord, stage } = document;
  return {
    uri: cut(plainAddress(document.uri)),
    sha256,
    key,
    kind,
    kindWord,
    stage,
    title: cut(titleOf(document)),
    reader: document.reader.name,
  };
}

function fieldPart(
  { role, state, value, label, written }: Field,
  document: DocumentModel,
): EvidencePayload['fields'][number] {
  // That the applicant's boxes were filled is enough.
  if (isCase(document) && !KEPT_OF_CASE.has(role)) return { role, state, label: '', written: '' };
  if (Array.isArray(value) && value.length > 0)
    return { role, state, value: value.map(cut), ...namesPart(label, value) };
  const kept = typeof value === 'string' ? cut(value) : value;
  return { role, state, label: cut(label), written: cut(written), ...(kept === undefined ? {} : { value: kept }) };
}

/** Names as written, without a label beside which they would be masked as those of the public (申请人). */
function namesPart(label: string, names: readonly string[]): { label: string; written: string } {
  const isOfPublic = names.some((name) => publicNames({ label, value: name }).size > 0);
  return { label: isOfPublic ? '' : cut(label), written: names.map(cut).join('、') };
}

/** Steps of a case that the public takes: who acts there is no member of the staff by that. */
const PUBLIC_STEP = /申请|申报|提交|领取|取件|评价/u;

const isPublicStep = ({ step }: TrailStep, document: DocumentModel): boolean =>
  isCase(document) && PUBLIC_STEP.test(step);

/** Names of the public in a document: those that labels show, but for people of the staff who acted on it. */
export function namesToHide(document: DocumentModel): string[] {
  const staff = new Set([
    ...document.fields.flatMap(({ role, value }) =>
      Array.isArray(value) && !(isCase(document) && role === 'drafter') ? value : [],
    ),
    ...document.trail.flatMap((step) => (isPublicStep(step, document) ? [] : step.actors)),
  ]);
  return [...publicNames(document.blocks, { kind: document.kind })].filter((name) => !staff.has(name));
}

/** Says that something was stopped, and by which mark; nothing of the document, not even its title or address. */
function stoppedDraft(mark: string, about: EvidenceAbout): EntryDraft {
  const known = MARKS.find((word) => mark.includes(word)) ?? MARKS.at(-1) ?? '';
  const text = problem('ledger-classified', { mark: known }).message;
  const { actor, capturedAt } = about;
  return {
    kind: 'note',
    factOn: '',
    capturedAt,
    actor,
    subject: WORDS.stopped,
    indicators: [],
    payload: { text, stopped: 'classified' },
  };
}

/**
 * What is kept of a document that was read and checked: its values, its workflow record and the judgement, not its text.
 * A classified document gives a note that only says that it stopped. The result is not masked yet; appending masks it.
 */
export function evidenceDraft(document: DocumentModel, run: CheckRun | undefined, about: EvidenceAbout): EntryDraft {
  if (document.classified !== undefined) return stoppedDraft(document.classified.mark, about);
  const names = namesToHide(document);
  const called = hideNames(aboutDocument(document) || WORDS.untitled, names);
  return {
    kind: 'evidence',
    factOn: factDay(document),
    capturedAt: about.capturedAt,
    actor: about.actor,
    subject: withState(called, run === undefined ? { must: 0, unread: 0 } : stateOfRun(run, document)),
    indicators: [...(about.indicators ?? (run === undefined ? [] : proposedIndicators(run)))],
    payload: hideNames(evidencePayload(document, run, about), names),
  };
}

/** The standards that a document names, and the services that it is about: by these it is found from theirs. */
function namedIn(
  { citations }: DocumentModel,
  { services = [] }: EvidenceAbout,
): Pick<EvidencePayload, 'citations' | 'services'> {
  const cited = [...new Set(citations.map(({ designation }) => designation))].slice(0, MOST_CITED);
  const about = [...new Set(services)].slice(0, MOST_SERVICES);
  return { ...(cited.length > 0 && { citations: cited }), ...(about.length > 0 && { services: about }) };
}

function evidencePayload(document: DocumentModel, run: CheckRun | undefined, about: EvidenceAbout): EvidencePayload {
  const sha256 = fingerprintOf(document);
  return {
    document: documentPart(document, sha256),
    fields: document.fields.filter((field) => field.state !== 'absent').map((field) => fieldPart(field, document)),
    trail: document.trail.slice(0, 2_000).map((one) => {
      const { step, actors, action = '', time = '', state } = one;
      return {
        step,
        actors: isPublicStep(one, document) ? actors.map(() => MASKED.name) : actors,
        action,
        time,
        state,
      };
    }),
    attachments: attachmentsOf(document),
    notRead: document.notes
      .filter((note) => note.kind === 'unreadable' || note.kind === 'incomplete')
      .slice(0, 2_000)
      .map((note) => cut(note.problem?.message ?? note.text)),
    ...(run === undefined ? {} : { check: checkPart(run, sha256) }),
    ...namedIn(document, about),
    ...(about.place === undefined ? {} : { place: about.place }),
    ...(about.remark === undefined ? {} : { remark: about.remark }),
  };
}
