import fc from 'fast-check';

/**
 * The one door to the property-test library. Imported by tests only. The seed is fixed, so that a run can be repeated;
 * another one (FC_SEED=7 npx vitest run) looks elsewhere.
 */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20221001) });

export { fc };
