import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { nameKey } from '../../shared/members/name-key.ts';
import type { RobloxUser } from '../../shared/roblox/client.ts';

/** What became of a member's Roblox name. */
export type NameOutcome =
  | { readonly kind: 'account'; readonly userId: string; readonly name: string }
  /** Nobody has this name now. */
  | { readonly kind: 'unknown' }
  /** It could not be looked up. */
  | { readonly kind: 'unasked' }
  /** Another member with the same name gets the account, if there is one. */
  | { readonly kind: 'shared'; readonly holder: string };

const SCHEMA = `
CREATE TABLE names (name_key TEXT NOT NULL, discord_id TEXT NOT NULL, name TEXT NOT NULL, joined_at INTEGER NOT NULL,
  PRIMARY KEY (name_key, discord_id)) WITHOUT ROWID;
CREATE TABLE answers (name_key TEXT PRIMARY KEY, user_id TEXT, name TEXT) WITHOUT ROWID;`;
/** Whose spelling is Roblox's own comes first, then who was there first. */
const FIND = `
SELECT n.discord_id AS holder, a.name_key AS asked, a.user_id, a.name
FROM names n LEFT JOIN answers a ON a.name_key = n.name_key
WHERE n.name_key = ? ORDER BY CASE WHEN n.name = a.name THEN 0 ELSE 1 END, n.joined_at, LENGTH(n.discord_id), n.discord_id
LIMIT 1`;

/** Something that the outcome of a name could depend on. */
const ANYTHING = `
SELECT 1 FROM answers UNION ALL SELECT 1 FROM (SELECT 1 FROM names GROUP BY name_key HAVING COUNT(*) > 1) LIMIT 1`;

/** In a file that SQLite makes for itself. */
function openTemporary(): DatabaseSync {
  const db = new DatabaseSync('');
  try {
    db.exec('PRAGMA journal_mode = OFF');
    db.exec(SCHEMA);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * The old members' names and what Roblox said about them: in a temporary file of SQLite's own that nobody else sees
 * and that is gone when it is closed, so that 100,000 names take no more memory than 1,000.
 */
export class NameStore {
  readonly #db: DatabaseSync;
  readonly #add: StatementSync;
  readonly #answer: StatementSync;
  readonly #find: StatementSync;
  readonly #keysAfter: StatementSync;
  /** Nobody was asked and no two members have one name; undefined: not known at the moment. */
  #isBare: boolean | undefined;

  constructor() {
    this.#db = openTemporary();
    this.#add = this.#db.prepare('INSERT OR REPLACE INTO names VALUES (?, ?, ?, ?)');
    this.#answer = this.#db.prepare('INSERT OR REPLACE INTO answers VALUES (?, ?, ?)');
    this.#find = this.#db.prepare(FIND);
    this.#keysAfter = this.#db.prepare(
      'SELECT name_key, MIN(name) AS name FROM names WHERE name_key > ? GROUP BY name_key ORDER BY name_key LIMIT ?',
    );
  }

  /** Begins again, without names and answers. */
  clear(): void {
    this.#isBare = undefined;
    this.#db.exec('DELETE FROM names; DELETE FROM answers');
  }

  /** One transaction for a page of members, else each row would be written to the file by itself. */
  addAll(members: readonly { discordId: string; name: string; joinedAt: number }[]): void {
    this.#isBare = undefined;
    this.#db.exec('BEGIN');
    for (const { discordId, name, joinedAt } of members) {
      this.#add.run(nameKey(name), discordId, name, joinedAt);
    }
    this.#db.exec('COMMIT');
  }

  /** How many different names there are, ignoring case. */
  count(): number {
    const row = this.#db.prepare('SELECT COUNT(DISTINCT name_key) AS found FROM names').get();
    return Number(row?.['found'] ?? 0);
  }

  /** The next names after this key, each once; empty at the end. */
  after(key: string, limit: number): readonly { key: string; name: string }[] {
    return this.#keysAfter
      .all(key, limit)
      .map((row) => ({ key: String(row['name_key']), name: String(row['name']) }));
  }

  /** Keeps what Roblox answered for these names; who is missing from the answer is unknown to Roblox. */
  answerAll(asked: readonly { key: string }[], users: readonly RobloxUser[]): void {
    this.#isBare = undefined;
    const byKey = new Map(users.map((user) => [nameKey(user.name), user]));
    this.#db.exec('BEGIN');
    for (const { key } of asked) {
      const user = byKey.get(key);
      this.#answer.run(key, user?.id ?? null, user?.name ?? null);
    }
    this.#db.exec('COMMIT');
  }

  /** What became of this member's name. Undefined: there is none. One that is not here: 'unasked'. */
  outcome(member: { readonly discordId: string; readonly name: string | null }): NameOutcome | undefined {
    const { discordId, name } = member;
    if (name === null) return undefined;
    this.#isBare ??= this.#db.prepare(ANYTHING).get() === undefined;
    if (this.#isBare) return { kind: 'unasked' };
    const found = this.#find.get(nameKey(name));
    if (found === undefined) return { kind: 'unasked' };
    const { holder, asked, user_id: userId, name: robloxName } = found;
    if (holder !== discordId) return { kind: 'shared', holder: String(holder) };
    if (asked === null) return { kind: 'unasked' };
    return typeof userId === 'string' && typeof robloxName === 'string'
      ? { kind: 'account', userId, name: robloxName }
      : { kind: 'unknown' };
  }

  close(): void {
    this.#db.close();
  }
}
