import { resolve } from 'node:path';
import type {} from 'vitest';
import type { TestProject } from 'vitest/node';
import { buildFunctions } from '../../scripts/build/build-functions.ts';
import { compileScripts } from '../../scripts/build/compile-scripts.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Why the functions could not be built, a line each; empty when they were. */
    readonly buildProblems: readonly string[];
  }
}

const ROOT = resolve(import.meta.dirname, '../..');

/**
 * Builds the functions before the first test, and compiles the scripts. Where the functions cannot be built, the tests
 * that start the platform say why.
 */
export default async function setup(project: TestProject): Promise<void> {
  const [{ problems }] = await Promise.all([
    buildFunctions(ROOT),
    compileScripts(ROOT).catch(() => undefined),
  ]);
  project.provide('buildProblems', problems);
}
