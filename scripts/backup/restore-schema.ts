import type { Database, Queryable } from '../../shared/database/database.ts';
import { DatabaseError, type DatabaseErrorCode } from '../../shared/database/errors.ts';
import { schemaVersion } from '../../shared/database/migrator.ts';
import { BackupError } from './backup-error.ts';
import {
  ExportHead,
  ExportTail,
  parseLine,
  RowLine,
  RowSum,
  type SavedRow,
  type TableSum,
} from './export-format.ts';
import { hasRows, savedRows } from './saved-rows.ts';
import { type SavedTable, savedTablesOf } from './saved-tables.ts';

const ROWS_A_BATCH = 500;
/** What a schema says to rows that it cannot hold. */
const REFUSED_ROWS: readonly DatabaseErrorCode[] = ['constraint', 'unique', 'too-long', 'usage'];

export interface RestoreOptions {
  /** Migrated. */
  readonly db: Database;
  readonly clan: string;
  /** The lines of the export, from the first; called again when the work starts again. */
  readonly lines: () => AsyncIterable<string>;
  /** What the schema holds is deleted first. Else a schema that holds anything is refused. */
  readonly replace: boolean;
  /** Called with the number of rows read so far. */
  readonly progress: (rows: number) => void;
}

/**
 * Reads an export into a clan's schema, in one transaction: the schema then holds exactly what the export holds, on
 * either engine. Counts and checksums are compared twice: of what was read with the export's end, and of what was
 * written, read back, with the same. Throws `BackupError`, and changes nothing, when anything differs.
 */
export async function restoreSchema(options: RestoreOptions): Promise<ExportTail> {
  const { db, replace } = options;
  const schema = await schemaVersion(db);
  return db.transaction(async (tx) => {
    const tables = savedTablesOf(schema);
    if (replace) for (const table of [...tables].reverse()) await tx.execute(table.clear);
    else await refuseUnlessEmpty(tx, tables);
    const { tail, saved } = await writeRows(tx, schema, options);
    await readBack(tx, tables, tail, saved);
    return tail;
  });
}

async function refuseUnlessEmpty(tx: Queryable, tables: readonly SavedTable[]): Promise<void> {
  const filled: string[] = [];
  for (const table of tables) if (await hasRows(tx, table)) filled.push(table.name);
  if (filled.length === 0) return;
  throw new BackupError(
    `The schema holds data already (${filled.join(', ')}). Nothing was changed. ` +
      'Restore into an empty one, or say --replace: everything in it is then deleted first.',
  );
}

/** Writes the rows as they come, a batch at a time. Returns the end that they agree with, and the tables of the file. */
async function writeRows(
  tx: Queryable,
  schema: number,
  options: RestoreOptions,
): Promise<{ readonly tail: ExportTail; readonly saved: readonly SavedTable[] }> {
  let saved: readonly SavedTable[] = [];
  let sums: ReadonlyMap<string, RowSum> = new Map();
  let batch: { readonly table: SavedTable; readonly rows: SavedRow[] } | undefined;
  let number = 0;
  let tail: ExportTail | undefined;
  const flush = async () => {
    if (batch !== undefined) await addRows(tx, batch, number);
    batch = undefined;
  };
  for await (const line of options.lines()) {
    number += 1;
    const content = parseLine(line, number);
    if (number === 1) {
      saved = savedTablesOf(checkHead(content, schema, options.clan).schema);
      sums = sumsOf(saved);
    } else if (tail !== undefined) throw damaged(number, 'more lines follow the end');
    else if (ExportTail.safeParse(content).success) tail = ExportTail.parse(content);
    else {
      const { table, row } = readRow(content, number, saved);
      if (batch !== undefined && (batch.table !== table || batch.rows.length >= ROWS_A_BATCH)) await flush();
      batch = batch ?? { table, rows: [] };
      batch.rows.push(row);
      sums.get(table.name)?.add(row);
      options.progress(number - 1);
    }
  }
  await flush();
  if (tail === undefined) throw damaged(number, 'the file ends before its end');
  compare(tail, sums, 'The export is damaged');
  return { tail, saved };
}

