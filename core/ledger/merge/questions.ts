import type { SourceSurvey } from './survey.ts';
import type { Strand } from './union.ts';
import { seatsOf } from './who.ts';

/** A hash that was kept outside: printed, signed. Its number is told where the sheet has it. */
export interface Witness {
  hash: string;
  sequence?: number;
  /** The label of the seat whose sheet it is, where it is known. */
  seat?: string;
}

/**
 * What a person is asked before a bundle is taken in. shorter: its chain has fewer records than an earlier import had;
 * rewritten: it has as many, and others; witness: a hash that was typed in is in no bundle.
 */
export interface Question {
  is: 'shorter' | 'rewritten' | 'witness';
  /** The file; '' where no single one is meant. */
  name: string;
  who: string;
  chain: string;
  /** How many records the bundle has, and how many there should be; 0 where that is not known. */
  sequence: number;
  known: number;
}

/** The chains of the bundles by what was known of them before. */
export function questionsOf(
  strands: readonly Strand[],
  sources: readonly (SourceSurvey & { own?: true })[],
  witnesses: readonly Witness[],
): Question[] {
  const known = new Map<string, { sequence: number; hash: string }>();
  for (const { chain, sequence, hash } of strands.flatMap(({ survey }) =>
    survey.imports.flatMap((one) => one.chains),
  )) {
    if (chain !== '' && sequence > (known.get(chain)?.sequence ?? 0)) known.set(chain, { sequence, hash });
  }
  const brought = sources
    .filter(({ own }) => own === undefined)
    .flatMap(({ name, chains }) => chains.map((survey) => ({ name, survey })));
  const questions: Question[] = [];
  for (const [chain, { sequence, hash }] of known) {
    const all = brought.filter(({ survey }) => survey.chain === chain);
    const longest = Math.max(0, ...all.map(({ survey }) => survey.head.sequence));
    const [one] = all.filter(({ survey }) => survey.head.sequence === longest);
    if (one === undefined || all.some(({ survey }) => survey.hashes.is(sequence - 1, hash))) continue;
    const is = longest < sequence ? 'shorter' : 'rewritten';
    questions.push({ is, name: one.name, who: seatsOf(one.survey), chain, sequence: longest, known: sequence });
  }
  for (const { hash, sequence = 0, seat } of witnesses) {
    const found = brought.some(({ survey }) =>
      sequence > 0
        ? survey.hashes.is(sequence - 1, hash)
        : Array.from({ length: survey.hashes.length }, (_, index) => index).some((at) => survey.hashes.is(at, hash)),
    );
    if (found) continue;
    const own = brought.filter(({ survey }) => seat === undefined || survey.seats.has(seat));
    const shorter = own.filter(({ survey }) => survey.head.sequence < sequence);
    const [one] = shorter;
    const only =
      one !== undefined && shorter.every(({ survey }) => survey.chain === one.survey.chain) ? one : undefined;
    questions.push({
      is: 'witness',
      name: only?.name ?? '',
      who: only === undefined ? '' : seatsOf(only.survey),
      chain: only?.survey.chain ?? '',
      sequence: only?.survey.head.sequence ?? 0,
      known: sequence,
    });
  }
  return questions;
}
