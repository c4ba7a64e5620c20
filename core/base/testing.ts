import fc from 'fast-check';
import { ProblemError } from './problems.ts';

/**
 * The one door to the property-test library. Imported by tests only. The seed is fixed, so that a run can be repeated;
 * another one (FC_SEED=7 npx vitest run) looks elsewhere.
 */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20221001) });

/** How many samples a costly property gets, damaged files above all: FUZZ_ROUNDS for a night, else what a normal run has time for. */
export const fuzzRounds = (normal = 2000): number => Number(process.env.FUZZ_ROUNDS ?? normal);

/** The code of the problem that ends `work`; 'none' when nothing does. Anything else that is thrown is thrown on. */
export function problemCode(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
  return 'none';
}

/** Damaged copies of a file: up to `changes` of its bytes are others, and one copy in four ends too early. */
export function damaged(whole: Uint8Array, { changes = 12 } = {}): fc.Arbitrary<Uint8Array> {
  const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
  return fc
    .tuple(fc.array(change, { minLength: 1, maxLength: changes }), fc.nat(4 * whole.length))
    .map(([changed, cut]) => {
      const bytes = whole.slice(0, Math.max(1, cut));
      for (const [at, value] of changed) if (at < bytes.length) bytes[at] = value;
      return bytes;
    });
}

export { fc };
