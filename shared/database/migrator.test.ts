import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { dyingAt } from '../../test/support/broken-database.ts';
import { type Database, sql } from './database.ts';
import { type Migration, MigrationError } from './migration.ts';
import { migrate, schemaVersion } from './migrator.ts';
import { openSqlite } from './sqlite.ts';

const FIRST: Migration = {
  version: 1,
  name: 'first',
  text: `CREATE TABLE medals (medal_id VARCHAR2(32) NOT NULL, worth NUMBER(5));
INSERT INTO medals (medal_id, worth) VALUES ('gold', 3);
UPDATE medals SET worth = worth + 1;
CREATE INDEX medals_worth_ix ON medals (worth);
`,
};
const SECOND: Migration = {
  version: 2,
  name: 'second',
  text: 'ALTER TABLE medals ADD colour VARCHAR2(20);\n',
};
const Medal = z.object({ medal_id: z.string(), worth: z.int() });
const MEDALS = sql`SELECT medal_id, worth FROM medals`;

let directory: string;
let db: Database;
let clock: number;
const opened: Database[] = [];

async function open(): Promise<Database> {
  const database = await openSqlite(join(directory, 'data.db'));
  opened.push(database);
  return database;
}

/** Another run holds the lease for so long. */
async function leaseOfOther(leftMs: number): Promise<void> {
  await db.execute(sql`UPDATE schema_lease SET lease_owner = 'other', lease_until = :lease_until`, {
    lease_until: clock + leftMs,
  });
}

/** The schema, where the other run renews its lease whenever this one tries to take it. */
function renewing(): Database {
  return {
    ...dyingAt(db, 99, 'before'),
    async execute(statement, binds) {
      await leaseOfOther(15_000);
      return db.execute(statement, binds);
    },
  };
}

/** A run whose clock moves only when it waits. */
function options(more: { owner?: string; dryRun?: boolean; tell?: (line: string) => void } = {}) {
  return {
    now: () => clock,
    pause: async (ms: number) => {
      clock += ms;
      await new Promise((resolve) => setImmediate(resolve));
    },
    ...more,
  };
}

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'migrator-'));
  clock = 1_700_000_000_000;
  db = await open();
});

afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
  rmSync(directory, { recursive: true });
});

describe('a run', () => {
  it('applies what is missing, in order of version, and tells so', async () => {
    const lines: string[] = [];
    const report = await migrate(db, [SECOND, FIRST], options({ tell: (line) => lines.push(line) }));
    expect(report).toEqual({
      from: 0,
      to: 2,
      migrations: [
        { migration: '0001_first', firstStep: 1, steps: 4 },
        { migration: '0002_second', firstStep: 1, steps: 1 },
      ],
      schemaIsNewer: false,
    });
    expect(lines).toEqual(['0001_first: 4 statements', '0002_second: 1 statements']);
    expect(await db.query(Medal, MEDALS)).toEqual([{ medal_id: 'gold', worth: 4 }]);
    expect(await schemaVersion(db)).toBe(2);
  });

  it('does nothing the second time', async () => {
    await migrate(db, [FIRST], options());
    const report = await migrate(db, [FIRST], options());
    expect(report).toMatchObject({ from: 1, to: 1, migrations: [] });
    expect(await db.query(Medal, MEDALS)).toEqual([{ medal_id: 'gold', worth: 4 }]);
  });

  it('applies a later migration to a schema in use', async () => {
    await migrate(db, [FIRST], options());
    const report = await migrate(db, [FIRST, SECOND], options());
    expect(report).toMatchObject({ from: 1, to: 2, migrations: [{ migration: '0002_second' }] });
  });

  it('that is dry says what would run and changes nothing, not even its own tables', async () => {
    const report = await migrate(db, [FIRST], options({ dryRun: true }));
    expect(report).toMatchObject({
      from: 0,
      to: 0,
      migrations: [{ migration: '0001_first', firstStep: 1, steps: 4 }],
    });
    const tables = await db.query(
      z.object({ how_many: z.int() }),
      sql`SELECT COUNT(*) AS how_many FROM sqlite_master WHERE type = 'table'`,
    );
    expect(tables).toEqual([{ how_many: 0 }]);
  });

  it('of older code on a newer schema changes nothing and says so', async () => {
    await migrate(db, [FIRST, SECOND], options());
    expect(await migrate(db, [FIRST], options())).toMatchObject({
      from: 2,
      to: 2,
      migrations: [],
      schemaIsNewer: true,
    });
  });

  it('names migration and statement when one fails, and keeps what had run', async () => {
    const broken = { ...SECOND, text: `${SECOND.text}ALTER TABLE absent ADD colour VARCHAR2(20);\n` };
    await expect(migrate(db, [FIRST, broken], options())).rejects.toThrow(
      /0002_second, statement 2: no such table/,
    );
    expect(await schemaVersion(db)).toBe(1);
    // The statement that never ran may be fixed, and only that one runs.
    const fixed = { ...SECOND, text: `${SECOND.text}CREATE INDEX medals_colour_ix ON medals (colour);\n` };
    expect(await migrate(db, [FIRST, fixed], options())).toMatchObject({
      to: 2,
      migrations: [{ firstStep: 2 }],
    });
  });
});

