import fc from 'fast-check';

/** `FUZZ_SEED=<n>` repeats a run of the tests that make inputs up. fast-check prints the seed of a failure. */
export const FUZZ_SEED = Number(process.env['FUZZ_SEED'] ?? 1);

// A seed that differs in each run would break a build by chance, for somebody who changed something else.
fc.configureGlobal({ seed: FUZZ_SEED });

/** fast-check, with that seed. */
export { fc };
