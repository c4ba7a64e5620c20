import about from '../../package.json' with { type: 'json' };
import type { Problem } from '../base/problems.ts';
import type { FileSource, Source } from '../base/source.ts';
import type { Finding, Summary } from '../check/run.ts';
import type { GroupId } from '../check/summary.ts';
import type { DocumentModel, Field, FieldCandidate, TrailStep } from '../document/model.ts';
import { placeWords } from '../files/words.ts';
import { maskPayload } from '../privacy/mask.ts';
import { RULE_PACK_VERSION } from '../rules/index.ts';
import type { CataloguePack, StandardStatus } from '../standards/catalogue.ts';
import { statusWithUnit } from '../unit/standards.ts';
import type { CheckSettings, FileResult } from './check-file.ts';

/** Who wrote a result, and with what. */
export interface Tool {
  name: 'duibiao';
  version: string;
  rulePack: string;
  catalogue: string;
}

export function toolOf(catalogue: CataloguePack, rulePack = RULE_PACK_VERSION): Tool {
  return { name: 'duibiao', version: about.version, rulePack, catalogue: catalogue.version };
}

type Told = Pick<DocumentModel, 'uri' | 'sha256' | 'kind' | 'kindWord' | 'stage' | 'title' | 'isDocument'>;

/** A source; a place in a file in words too: 表2第3行第4格. */
type Located = Exclude<Source, FileSource> | (FileSource & { part: string });

/** A field or a candidate for one, its label and value in one text as a person wrote them: 拟稿人：王芳. */
type Raw<Found extends FieldCandidate> = Omit<Found, 'label' | 'written' | 'sources'> & {
  raw: string;
  sources: Located[];
};

export interface DocumentReport extends Told {
  fields: (Raw<Omit<Field, 'others'>> & { others?: Raw<FieldCandidate>[] })[];
  trail: (Omit<TrailStep, 'source'> & { source: Located })[];
  citations: { designation: string; raw: string; title: string; status: StandardStatus }[];
  findings: (Omit<Finding, 'sources'> & { sources: Located[] })[];
  problems: Problem[];
}

/** The JSON of `check` (design.md section 5), with what was skipped and how many documents could not be read. */
export interface CheckReport {
  schema: 'duibiao/check@1';
  tool: Tool;
  today: string;
  documents: DocumentReport[];
  skipped: string[];
  summary: Pick<Summary, 'error' | 'warning' | 'info' | 'pending' | 'cannotTell'> & {
    documents: number;
    unread: number;
  };
}

/** What of one file goes into the result. Written where the file was checked, so that a thread hands over only this. */
export interface FileReport {
  /** For JSON. */
  document?: DocumentReport;
  /** For people. */
  text: string;
  /** Nothing of it could be read. */
  unread: boolean;
  /** Of the findings; missing when the file does not open. */
  summary?: Summary;
  rulePack?: string;
  /** Lengths of the lists that a person sees, under their words. */
  groups: Partial<Record<GroupId, number>>;
}

/** The JSON of a check, of the reports of its files in their order. */
export function checkReport(
  files: readonly FileReport[],
  skipped: readonly string[],
  { catalogue, today }: Pick<CheckSettings, 'catalogue' | 'today'>,
): CheckReport {
  const rulePack = files.find((file) => file.rulePack !== undefined)?.rulePack;
  return {
    schema: 'duibiao/check@1',
    tool: toolOf(catalogue, rulePack),
    today,
    documents: files.flatMap((file) => file.document ?? []),
    skipped: [...skipped],
    summary: summaryOf(files),
  };
}

function summaryOf(files: readonly FileReport[]): CheckReport['summary'] {
  const sum = (count: keyof Summary): number =>
    files.reduce((total, { summary }) => total + (summary?.[count] ?? 0), 0);
  return {
    documents: files.length,
    unread: files.filter((file) => file.unread).length,
    error: sum('error'),
    warning: sum('warning'),
    info: sum('info'),
    pending: sum('pending'),
    cannotTell: sum('cannotTell'),
  };
}

/** One document. Personal numbers are masked; `all` keeps findings that passed or do not apply, and fields that are absent. */
export function documentReport(result: FileResult, settings: CheckSettings, all: boolean): DocumentReport {
  if (!('model' in result)) return { ...UNREAD, uri: result.uri, sha256: result.sha256, problems: [result.problem] };
  const { model, run } = result;
  const findings = run.findings.filter(({ outcome }) => all || (outcome !== 'passed' && outcome !== 'not-applicable'));
  const statusOf = statusWithUnit(settings.catalogue, settings.unit);
  const citations = new Map(model.citations.map((citation) => [citation.designation, citation]));
  return {
    uri: result.uri,
    sha256: model.sha256,
    kind: model.kind,
    kindWord: model.kindWord,
    stage: model.stage,
    isDocument: model.isDocument,
    ...maskPayload({
      title: model.title,
      fields: model.fields.filter((field) => all || field.state !== 'absent').map(fieldReport),
      trail: model.trail.map((step) => ({ ...step, source: located(step.source) })),
      findings: findings.map((finding) => ({ ...finding, sources: finding.sources.map(located) })),
    }),
    citations: Array.from(citations.values(), ({ designation, raw, title }) => ({
      designation,
      raw,
      title,
      status: statusOf(designation, settings.today).status,
    })),
    problems: problemsOf(model),
  };
}

function fieldReport({ others, ...field }: Field): DocumentReport['fields'][number] {
  return { ...rawOf(field), ...(others && { others: others.map(rawOf) }) };
}

function rawOf<Found extends FieldCandidate>({ label, written, sources, ...rest }: Found): Raw<Found> {
  return { ...rest, sources: sources.map(located), raw: label === '' ? written : `${label}：${written}` };
}

function located(source: Source): Located {
  return source.from === 'file' ? { ...source, part: placeWords(source.place) } : source;
}

const UNREAD = {
  kind: 'unknown' as const,
  kindWord: '',
  stage: 'unknown' as const,
  title: '',
  isDocument: false,
  fields: [],
  trail: [],
  citations: [],
  findings: [],
} satisfies Omit<DocumentReport, 'uri' | 'sha256' | 'problems'>;

/** Coded problems that reading met without giving up. */
export function problemsOf(model: Pick<DocumentModel, 'notes'>): Problem[] {
  return model.notes.flatMap((note) => note.problem ?? []);
}

/** Nothing of the file could be read: it does not open, or it is one great picture. */
export function isUnread(result: FileResult): boolean {
  return 'model' in result ? problemsOf(result.model).some(({ code }) => code === 'no-text') : true;
}

export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
