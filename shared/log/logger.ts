/** One line of JSON per call on standard output, which OCI Logging collects. Secrets in values are removed. */
export interface Logger {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warning(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
  critical(message: string, fields?: LogFields): void;
  /** The same log with fields added to every line: interaction id, clan, command. */
  with(fields: LogFields): Logger;
}
export type LogFields = Readonly<Record<string, unknown>>;
