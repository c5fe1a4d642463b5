import * as z from 'zod/mini';
import { sql } from '../../shared/database/database.ts';
import { type OracleOptions, openOracle } from '../../shared/database/oracle.ts';
import { ImportError } from './import-error.ts';
import type { OldDatabase } from './old-database.ts';
import { layoutOf } from './old-layout.ts';

/** The old bot's own names of its variables, so that its `.env` serves as it is. */
const Variables = z.object({
  ORACLE_USER: z.string().check(z.minLength(1)),
  ORACLE_PASSWORD: z.string().check(z.minLength(1)),
  ORACLE_DSN: z.string().check(z.minLength(1)),
});

const COLUMNS = sql`
SELECT c.table_name, c.column_name FROM user_tab_columns c
WHERE c.table_name IN ('MEMBERS', 'RAID_SUBMISSIONS', 'RANK_REQUIREMENTS', 'CONFIG', 'BLACKLIST')`;
const Column = z.object({ table_name: z.string(), column_name: z.string() });
/** Every statement until the end then sees the data as it is now. Only the first of a transaction may say so. */
const READ_ONLY = sql`SET TRANSACTION READ ONLY`;
/** Times come as the text that the old bot's SQLite file has, so that one statement serves for both. */
const TIME_FORMAT = sql`ALTER SESSION SET NLS_TIMESTAMP_FORMAT = 'YYYY-MM-DD"T"HH24:MI:SS.FF3'`;

/**
 * Opens the old bot's tables in its Oracle schema, from ORACLE_USER, ORACLE_PASSWORD and ORACLE_DSN. Reads only.
 * Throws `ImportError` for a missing variable or other tables, `DatabaseError` when there is no way in.
 */
export async function openOldOracle(
  variables: Readonly<Record<string, string | undefined>>,
  options: OracleOptions = {},
): Promise<OldDatabase> {
  const { user, password, connectString } = connectionOf(variables);
  const db = await openOracle(
    { user, password, connectString },
    { callTimeoutMs: 60_000, connectTimeoutSeconds: 20, ...options },
  );
  const name = `the Oracle schema of ${user}`;
  try {
    const layout = layoutOf(columnsOf(await db.query(Column, COLUMNS)), name);
    return {
      name,
      layout,
      snapshot: (work) =>
        db.transaction(async (tx) => {
          await tx.execute(READ_ONLY);
          await tx.execute(TIME_FORMAT);
          return await work(tx);
        }),
      // The driver reads the whole text.
      textsWithNul: () => [],
      close: () => db.close(),
    };
  } catch (error) {
    await db.close();
    throw error;
  }
}

/** Where the old tables are. Throws `ImportError` that names what is missing, never a value. */
export function connectionOf(variables: Readonly<Record<string, string | undefined>>): {
  user: string;
  password: string;
  connectString: string;
} {
  const parsed = Variables.safeParse(variables);
  if (parsed.success) {
    const { ORACLE_USER: user, ORACLE_PASSWORD: password, ORACLE_DSN: connectString } = parsed.data;
    return { user, password, connectString };
  }
  const missing = parsed.error.issues.map((issue) => issue.path.join('.'));
  throw new ImportError(
    `--from oracle needs ${missing.join(', ')} in the environment (or in the file of --env), as the old bot had them. ` +
      'Nothing was changed.',
  );
}

function columnsOf(rows: readonly z.infer<typeof Column>[]): Map<string, Set<string>> {
  const columns = new Map<string, Set<string>>();
  for (const row of rows) {
    const table = row.table_name.toLowerCase();
    columns.set(table, (columns.get(table) ?? new Set()).add(row.column_name.toLowerCase()));
  }
  return columns;
}
