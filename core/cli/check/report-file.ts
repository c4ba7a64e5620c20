import { basename } from 'node:path';
import { sha256 } from '../../base/hash.ts';
import { type Problem, problem, problemOf } from '../../base/problems.ts';
import type { Source } from '../../base/source.ts';
import { shorten } from '../../base/text.ts';
import type { DocumentModel, Field, FieldCandidate } from '../../document/model.ts';
import type { DocumentDetails, FileReport, Located, Quote } from '../../exports/check/report.ts';
import { formatOfName } from '../../files/formats.ts';
import { membersOf } from '../../files/members.ts';
import type { Member } from '../../files/parser.ts';
import { placeWords } from '../../files/words.ts';
import type { Outcome } from '../../rules/rule.ts';
import { statusWithUnit } from '../../unit/standards.ts';
import { type Cache, readCached, recording, writeCached } from './cache.ts';
import {
  type CheckedFile,
  type CheckSettings,
  checkFile,
  type FileResult,
  type OpenFile,
  openFile,
  uriOf,
} from './check-file.ts';
import { isOutOfSight } from './ignore.ts';
import { maskedResult } from './masked.ts';

/** How a check is told. Plain data, as `CheckSettings`. */
export interface ReportSettings extends CheckSettings {
  /** Fields, workflow record and citations too. */
  details: boolean;
  /** What passed and what does not apply as well. */
  all: boolean;
  /** It is handed on. */
  masked: boolean;
  /** What is masked may be kept for a later run. */
  cache: Cache | undefined;
}

/** Longest piece of a document that is quoted, in characters. */
const LONGEST_QUOTE = 160;

/** Reads, checks and tells the documents of one path. Never throws. */
export async function reportFile(path: string, settings: ReportSettings): Promise<FileReport[]> {
  const file = await openFile(path);
  if ('problem' in file) return [reportOf(file, settings)];
  const { cache } = settings;
  const known = cache && readCached(cache, file);
  if (known) return known;
  const { beside, read } = recording(file.beside);
  const reports = await reportOpened({ ...file, beside }, settings);
  // What a mark of secrecy stopped is kept nowhere, and what broke inside may not break the next time.
  const isKept = reports.every(
    ({ stopped, problems }) => !stopped && problems.every(({ code }) => code !== 'internal'),
  );
  if (cache && isKept) writeCached(cache, file, { beside: read, reports });
  return reports;
}

/** The document in a file, or those in an archive. */
async function reportOpened(file: OpenFile, settings: ReportSettings): Promise<FileReport[]> {
  let members: Member[] | undefined;
  try {
    members = await membersOf(file);
  } catch (error) {
    return [reportOf({ uri: file.uri, sha256: file.sha256, problem: problemOf(error) }, settings)];
  }
  if (members === undefined) return (await checkFile(file, settings)).map((one) => reportOf(one, settings));
  const { uri, sha256: digest } = file;
  if (members.length === 0)
    return [reportOf({ uri, sha256: digest, problem: problem('file-empty', { name: file.name }) }, settings)];
  const reports: FileReport[] = [];
  for (const member of members.filter(({ name }) => !isOutOfSight(basename(name))))
    reports.push(...(await reportMember(file, member, settings)));
  return reports;
}

async function reportMember(archive: OpenFile, member: Member, settings: ReportSettings): Promise<FileReport[]> {
  const uri = uriOf(`${archive.uri}/${member.name}`);
  if ('problem' in member) return [reportOf({ uri, sha256: '', problem: member.problem }, settings)];
  const { bytes } = member;
  const file = { uri, name: basename(member.name), bytes, sha256: await sha256(bytes), beside: () => undefined };
  const reports = (await checkFile(file, settings)).map((one) => reportOf(one, settings));
  // What a folder would pass over for its name, an archive passes over too.
  const isStrange = ({ problems }: FileReport): boolean =>
    formatOfName(file.name) === undefined && problems.some(({ code }) => code === 'file-unknown');
  return reports.map((report) => (isStrange(report) ? { ...report, passedOver: true } : report));
}

/** Tells what was read and checked, or why it was not. */
export function reportOf(read: FileResult, settings: ReportSettings): FileReport {
  const result = settings.masked ? maskedResult(read) : read;
  if (!('run' in result)) {
    const { uri, sha256, problem } = result;
    return { ...UNREAD, uri, sha256, problems: [problem], ...(settings.details && { details: NO_DETAILS }) };
  }
  const { uri, model, run, lines, quotes, paired } = result;
  const { sha256, kind, kindWord, stage, title, isDocument } = model;
  const rulesThat = (wanted: Outcome): string[] => [
    ...new Set(run.findings.flatMap(({ outcome, rule }) => (outcome === wanted ? [rule] : []))),
  ];
  const silent: readonly Outcome[] = settings.all ? [] : ['passed', 'not-applicable'];
  const problems = problemsOf(model);
  return {
    ...{ uri, sha256, kind, kindWord, stage, title, isDocument },
    stopped: run.stopped,
    paired,
    unread: problems.some(({ code }) => code === 'no-text'),
    findings: run.findings
      .filter(({ outcome }) => !silent.includes(outcome))
      .map((finding) => ({
        ...finding,
        sources: finding.sources.map(located),
        quotes: (quotes[finding.id] ?? []).map(shortQuote),
      })),
    passed: rulesThat('passed'),
    notApplicable: rulesThat('not-applicable'),
    notes: model.notes.filter(({ kind }) => kind === 'unreadable' || kind === 'incomplete'),
    problems,
    lines,
    rulePack: run.rulePack,
    ...(settings.details && { details: detailsOf(result, settings) }),
  };
}

const shortQuote = (quote: Quote): Quote => ({ ...quote, text: shorten(quote.text, LONGEST_QUOTE) });

/** Fields that are absent are left out unless everything is told. */
function detailsOf({ model }: CheckedFile, { catalogue, unit, today, all }: ReportSettings): DocumentDetails {
  const statusOf = statusWithUnit(catalogue, unit);
  const citations = new Map(model.citations.map((citation) => [citation.designation, citation]));
  return {
    fields: model.fields.filter((field) => all || field.state !== 'absent').map(fieldReport),
    trail: model.trail.map((step) => ({ ...step, source: located(step.source) })),
    citations: Array.from(citations.values(), ({ designation, raw, title }) => ({
      designation,
      raw,
      title,
      status: statusOf(designation, today).status,
    })),
  };
}

type FieldReport = DocumentDetails['fields'][number];

function fieldReport({ others, ...field }: Field): FieldReport {
  return { ...rawOf(field), ...(others && { others: others.map(rawOf) }) };
}

function rawOf<Found extends FieldCandidate>({ label, written, sources, ...rest }: Found) {
  return { ...rest, sources: sources.map(located), raw: label === '' ? written : `${label}：${written}` };
}

function located(source: Source): Located {
  return source.from === 'file' ? { ...source, part: placeWords(source.place) } : source;
}

const NO_DETAILS: DocumentDetails = { fields: [], trail: [], citations: [] };
const UNREAD = {
  kind: 'unknown' as const,
  kindWord: '',
  stage: 'unknown' as const,
  title: '',
  isDocument: false,
  stopped: false,
  unread: true,
  findings: [],
  passed: [],
  notApplicable: [],
  notes: [],
  lines: [],
} satisfies Partial<FileReport>;

/** Coded problems that reading met without giving up. */
export function problemsOf(model: Pick<DocumentModel, 'notes'>): Problem[] {
  return model.notes.flatMap((note) => note.problem ?? []);
}
