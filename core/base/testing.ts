import fc from 'fast-check';

/**
 * The one door to the property-test library. Imported by tests only. The seed is fixed, so that a run can be repeated;
 * another one (FC_SEED=7 npx vitest run) looks elsewhere.
 */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20221001) });

/** How many damaged files a parser is given: FUZZ_ROUNDS for a night, else what a normal run has time for. */
export const fuzzRounds = (normal = 2000): number => Number(process.env.FUZZ_ROUNDS ?? normal);

export { fc };
