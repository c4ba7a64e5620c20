import type { Head, Place } from '../entry.ts';
import type { ImportPayload } from '../kinds/index.ts';
import type { Strand } from './union.ts';

/** An entry of the union: the number of its strand, and its own in that. */
export interface At {
  strand: number;
  sequence: number;
}

/** Where an entry stands, for people and for what is written down. */
export const placeOf = (strands: readonly Strand[], { strand, sequence }: At): Place => ({
  chain: strands[strand]?.chain ?? '',
  sequence,
});

/** Whether an import before an entry took in another one. `isSame` tells whether the chain was the same up to there. */
export const tookIn = (
  imports: readonly (Pick<ImportPayload, 'chains'> & { sequence: number })[],
  sequence: number,
  other: Place,
  isSame: (head: Head) => boolean = () => true,
): boolean =>
  imports.some(
    (one) =>
      one.sequence < sequence &&
      one.chains.some((head) => head.chain === other.chain && head.sequence >= other.sequence && isSame(head)),
  );

/**
 * Whether whoever wrote one entry had the other before their eyes: it stands before it in the same chain, or in what an
 * earlier import of that chain took in. No clock is asked.
 */
export function hasSeen(strands: readonly Strand[], one: At, other: At): boolean {
  const [own, theirs] = [strands[one.strand], strands[other.strand]];
  if (own === undefined || theirs === undefined) return false;
  const isSame = (sequence: number, hash: string): boolean => theirs.survey.hashes.is(sequence - 1, hash);
  if (own.chain === theirs.chain && other.sequence < one.sequence) {
    const hash = own.survey.hashes.at(other.sequence - 1);
    if (hash !== '' && isSame(other.sequence, hash)) return true;
  }
  return tookIn(own.survey.imports, one.sequence, placeOf(strands, other), ({ sequence, hash }) =>
    isSame(sequence, hash),
  );
}