describe('an interrupted run', () => {
  const places = [1, 2, 3, 4].flatMap((nth) =>
    (['before', 'after'] as const).map((when) => [nth, when] as const),
  );

  it.each(places.filter(([nth, when]) => when === 'before' || nth === 1 || nth === 4))(
    'goes on where it stopped: killed at statement %i, %s it',
    async (nth, when) => {
      await expect(migrate(dyingAt(db, nth, when), [FIRST], options())).rejects.toThrow('killed');
      expect(await schemaVersion(db)).toBe(0);
      // The dead run's lease is waited for.
      const report = await migrate(db, [FIRST], options());
      expect(report).toMatchObject({ from: 0, to: 1, migrations: [{ firstStep: nth }] });
      expect(await db.query(Medal, MEDALS)).toEqual([{ medal_id: 'gold', worth: 4 }]);
    },
  );

  it('does not take a foreign table for its own: only a statement that had begun may find its work done', async () => {
    await db.runMigrationStatement('CREATE TABLE medals (other NUMBER(1))');
    await expect(migrate(db, [FIRST], options())).rejects.toMatchObject({ code: 'exists' });
  });
});

describe('a migration is refused', () => {
  it('when it was edited after it had run', async () => {
    await migrate(db, [FIRST, SECOND], options());
    const edited = { ...FIRST, text: FIRST.text.replace("'gold', 3", "'gold', 5") };
    await expect(migrate(db, [edited, SECOND], options())).rejects.toThrow(
      /0001_first was edited .*statement 2 differs/,
    );
    const longer = { ...FIRST, text: `${FIRST.text}DROP TABLE medals;\n` };
    await expect(migrate(db, [longer, SECOND], options())).rejects.toThrow(
      /the number of its statements differs/,
    );
    const shorter = { ...FIRST, text: FIRST.text.split(';\n').slice(0, 3).join(';\n').concat(';\n') };
    await expect(migrate(db, [shorter, SECOND], options())).rejects.toThrow(MigrationError);
    expect(await db.query(Medal, MEDALS)).toEqual([{ medal_id: 'gold', worth: 4 }]);
  });

  it('when only its comments were edited, it is not', async () => {
    await migrate(db, [FIRST], options());
    await migrate(db, [{ ...FIRST, text: `-- what this is for\n${FIRST.text}` }], options());
  });

  it('when it comes before one that has run', async () => {
    await migrate(
      db,
      [SECOND].map((one) => ({ ...one, text: 'CREATE TABLE a (b NUMBER(1));\n' })),
      options(),
    );
    await expect(
      migrate(db, [FIRST, { ...SECOND, text: 'CREATE TABLE a (b NUMBER(1));\n' }], options()),
    ).rejects.toThrow(/comes before version 2, which has run already/);
  });

  it('when one that has run is missing', async () => {
    await migrate(db, [FIRST, SECOND], options());
    const third = { version: 3, name: 'third', text: 'DROP TABLE medals;\n' };
    await expect(migrate(db, [FIRST, third], options())).rejects.toThrow(
      /holds migration 2 \(second\), which is missing/,
    );
  });

  it('when two have one version', async () => {
    await expect(migrate(db, [FIRST, { ...SECOND, version: 1 }], options())).rejects.toThrow(
      /Two migrations have version 1/,
    );
  });
});

describe('two runners', () => {
  it('at the same time apply everything once', async () => {
    const other = await open();
    const reports = await Promise.all([
      migrate(db, [FIRST, SECOND], options({ owner: 'one' })),
      migrate(other, [FIRST, SECOND], options({ owner: 'two' })),
    ]);
    expect(await db.query(Medal, MEDALS)).toEqual([{ medal_id: 'gold', worth: 4 }]);
    expect(reports.map((report) => report.to)).toEqual([2, 2]);
    expect(reports.flatMap((report) => report.migrations)).toHaveLength(2);
  });

  it('one stops when the other has taken its lease over', async () => {
    const other = await open();
    const slow: Database = dyingAt(db, 99, 'before');
    const wrapped: Database = {
      ...slow,
      async runMigrationStatement(text, record) {
        await slow.runMigrationStatement(text, record);
        if (!text.startsWith('INSERT')) return;
        // This run hangs for longer than its lease; another one finishes meanwhile.
        clock += 60_000;
        await migrate(other, [FIRST], options({ owner: 'two' }));
      },
    };
    await expect(migrate(wrapped, [FIRST], options({ owner: 'one' }))).rejects.toThrow(
      /Another run has taken over/,
    );
    expect(await db.query(Medal, MEDALS)).toEqual([{ medal_id: 'gold', worth: 4 }]);
  });

  it('one waits, says so, and gives up when the other does not end', async () => {
    await migrate(db, [FIRST], options());
    const lines: string[] = [];
    // The other run goes on: it renews its lease each time this one looks.
    const renewed = renewing();
    const run = migrate(renewed, [FIRST, SECOND], options({ tell: (line) => lines.push(line) }));
    await expect(run).rejects.toThrow(/Another run is migrating this schema/);
    expect(lines[0]).toMatch(/^waiting for another run/);
  });

  it('one does not wait for a lease from before the clock was set back', async () => {
    await migrate(db, [FIRST], options());
    await leaseOfOther(86_400_000);
    const lines: string[] = [];
    await migrate(db, [FIRST, SECOND], options({ tell: (line) => lines.push(line) }));
    expect(lines.join()).not.toContain('waiting');
    expect(await schemaVersion(db)).toBe(2);
  });

  it('one gives up in time when the clock is set back while it waits', async () => {
    await migrate(db, [FIRST], options());
    const renewed = renewing();
    let pauses = 0;
    const waiting = options();
    const run = migrate(renewed, [FIRST, SECOND], {
      ...waiting,
      async pause(ms) {
        pauses += 1;
        if (pauses === 3) clock -= 86_400_000;
        await waiting.pause(ms);
      },
    });
    await expect(run).rejects.toThrow(/Another run is migrating this schema/);
    expect(pauses).toBeLessThan(10);
  });
});
