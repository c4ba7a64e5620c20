import { compareText } from '../../base/text.ts';
import { commonLength } from './digests.ts';
import type { ChainSurvey, SourceSurvey } from './survey.ts';

/** How a source stands to a chain of the union: all of it, only a beginning, or another way after a beginning. */
export interface Holding {
  /** Number of the source among those that were given. */
  source: number;
  /** Number of the chain within the source. */
  section: number;
  sequence: number;
}

/** A chain of the union; a chain that went different ways has several, one a way. */
export interface Strand {
  chain: string;
  /** 0, 1, … in the order of the head hashes, among those of the same chain. */
  branch: number;
  survey: ChainSurvey;
  /** Sources that have all of it, then those that have a beginning; from the first one it is read. */
  holdings: Holding[];
  /** Entries from the beginning on that an earlier branch has too: they are counted there. */
  shared: number;
}

const isBeginning = (one: ChainSurvey, of: ChainSurvey): boolean =>
  one.head.sequence <= of.head.sequence &&
  (one.head.sequence === 0 || of.hashes.is(one.head.sequence - 1, one.head.hash));

/**
 * The union of the chains of all sources, by content: of two of which one is a beginning of the other the longer; two that
 * went different ways both. Pure: the sources may come in any order, several times, or united before.
 */
export function unite(sources: readonly Pick<SourceSurvey, 'chains'>[]): Strand[] {
  const all = sources.flatMap(({ chains }, source) => chains.map((survey, section) => ({ survey, source, section })));
  // The longest first: whatever is a beginning of something then comes behind it.
  all.sort(
    (left, right) =>
      compareText(left.survey.chain, right.survey.chain) ||
      right.survey.head.sequence - left.survey.head.sequence ||
      compareText(left.survey.head.hash, right.survey.head.hash) ||
      left.source - right.source,
  );
  const strands: Strand[] = [];
  for (const { survey, source, section } of all) {
    const holding = { source, section, sequence: survey.head.sequence };
    const containing = strands.filter((one) => one.chain === survey.chain && isBeginning(survey, one.survey));
    if (containing.length === 0)
      strands.push({ chain: survey.chain, branch: 0, survey, holdings: [holding], shared: 0 });
    for (const strand of containing) strand.holdings.push(holding);
  }
  strands.sort(
    (left, right) => compareText(left.chain, right.chain) || compareText(left.survey.head.hash, right.survey.head.hash),
  );
  for (const [at, strand] of strands.entries()) {
    const earlier = strands.slice(0, at).filter(({ chain }) => chain === strand.chain);
    strand.branch = earlier.length;
    strand.shared = Math.max(0, ...earlier.map(({ survey }) => commonLength(survey.hashes, strand.survey.hashes)));
  }
  return strands;
}
