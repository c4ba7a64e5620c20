import { compareText } from '../../base/text.ts';
import type { GroupId } from '../../check/summary.ts';
import { ACTORS, type Actor, type Severity } from '../../rules/rule.ts';
import { type FileReport, openGroups, otherProblems, placesOf, settledFindings, type ToldFinding } from './report.ts';
import { REPORT_WORDS, SHEET_WORDS } from './words.ts';

/** A finding with its document. */
export interface Found {
  uri: string;
  finding: ToldFinding;
}

/** What is told of a rule over all documents. */
export interface RuleRow {
  rule: string;
  title: string;
  /** The loudest of its findings. */
  severity: Severity;
  findings: number;
  /** Documents in which it speaks, each once. */
  uris: string[];
}

const LOUDEST: readonly Severity[] = ['error', 'warning', 'info'];
const loudness = (severity: Severity): number => LOUDEST.indexOf(severity);

/** Failed findings that are open, with their documents, in their order. */
function openFaults(files: readonly FileReport[]): Found[] {
  return files.flatMap((file) =>
    openGroups(file)
      .filter(({ id }) => id === 'must' || id === 'look')
      .flatMap(({ items }) => items.flatMap(({ finding }) => (finding ? [{ uri: file.uri, finding }] : []))),
  );
}

/** Rules that found something, the loudest and most frequent first. */
export function byRule(files: readonly FileReport[]): RuleRow[] {
  const faults = openFaults(files);
  return Array.from(
    Map.groupBy(faults, ({ finding }) => finding.rule),
    ([rule, found]) => ({
      rule,
      title: found[0]?.finding.title ?? '',
      severity: LOUDEST.find((level) => found.some(({ finding }) => finding.severity === level)) ?? 'info',
      findings: found.length,
      uris: [...new Set(found.map(({ uri }) => uri))],
    }),
  ).sort(
    (left, right) =>
      loudness(left.severity) - loudness(right.severity) ||
      right.findings - left.findings ||
      compareText(left.rule, right.rule),
  );
}

/** What each can mend, in the order in which they handle a document; who has nothing to do is left out. */
export function byActor(files: readonly FileReport[]): { actor: Actor; found: Found[] }[] {
  const faults = openFaults(files);
  return ACTORS.map((actor) => ({
    actor,
    found: faults
      .filter(({ finding }) => finding.actor === actor)
      .sort((left, right) => loudness(left.finding.severity) - loudness(right.finding.severity)),
  })).filter(({ found }) => found.length > 0);
}

/** Lengths of the lists that people see, over some documents. */
export function countsOf(files: readonly FileReport[]): Record<Exclude<GroupId, 'fine'>, number> {
  const counts = { must: 0, look: 0, unread: 0, later: 0 };
  for (const file of files) for (const { id, items } of openGroups(file)) if (id !== 'fine') counts[id] += items.length;
  return counts;
}

/** What could not be read or told of a document, each with its place. */
export function unreadLines(file: FileReport): { place: string; text: string }[] {
  const groups = openGroups(file);
  const items = groups.filter(({ id }) => id === 'unread').flatMap((group) => group.items);
  return [
    ...items.map(({ text, finding }) => ({ place: finding ? placesOf(finding).join('、') : '', text })),
    ...otherProblems(file, groups).map((text) => ({ place: '', text })),
  ];
}

/** How a document stands, in one line. */
export function stateOf(file: FileReport): string {
  if (file.unread) return REPORT_WORDS.kindUnread;
  if (file.stopped) return REPORT_WORDS.stopped;
  if (!file.isDocument) return REPORT_WORDS.notDocument;
  const settled = settledFindings(file).length;
  const groups = openGroups(file);
  if (groups.length > 0 || settled > 0) return settled > 0 ? `${SHEET_WORDS.settled} ${settled}` : '';
  return file.lines.map(({ word, text }) => `${word} ${text}`).join('；');
}
