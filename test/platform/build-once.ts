import { resolve } from 'node:path';
import type {} from 'vitest';
import type { TestProject } from 'vitest/node';
import { buildFunctions } from '../../scripts/build/build-functions.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Why the functions could not be built, a line each; empty when they were. */
    readonly buildProblems: readonly string[];
  }
}

/** Builds the functions before the first test. Where that fails, the tests that start the platform say why. */
export default async function setup(project: TestProject): Promise<void> {
  const { problems } = await buildFunctions(resolve(import.meta.dirname, '../..'));
  project.provide('buildProblems', problems);
}
