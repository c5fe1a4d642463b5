import { loggable } from './loggable.ts';
import type { LogFields, Logger } from './logger.ts';
import { Secrets } from './secrets.ts';
import { writeLine } from './write-line.ts';

const LOG_LEVELS = ['debug', 'info', 'warning', 'error', 'critical', 'none'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
type LineLevel = Exclude<LogLevel, 'none'>;

/** One line, already free of secrets. */
export interface LogLine {
  readonly level: LineLevel;
  readonly message: string;
  readonly fields: LogFields;
}

export interface LoggerOptions {
  /** The least severe level that is written; default `info`. */
  readonly level?: LogLevel;
  /** Unix milliseconds. */
  readonly now?: () => number;
  /** Takes one line of JSON without its line end; default: standard output. */
  readonly write?: (line: string) => void;
  /** Gets every line of every level as well, for the clan's log channel. Must not throw or wait. */
  readonly onLine?: (line: LogLine) => void;
  /** Add a clan's token, key and password to it before they are used. */
  readonly secrets?: Secrets;
  readonly fields?: LogFields;
}

/** A log of JSON lines: `{time, level, message, ...fields}`. Never throws. */
export function createLogger(options: LoggerOptions = {}): Logger {
  const least = LOG_LEVELS.indexOf(options.level ?? 'info');
  const secrets = options.secrets ?? new Secrets();
  const now = options.now ?? Date.now;
  const write = options.write ?? writeLine;
  const base = options.fields ?? {};

  function log(level: LineLevel, message: string, fields: LogFields = {}): void {
    const written = LOG_LEVELS.indexOf(level) >= least;
    if (!written && options.onLine === undefined) return;
    const text = secrets.remove(message);
    const clean = loggable({ ...base, ...fields }, secrets);
    options.onLine?.({ level, message: text, fields: clean });
    if (written)
      write(JSON.stringify({ time: new Date(now()).toISOString(), level, message: text, ...clean }));
  }

  return {
    debug: (message, fields) => log('debug', message, fields),
    info: (message, fields) => log('info', message, fields),
    warning: (message, fields) => log('warning', message, fields),
    error: (message, fields) => log('error', message, fields),
    critical: (message, fields) => log('critical', message, fields),
    with: (fields) => createLogger({ ...options, secrets, fields: { ...base, ...fields } }),
  };
}
