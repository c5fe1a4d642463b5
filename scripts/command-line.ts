import { parseArgs } from 'node:util';

/** The call of a script is wrong; the message says how it is called. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

type Options = Record<string, { type: 'string' | 'boolean' }>;

/** Arguments after the script's name. Throws `UsageError` with `usage` for anything that is not in `options`. */
export function parseCommandLine<O extends Options>(options: O, usage: string) {
  try {
    return parseArgs({ args: process.argv.slice(2), options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
}

/** Runs a script: an error of one of these kinds is shown by its message alone, and the process ends with code 1. */
export function runScript(
  main: () => Promise<void>,
  expected: readonly (abstract new (...args: never[]) => Error)[] = [],
): void {
  main().catch((error: unknown) => {
    const isExpected = [UsageError, ...expected].some((kind) => error instanceof kind);
    const text = error instanceof Error ? (isExpected ? error.message : error.stack) : error;
    process.stderr.write(`${text}\n`);
    process.exitCode = 1;
  });
}
