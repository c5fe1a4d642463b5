import type { Queryable } from '../../shared/database/database.ts';
import type { Anomalies } from './anomalies.ts';
import type { Comparison } from './comparison.ts';

/** What every part of one import works with. Made again when its transaction starts again. */
export interface ImportRun {
  /** The new schema. */
  readonly tx: Queryable;
  readonly anomalies: Anomalies;
  readonly comparison: Comparison;
  /** Unix milliseconds. */
  readonly now: number;
  /** A new id of this change: `<snowflake>-n`. */
  readonly newId: () => string;
  /**
   * The latest time in the data of earlier imports (Unix milliseconds): what is older and not here was deleted here.
   * Undefined: this is the first import.
   */
  readonly seenUntil: number | undefined;
  /** Nobody was a member here when the import began, so that nobody need be looked for. */
  readonly wasEmpty: boolean;
  /** Notes the time of a row that was read. */
  readonly see: (time: number) => void;
}
