import { expect, it } from 'vitest';
import { eraseMember } from '../../../functions/my-data/erase-member.ts';
import { readPersonalData } from '../../../functions/my-data/read-personal-data.ts';
import { savedTablesOf } from '../../../scripts/backup/saved-tables.ts';
import { migrate, schemaVersion } from '../../../shared/database/migrator.ts';
import { exported, restored } from '../../support/backup.ts';
import { NOON, person, TEST_SETTINGS } from '../../support/clan.ts';
import { MIGRATIONS, type Store } from './store.ts';

const WOLF = person(1);
const VERSION = MIGRATIONS.length;
/** The tables that the newest migration makes. */
const NEW_TABLES = savedTablesOf(VERSION).filter(({ since }) => since === VERSION);

/** Cases that need a table of the newest migration. The former schema does not run them. */
export function newCases(store: Store): void {
  it('an export of the former version is restored, and the new tables are empty', async () => {
    await store.clan.seed({ discordId: WOLF, points: 4 });
    const { lines, tail } = await exported(store.db);
    const former = lines.map((line, index) =>
      index === 0
        ? line.replace(`"schema":${VERSION}`, `"schema":${VERSION - 1}`)
        : index === lines.length - 1
          ? JSON.stringify({ kind: 'end', tables: without(tail.tables) })
          : line,
    );
    await restored(store.db, former, { replace: true });
    expect((await exported(store.db)).lines).toEqual(lines);
  });
}

/** What the code does on the schema before its own. */
export function formerCases(store: Store): void {
  it('an export and an erasure do without the tables that are not made yet', async () => {
    await store.clan.seed({ discordId: WOLF, points: 4 });
    expect((await readPersonalData(store.db, WOLF)).sections).toMatchObject({
      member: [{ points: 4 }],
      leaves: [],
    });
    const { lines } = await exported(store.db);
    const erased = await store.clan.change((tx) =>
      eraseMember(tx, { discordId: WOLF, settings: TEST_SETTINGS, now: NOON }),
    );
    expect(erased.result.member).toBe(true);
    expect((await readPersonalData(store.db, WOLF)).sections).toMatchObject({ member: [] });
    await restored(store.db, lines, { replace: true });
    expect((await exported(store.db)).lines).toEqual(lines);
  });

  it('an export of the newer version is refused', async () => {
    const { lines } = await exported(store.db);
    const newer = lines.map((line) => line.replace(`"schema":${VERSION - 1}`, `"schema":${VERSION}`));
    await expect(restored(store.db, newer, { replace: true })).rejects.toThrow(/upgrade this schema first/);
  });

  // The last case: the schema is the newest one then.
  it('is migrated with its data when the upgrade comes', async () => {
    await store.clan.seed({ discordId: WOLF, points: 4 });
    await migrate(store.db, MIGRATIONS);
    expect(await schemaVersion(store.db)).toBe(VERSION);
    expect((await readPersonalData(store.db, WOLF)).sections).toMatchObject({ member: [{ points: 4 }] });
  });
}

function without<T>(tables: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  const isNew = (name: string) => NEW_TABLES.some((table) => table.name === name);
  return Object.fromEntries(Object.entries(tables).filter(([name]) => !isNew(name)));
}
