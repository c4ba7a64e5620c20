import type { Finding } from './run.ts';
import { groupOf } from './summary.ts';

/** What a person may say of a finding. The one table of these words. */
export const VERDICT_WORDS = {
  fixed: '已改',
  'not-applicable': '不适用',
  'false-alarm': '误报',
  'to-do': '待办',
} as const;
export type VerdictId = keyof typeof VERDICT_WORDS;
export const VERDICTS = Object.keys(VERDICT_WORDS) as VerdictId[];

/** A person's verdict on a finding, by the finding's stable id. The newest one of a finding counts. */
export interface PersonVerdict {
  /** Id of the finding. */
  finding: string;
  verdict: VerdictId;
  /** Why: asked for with 不适用. */
  reason: string;
  /** 待办 only: who, and by which ISO day; '' where that was not said. */
  who: string;
  until: string;
  /** The finding's sentence at that time, to tell of it when it is found no more; '' where it was not kept. */
  message: string;
  /** Address of the document, or the path of its file; '' where it was not kept. */
  uri: string;
}

/** How a finding stands: open, also as somebody's task; accepted as it is; or back after it was said to be mended. */
export type FindingStanding = 'open' | 'to-do' | 'accepted' | 'returned';

/** Of what a check found: found = fixed + accepted + open + unread. */
export interface Totals {
  found: number;
  /** Said to be mended, and found no more. */
  fixed: number;
  /** 不适用 and 误报. */
  accepted: number;
  /** What is to be mended or looked at, tasks included. */
  open: number;
  /** What could not be told, unless a person has accepted it. */
  unread: number;
}

export interface Standings {
  /** The verdict on each finding that is shown and has one. */
  of: ReadonlyMap<string, { standing: FindingStanding; verdict: PersonVerdict }>;
  totals: Totals;
  /** Said to be mended, and found no more. */
  fixed: readonly PersonVerdict[];
  /** Other verdicts whose finding is found no more: they say nothing any longer. */
  lapsed: readonly PersonVerdict[];
}

const STANDING: Readonly<Record<VerdictId, FindingStanding>> = {
  fixed: 'returned',
  'not-applicable': 'accepted',
  'false-alarm': 'accepted',
  'to-do': 'to-do',
};

/**
 * How the findings of one document stand after what people said of them.
 * @param findings all findings of a run; those that are shown are asked about
 * @param verdicts the newest on each finding of this document
 */
export function standingsOf(findings: readonly Finding[], verdicts: readonly PersonVerdict[]): Standings {
  const shown = findings.filter((finding) => isJudged(finding));
  const isShown = new Set(shown.map(({ id }) => id));
  const given = new Map(verdicts.map((verdict) => [verdict.finding, verdict]));
  const of = new Map(
    shown.flatMap(({ id }) => {
      const verdict = given.get(id);
      return verdict === undefined ? [] : [[id, { standing: STANDING[verdict.verdict], verdict }] as const];
    }),
  );
  const gone = [...given.values()].filter(({ finding }) => !isShown.has(finding));
  const fixed = gone.filter(({ verdict }) => verdict === 'fixed');
  const left = shown.filter(({ id }) => of.get(id)?.standing !== 'accepted');
  const unread = left.filter((finding) => groupOf(finding) === 'unread').length;
  return {
    of,
    totals: {
      found: shown.length + fixed.length,
      fixed: fixed.length,
      accepted: shown.length - left.length,
      open: left.length - unread,
      unread,
    },
    fixed,
    lapsed: gone.filter(({ verdict }) => verdict !== 'fixed'),
  };
}

/** Whether a person is asked about a finding: what waits for a later step, or was passed, needs no verdict. */
export function isJudged(finding: Pick<Finding, 'outcome' | 'severity' | 'quiet'>): boolean {
  return ['must', 'look', 'unread'].includes(groupOf(finding) ?? '');
}

/** What is wrong with a verdict before it is kept; undefined when nothing is. */
export function verdictFlaw(
  { verdict, reason, until }: PersonVerdict,
  today: string,
): 'no-reason' | 'past' | undefined {
  if (verdict === 'not-applicable' && reason.trim() === '') return 'no-reason';
  return verdict === 'to-do' && until !== '' && until < today ? 'past' : undefined;
}
