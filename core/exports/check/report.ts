import type { Problem } from '../../base/problems.ts';
import type { FileSource, Source } from '../../base/source.ts';
import { summarise } from '../../check/check.ts';
import type { Finding, Summary } from '../../check/run.ts';
import type { Paired } from '../../check/scans.ts';
import { type Gone, isOpen, type StandingCounts, type Stands } from '../../check/standing.ts';
import { type Group, type GroupId, groupsOf, type Line } from '../../check/summary.ts';
import type { DocumentModel, Field, FieldCandidate, Note, TrailStep } from '../../document/model.ts';
import type { StandardStatus } from '../../standards/catalogue.ts';

/** Who wrote a result, and with what. */
export interface Tool {
  name: 'duibiao';
  version: string;
  rulePack: string;
  catalogue: string;
}

/** A source; a place in a file in words too: 表2第3行第4格. */
export type Located = Exclude<Source, FileSource> | (FileSource & { part: string });

/** What stands where a finding points to. */
export interface Quote {
  /** Where, in words; '' where it has none. */
  place: string;
  /** The label of a box; '' for running text. */
  label: string;
  /** What is written there; '' for an empty box. */
  text: string;
}

/** A finding as reports tell it. */
export interface ToldFinding extends Omit<Finding, 'sources'> {
  sources: Located[];
  quotes: Quote[];
  /** What was said of it before; missing where nobody spoke. */
  stands?: Stands;
}

/** A field or a candidate for one, its label and value in one text as a person wrote them: 拟稿人：王芳. */
type Raw<Found extends FieldCandidate> = Omit<Found, 'label' | 'written' | 'sources'> & {
  raw: string;
  sources: Located[];
};

/** What was read of a document beside what is told of it. */
export interface DocumentDetails {
  fields: (Raw<Omit<Field, 'others'>> & { others?: Raw<FieldCandidate>[] })[];
  trail: (Omit<TrailStep, 'source'> & { source: Located })[];
  citations: { designation: string; raw: string; title: string; status: StandardStatus }[];
}

/** One document of a result. Plain data, made where it was checked: a thread hands over only this, and a cache keeps it. */
export interface FileReport
  extends Pick<DocumentModel, 'uri' | 'sha256' | 'kind' | 'kindWord' | 'stage' | 'title' | 'isDocument'> {
  /** A stopping rule failed: nothing of its content is here. */
  stopped: boolean;
  /** Nothing of it could be read. */
  unread: boolean;
  /** By which a scan finds the file that it shows; missing where nothing was read. */
  paired?: Paired;
  /** A file in an archive whose name says that it is nothing for the checker: it is only named. */
  passedOver?: true;
  findings: ToldFinding[];
  /** Ids of the rules that found nothing to say, and of those that do not judge such a document. */
  passed: string[];
  notApplicable: string[];
  /** Parts that could not be read. */
  notes: Note[];
  problems: Problem[];
  /** What a person reads first. */
  lines: Line[];
  /** Missing where no rule ran. */
  rulePack?: string;
  /** Only for formats that tell them. */
  details?: DocumentDetails;
}

/** Everything that a format is written from. */
export interface CheckResult {
  tool: Tool;
  /** ISO day. */
  today: string;
  /** Name of the unit; '' without a profile. */
  unit: string;
  files: FileReport[];
  skipped: string[];
  /** Where a baseline or verdicts were given: how the findings stand, and what was spoken of and is not there any more. */
  standing?: { counts: StandingCounts; gone: Gone[] };
}

/** Counts of what is open, over all documents. */
export type Totals = Pick<Summary, 'error' | 'warning' | 'info' | 'pending' | 'cannotTell'> & {
  documents: number;
  unread: number;
};

export function totalsOf(files: readonly FileReport[]): Totals {
  const { error, warning, info, pending, cannotTell } = summarise(files.flatMap(openFindings));
  const unread = files.filter((file) => file.unread).length;
  return { documents: files.length, unread, error, warning, info, pending, cannotTell };
}

export const openFindings = ({ findings }: Pick<FileReport, 'findings'>): ToldFinding[] => findings.filter(isOpen);

/** What somebody spoke of before, so that it is no longer open. */
export const settledFindings = ({ findings }: Pick<FileReport, 'findings'>): ToldFinding[] =>
  findings.filter((finding) => !isOpen(finding));

/** What is open, in the groups that people know. */
export function openGroups(file: FileReport): Group<ToldFinding>[] {
  return groupsOf({ findings: openFindings(file), stopped: file.stopped }, file);
}

/** How many a group has over all documents. */
export const countIn = (files: readonly FileReport[], id: GroupId): number =>
  files.reduce((sum, file) => sum + (openGroups(file).find((group) => group.id === id)?.items.length ?? 0), 0);

/** A place for people: 表2第3行第4格, the label on a page; '' where there is none. */
export function placeOf(source: Located): string {
  if (source.from === 'file') return source.part;
  return source.from === 'page' ? source.label : '';
}

/** The places of a finding, each once. */
export const placesOf = ({ sources }: Pick<ToldFinding, 'sources'>): string[] =>
  [...new Set(sources.map(placeOf))].filter((place) => place !== '');

export const basisWords = ({ basis }: Pick<ToldFinding, 'basis'>): string[] =>
  basis.map(({ document, clause }) => `${document}${clause === '' ? '' : ` ${clause}`}`);

/** Sentences of problems that no group tells already. */
export function otherProblems({ problems }: FileReport, groups: readonly Group<ToldFinding>[]): string[] {
  const told = new Set(groups.flatMap((group) => group.items.map((item) => item.text)));
  return problems.map(({ message }) => message).filter((message) => !told.has(message));
}
