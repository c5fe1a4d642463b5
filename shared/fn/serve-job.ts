import type { Declaration } from '../commands/declaration.ts';
import type { Job } from './job.ts';

/** The whole of a job's `func.ts`: starts the function and runs `run` once for each invocation. */
export function serveJob(declaration: Declaration, run: Job): void {
  throw new Error(`${declaration.name} (${run.name}): the runtime that serves jobs is being built.`);
}
