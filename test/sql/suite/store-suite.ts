import { afterAll, beforeAll, beforeEach, describe } from 'vitest';
import type { Database } from '../../../shared/database/database.ts';
import type { Migration } from '../../../shared/database/migration.ts';
import { migrate } from '../../../shared/database/migrator.ts';
import { fillTestClan, type TestClan } from '../../support/clan.ts';
import { backupCases } from './backup.ts';
import { commandCases } from './commands.ts';
import { concurrencyCases } from './concurrency.ts';
import { draftCases } from './drafts.ts';
import { emptySchema } from './empty-schema.ts';
import { engineCases } from './engine.ts';
import { eventCases } from './events.ts';
import { guardCases } from './guards.ts';
import { joinDecisionCases } from './join-decisions.ts';
import { memberCases } from './members.ts';
import { formerCases, newCases } from './new-in-this-version.ts';
import { oldBotCases } from './old-bot.ts';
import { outboxCases } from './outbox.ts';
import { personalDataCases } from './personal-data.ts';
import { pointCases } from './points.ts';
import { rankCases } from './ranks.ts';
import { Ran, recording } from './recording.ts';
import { revertCases } from './reverts.ts';
import { settingsCases } from './settings.ts';
import { MIGRATIONS, type Store } from './store.ts';
import { syncCases } from './sync.ts';

/**
 * The stores and the engine's rules, run by their real functions on the database that `open` gives: SQLite, H2
 * in Oracle mode, Oracle itself. `open` is called for each connection and leads to the same schema each time;
 * the suite migrates it and empties it before every case. `cannot` names the cases that the engine cannot run,
 * with the reason; they are skipped, and a name that no case has is an error. `migrations`: all but the newest for the
 * former schema, on which everything works but what is new. Returns what ran.
 */
export function storeSuite(
  open: () => Promise<Database>,
  cannot: Readonly<Record<string, string>> = {},
  migrations: readonly Migration[] = MIGRATIONS,
): Ran {
  const unknown = new Set(Object.keys(cannot));
  const ran = new Ran();
  let db: Database;
  let clan: TestClan;
  const others: Database[] = [];
  const store: Store = {
    get clan() {
      return clan;
    },
    get db() {
      return db;
    },
    migrations,
    async another() {
      const other = recording(await open(), ran);
      others.push(other);
      return other;
    },
  };

  beforeAll(async () => {
    db = recording(await open(), ran);
    await migrate(db, migrations);
  });
  beforeEach(async ({ task, skip }) => {
    unknown.delete(task.name);
    skip(cannot[task.name] !== undefined, cannot[task.name]);
    for (const other of others.splice(0)) await other.close();
    await emptySchema(db, migrations);
    clan = await fillTestClan(db);
  });
  afterAll(async () => {
    for (const other of others.splice(0)) await other.close();
    await db.close();
    if (unknown.size > 0) throw new Error(`No case is called: ${[...unknown].join('; ')}`);
  });

  describe('the engine', () => engineCases(store));
  describe('members', () => memberCases(store));
  describe('ranks', () => rankCases(store));
  describe('points', () => pointCases(store));
  describe('events', () => eventCases(store));
  describe('drafts', () => draftCases(store));
  describe('settings, blacklist and configuration', () => settingsCases(store));
  describe('commands', () => commandCases(store));
  describe('outbox', () => outboxCases(store));
  describe('personal data', () => personalDataCases(store));
  describe('sync', () => syncCases(store));
  describe('backup', () => backupCases(store));
  if (migrations === MIGRATIONS) {
    describe('the way over', () => oldBotCases(store));
    describe('several containers at once', () => concurrencyCases(store));
    describe('decisions', () => joinDecisionCases(store));
    describe('new in this version', () => newCases(store));
    describe('hourly guards', () => guardCases(store));
    describe('plans to take back', () => revertCases(store));
  } else describe('what is new', () => formerCases(store));
  return ran;
}
