import { createLogger, type LoggerOptions } from '../log/create-logger.ts';
import type { Logger } from '../log/logger.ts';
import { Secrets } from '../log/secrets.ts';
import { type Environment, parseEnvironment } from '../platform/environment.ts';
import { EnvironmentError } from '../platform/environment-error.ts';

/** What every function starts with. */
export interface StartedFunction {
  readonly environment: Environment;
  /** Add a clan's secrets before they are used: no line shows them then. */
  readonly secrets: Secrets;
  readonly log: Logger;
  /** The same log, whose every line also goes to `onLine`. */
  readonly createLog: (onLine: NonNullable<LoggerOptions['onLine']>) => Logger;
}

/** Reads the function's configuration. Where that is wrong, one line says so and the process ends with code 1. */
export function startFunction(name: string): StartedFunction {
  const environment = readEnvironment(name);
  const secrets = new Secrets();
  const options: LoggerOptions = { level: environment.logLevel, secrets, fields: { function: name } };
  return {
    environment,
    secrets,
    log: createLogger(options),
    createLog: (onLine) => createLogger({ ...options, onLine }),
  };
}

function readEnvironment(name: string): Environment {
  try {
    return parseEnvironment(process.env);
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    createLogger({ fields: { function: name } }).critical(error.message);
    process.exit(1);
  }
}
