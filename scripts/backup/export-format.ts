import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { ClanName } from '../../shared/clans/clan-record.ts';
import { BackupError } from './backup-error.ts';
import type { SavedTable } from './saved-tables.ts';

/** A row as it is stored: text, whole numbers and NULL. */
export const SavedRow = z.record(z.string(), z.nullable(z.union([z.string(), z.int()])));
export type SavedRow = z.infer<typeof SavedRow>;

/** The first line of an export. */
export const ExportHead = z.object({
  kind: z.literal('clan-bot export'),
  version: z.literal(1),
  clan: ClanName,
  /** The migration that the schema was at. */
  schema: z.int(),
  /** When it was made, Unix milliseconds. */
  at: z.int(),
});
export type ExportHead = z.infer<typeof ExportHead>;

/** Rows of a table and the SHA-256 over them, in 64 hex digits. */
export const TableSum = z.object({ rows: z.int(), sha256: z.string() });
export type TableSum = z.infer<typeof TableSum>;

/** The last line: an export without it is not whole. */
export const ExportTail = z.object({ kind: z.literal('end'), tables: z.record(z.string(), TableSum) });
export type ExportTail = z.infer<typeof ExportTail>;

/** Every other line. */
export const RowLine = z.object({ table: z.string(), row: SavedRow });

/** A line of an export as JSON. Throws `BackupError` with the line's number; rows are not shown, they hold names. */
export function parseLine(line: string, number: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new BackupError(
      `Line ${number} is not JSON: the file is damaged or no export. Nothing was changed.`,
    );
  }
}

/**
 * Counts rows and makes their checksum: over the values in the order of the columns, so that it is the same whatever
 * engine the rows come from.
 */
export class RowSum {
  readonly #hash = createHash('sha256');
  readonly #columns: readonly string[];
  #rows = 0;

  constructor(table: SavedTable) {
    this.#columns = table.columns;
  }

  add(row: SavedRow): void {
    this.#rows += 1;
    this.#hash.update(`${JSON.stringify(this.#columns.map((column) => row[column] ?? null))}\n`);
  }

  /** To be asked once, at the end. */
  end(): TableSum {
    return { rows: this.#rows, sha256: this.#hash.digest('hex') };
  }
}
