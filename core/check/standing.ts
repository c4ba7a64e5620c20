import type { Finding } from './run.ts';
import { groupOf } from './summary.ts';

/**
 * How a finding stands beside what was said of it before: open, nobody spoke or it is still to be mended; known, it was there
 * when the baseline was written; accepted, a person said that it does not hold or does not apply.
 */
export type Standing = 'open' | 'known' | 'accepted';

/** What was said of a finding before this run, by a baseline or by a person. */
export interface Said {
  /** fixed: a person said that it is mended; where it is found again it is open. */
  standing: Standing | 'fixed';
  /** For people; '' where there is nothing to add. */
  note: string;
  /** How many findings of this id it speaks of: copies of a document share their ids. Infinity for all. */
  times: number;
  /** Path of the document as this run writes it. */
  uri: string;
  rule: string;
}

/** Everything that was said, by the id of the finding. Several sources are laid together as one: the later speaks. */
export type Register = ReadonlyMap<string, Said>;

/** What stands in a report beside a finding that was spoken of. */
export interface Stands {
  standing: Standing;
  note: string;
}

/** A finding as far as its standing goes; `stands` is missing where nobody spoke of it. */
export type Judged = Pick<Finding, 'id' | 'rule' | 'outcome' | 'severity' | 'quiet'> & { stands?: Stands };

/** A document whose findings are known, or `unread`. */
export interface Told<One extends Judged> {
  uri: string;
  unread: boolean;
  findings: readonly One[];
}

/** Something that was said of a finding that is not there any more. */
export interface Gone {
  id: string;
  rule: string;
  uri: string;
  standing: Said['standing'];
}

/** How all findings stand: found = fixed + accepted + known + open + unread. */
export interface StandingCounts {
  found: number;
  fixed: number;
  accepted: number;
  known: number;
  open: number;
  /** What could not be told. */
  unread: number;
}

export const isOpen = ({ stands }: Pick<Judged, 'stands'>): boolean =>
  stands === undefined || stands.standing === 'open';

/**
 * The documents with what was said written beside their findings, in the order given. Only a failed one is spoken of: what
 * waits or could not be told is no fault that somebody could accept.
 */
export function withStanding<One extends Judged, Document extends Told<One>>(
  documents: readonly Document[],
  register: Register,
): Document[] {
  const left = new Map(Array.from(register, ([id, { times }]) => [id, times]));
  const stand = (finding: One): One => {
    const said = finding.outcome === 'failed' ? register.get(finding.id) : undefined;
    const times = left.get(finding.id) ?? 0;
    if (said === undefined || times <= 0) return finding;
    left.set(finding.id, times - 1);
    return { ...finding, stands: { standing: said.standing === 'fixed' ? 'open' : said.standing, note: said.note } };
  };
  return documents.map((document) => ({ ...document, findings: document.findings.map(stand) }));
}

/**
 * What was said of findings that are not there any more: their document was read and does not show them, or `isThere` says
 * that nothing stands in its place. Of a document that was not looked at nothing is said.
 */
export function goneOf(
  documents: readonly Told<Judged>[],
  register: Register,
  isThere: (uri: string) => boolean,
): Gone[] {
  const found = new Set(documents.flatMap(({ findings }) => findings.flatMap(failedId)));
  const state = new Map(documents.map(({ uri, unread }) => [uri, unread]));
  return Array.from(register, ([id, { rule, uri, standing }]) => ({ id, rule, uri, standing })).filter(
    ({ id, uri }) => !found.has(id) && (state.has(uri) ? state.get(uri) === false : !isThere(uri)),
  );
}

const failedId = ({ id, outcome }: Judged): string[] => (outcome === 'failed' ? [id] : []);

export function countStanding(documents: readonly Told<Judged>[], gone: readonly Gone[]): StandingCounts {
  const findings = documents.flatMap((document) => document.findings);
  const failed = (standing: Standing): number =>
    findings.filter(({ outcome, stands }) => outcome === 'failed' && (stands?.standing ?? 'open') === standing).length;
  const counts = {
    fixed: gone.filter(({ standing }) => standing === 'fixed').length,
    accepted: failed('accepted'),
    known: failed('known'),
    open: failed('open'),
    unread: findings.filter((finding) => groupOf(finding) === 'unread').length,
  };
  return { found: Object.values(counts).reduce((sum, count) => sum + count, 0), ...counts };
}
