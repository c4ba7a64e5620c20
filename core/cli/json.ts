import about from '../../package.json' with { type: 'json' };
import type { Problem } from '../base/problems.ts';
import type { FileSource, Source } from '../base/source.ts';
import type { Finding, Summary } from '../check/run.ts';
import type { DocumentModel, Field, FieldCandidate, TrailStep } from '../document/model.ts';
import { placeWords } from '../files/words.ts';
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

/**
 * What the files say, as they say it: whoever runs the command has them before him. `all` keeps findings that passed or
 * do not apply, and fields that are absent.
 */
export function checkReport(
  results: readonly FileResult[],
  skipped: readonly string[],
  settings: CheckSettings,
  all: boolean,
): CheckReport {
  const runs = results.flatMap((result) => ('run' in result ? [result.run] : []));
  const sum = (count: keyof Summary): number => runs.reduce((total, run) => total + run.summary[count], 0);
  return {
    schema: 'duibiao/check@1',
    tool: toolOf(settings.catalogue, runs[0]?.rulePack),
    today: settings.today,
    documents: results.map((result) => documentReport(result, settings, all)),
    skipped: [...skipped],
    summary: {
      documents: results.length,
      unread: results.filter(isUnread).length,
      error: sum('error'),
      warning: sum('warning'),
      info: sum('info'),
      pending: sum('pending'),
      cannotTell: sum('cannotTell'),
    },
  };
}

function documentReport(result: FileResult, settings: CheckSettings, all: boolean): DocumentReport {
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
    title: model.title,
    fields: model.fields.filter((field) => all || field.state !== 'absent').map(fieldReport),
    trail: model.trail.map((step) => ({ ...step, source: located(step.source) })),
    findings: findings.map((finding) => ({ ...finding, sources: finding.sources.map(located) })),
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
