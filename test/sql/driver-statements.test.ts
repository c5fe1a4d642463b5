import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { Bind, Sql } from '../../shared/database/database.ts';
import { inDialect, ORACLE_DIALECT } from '../../shared/database/dialect.ts';
import { openOracle } from '../../shared/database/oracle.ts';
import { readMigrations } from '../../shared/database/read-migrations.ts';
import { bindNames } from '../../shared/database/statement-text.ts';
import { collectStatements } from './collect-statements.ts';
import { fakeOracle } from './fake-oracle.ts';
import { schemaColumns } from './schema-columns.ts';
import { bindColumns } from './suite/bind-columns.ts';

const ROOT = join(import.meta.dirname, '../..');
const columns = schemaColumns(readMigrations(join(ROOT, 'sql/migrations')));
/** Statements as Oracle gets them; those about users hold no binds and are no queries of a store. */
const statements = (await collectStatements(ROOT)).filter(
  ({ isFragment, text }) => !isFragment && /^(SELECT|INSERT|UPDATE|DELETE)\b/.test(text),
);

/** How node-oracledb itself reads a statement before it sends it (thin mode). */
interface DriverStatement {
  readonly isQuery: boolean;
  readonly isDml: boolean;
  readonly isReturning: boolean;
  readonly bindInfoList: readonly { readonly bindName: string }[];
  _prepare(text: string): void;
}
const DriverStatements = z.object({ Statement: z.custom<new () => DriverStatement>() });
const { Statement } = DriverStatements.parse(
  createRequire(import.meta.url)('oracledb/lib/thin/statement.js'),
);

function readByDriver(text: string): DriverStatement {
  const statement = new Statement();
  statement._prepare(text);
  return statement;
}

/** A value for every bind, of the type of its column. */
function valuesFor(text: string): Record<string, Bind> {
  const types = bindColumns(text, columns);
  return Object.fromEntries(
    [...bindNames(text)].map((name, index) => [
      name,
      types.get(name) === 'number' || name.startsWith('row_') ? index : `text ${index}`,
    ]),
  );
}

describe('every statement of the source', () => {
  it('has the binds for the driver that it has for us, and is what its first word says', () => {
    const different = statements.flatMap(({ name, text }) => {
      const sent = inDialect(text, ORACLE_DIALECT);
      const read = readByDriver(sent);
      const ours = [...bindNames(sent)].map((bind) => bind.toUpperCase()).sort();
      const theirs = [...new Set(read.bindInfoList.map((bind) => bind.bindName))].sort();
      const isQuery = sent.startsWith('SELECT');
      const same = JSON.stringify(ours) === JSON.stringify(theirs);
      return same && read.isQuery === isQuery && read.isDml === !isQuery && !read.isReturning ? [] : [name];
    });
    expect(different).toEqual([]);
  });

  it("reaches the driver in Oracle's words, with just these names and values, and CLOBs asked for as text", async () => {
    const oracle = fakeOracle();
    const db = await openOracle({ user: 'clan', password: 'clan', connectString: 'h/s' }, { driver: oracle });
    for (const { text } of statements) {
      // Collected from the tagged templates themselves.
      const statement = text as Sql;
      const values = valuesFor(inDialect(text, ORACLE_DIALECT));
      oracle.calls.splice(0);
      oracle.binds.splice(0);
      oracle.options.splice(0);
      if (text.startsWith('SELECT')) await db.query(z.object({}), statement, values);
      else await db.execute(statement, values);
      const sent = inDialect(text, ORACLE_DIALECT).replace(/\s+/g, ' ').trim();
      const commit = text.startsWith('SELECT') ? [] : ['+commit'];
      expect(oracle.calls).toEqual(['connect', sent, ...commit, 'release']);
      expect(sent).not.toMatch(/\{rows\}|\bLIMIT\b/);
      expect(oracle.binds).toEqual([values]);
      const clob = oracle.options[0]?.fetchTypeHandler?.({ dbType: oracle.DB_TYPE_CLOB });
      expect(clob).toEqual(text.startsWith('SELECT') ? { type: oracle.STRING } : undefined);
    }
    await db.close();
  });

  it('that writes many rows sends them as one array', async () => {
    const oracle = fakeOracle();
    const db = await openOracle({ user: 'clan', password: 'clan', connectString: 'h/s' }, { driver: oracle });
    for (const { text } of statements.filter((statement) =>
      /^(INSERT|UPDATE|DELETE)\b/.test(statement.text),
    )) {
      const values = valuesFor(text);
      oracle.binds.splice(0);
      await db.executeMany(text as Sql, [values, values]);
      expect(oracle.binds).toEqual([[values, values]]);
    }
    await db.close();
  });
});