async function addRows(
  tx: Queryable,
  { table, rows }: { readonly table: SavedTable; readonly rows: readonly SavedRow[] },
  line: number,
): Promise<void> {
  try {
    await tx.executeMany(table.add, rows);
  } catch (error) {
    if (!(error instanceof DatabaseError) || !REFUSED_ROWS.includes(error.code)) throw error;
    throw damaged(line, `the rows of ${table.name} before it break a rule of the schema (${error.message})`);
  }
}

function checkHead(content: unknown, schema: number, clan: string): ExportHead {
  const head = ExportHead.safeParse(content);
  if (!head.success) {
    throw new BackupError(
      'This is no export of a clan (its first line is not the head of one). Nothing was changed.',
    );
  }
  if (head.data.clan !== clan) {
    throw new BackupError(
      `This is an export of the clan ${head.data.clan}, not of ${clan}. Nothing was changed. ` +
        `A clan's data belongs to its own server and group: restore it with --clan ${head.data.clan}.`,
    );
  }
  if (head.data.schema > schema) {
    throw new BackupError(
      `The export is of schema version ${head.data.schema}, this schema has ${schema}. Nothing was changed. ` +
        'Restore it with the version of the bot that made it, or upgrade this schema first.',
    );
  }
  return head.data;
}

function readRow(
  content: unknown,
  number: number,
  saved: readonly SavedTable[],
): { readonly table: SavedTable; readonly row: SavedRow } {
  const line = RowLine.safeParse(content);
  if (!line.success) throw damaged(number, 'it is neither a row nor the end');
  const table = saved.find((each) => each.name === line.data.table);
  if (table === undefined) throw damaged(number, 'there is no such table');
  const names = Object.keys(line.data.row);
  const isWhole =
    names.length === table.columns.length && table.columns.every((name) => names.includes(name));
  if (!isWhole) throw damaged(number, `the columns are not those of ${table.name}`);
  return { table, row: line.data.row };
}

/** Tables that the file does not know must be empty: it is of a version that did not have them. */
async function readBack(
  tx: Queryable,
  tables: readonly SavedTable[],
  tail: ExportTail,
  saved: readonly SavedTable[],
): Promise<void> {
  const sums = sumsOf(tables);
  for (const table of tables) {
    for await (const page of savedRows(tx, table)) for (const row of page) sums.get(table.name)?.add(row);
  }
  const empty = tables.filter((table) => !saved.includes(table));
  const wanted = Object.fromEntries([...sumsOf(empty)].map(([name, sum]) => [name, sum.end()]));
  compare({ ...tail, tables: { ...tail.tables, ...wanted } }, sums, 'What was written is not what was read');
}

function sumsOf(tables: readonly SavedTable[]): ReadonlyMap<string, RowSum> {
  return new Map(tables.map((table) => [table.name, new RowSum(table)]));
}

function compare(tail: ExportTail, sums: ReadonlyMap<string, RowSum>, what: string): void {
  const differing = [...sums].flatMap(([name, sum]) => {
    const found = sum.end();
    const wanted = tail.tables[name];
    return wanted !== undefined && same(found, wanted)
      ? []
      : [`${name} (${found.rows} rows, ${wanted?.rows ?? 'none'} expected)`];
  });
  if (differing.length === 0) return;
  throw new BackupError(
    `${what}: counts or checksums differ in ${differing.join(', ')}. Nothing was changed.`,
  );
}

function same(a: TableSum, b: TableSum): boolean {
  return a.rows === b.rows && a.sha256 === b.sha256;
}

function damaged(line: number, what: string): BackupError {
  return new BackupError(`Line ${line}: ${what}. The file is damaged. Nothing was changed.`);
}
