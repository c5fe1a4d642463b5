import type { Queryable } from '../../shared/database/database.ts';
import type { OldLayout } from './old-layout.ts';

/** The database of the old bot. It is read and never written. */
export interface OldDatabase {
  /** For messages: the file, or the Oracle user. Holds no secret. */
  readonly name: string;
  readonly layout: OldLayout;
  /**
   * Lets `work` read one state of the data, while the old bot may write. `work` may run again from the start
   * when a connection breaks.
   */
  snapshot<T>(work: (q: Queryable) => Promise<T>): Promise<T>;
  /** Where a text holds a NUL character, behind which nothing of it can be read: table, row and column. */
  textsWithNul(): Iterable<string>;
  close(): Promise<void>;
}
