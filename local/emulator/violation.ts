/** A request (or an answer to an interaction) that the real service would not have taken, or that it does not know. */
export interface Violation {
  readonly method: string;
  readonly path: string;
  /** One line each: where, and what is wrong. */
  readonly problems: readonly string[];
  readonly body: unknown;
}
