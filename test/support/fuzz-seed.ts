/** `FUZZ_SEED=<n>` repeats a run of the tests that make inputs up. fast-check prints the seed of a failure. */
export const FUZZ_SEED = Number(process.env['FUZZ_SEED'] ?? 1);

/** Options of `fc.assert`: so many inputs, from that seed. */
export function fuzz(numRuns: number): { readonly seed: number; readonly numRuns: number } {
  return { seed: FUZZ_SEED, numRuns };
}
