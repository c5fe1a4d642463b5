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
CREATE TABLE names (discord_id TEXT PRIMARY KEY, name_key TEXT NOT NULL, name TEXT NOT NULL, joined_at INTEGER NOT NULL);
CREATE INDEX names_key_ix ON names (name_key, joined_at, discord_id);
CREATE TABLE answers (name_key TEXT PRIMARY KEY, user_id TEXT, name TEXT);`;
/** Whose spelling is Roblox's own comes first, then who was there first. */
const HOLDER = `
SELECT n.discord_id FROM names n LEFT JOIN answers a ON a.name_key = n.name_key
WHERE n.name_key = ? ORDER BY CASE WHEN n.name = a.name THEN 0 ELSE 1 END, n.joined_at, LENGTH(n.discord_id), n.discord_id
LIMIT 1`;

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
  readonly #findAnswer: StatementSync;
  readonly #holder: StatementSync;
  readonly #keysAfter: StatementSync;

  constructor() {
    this.#db = openTemporary();
    this.#add = this.#db.prepare('INSERT OR REPLACE INTO names VALUES (?, ?, ?, ?)');
    this.#answer = this.#db.prepare('INSERT OR REPLACE INTO answers VALUES (?, ?, ?)');
    this.#find = this.#db.prepare('SELECT name_key FROM names WHERE discord_id = ?');
    this.#findAnswer = this.#db.prepare('SELECT user_id, name FROM answers WHERE name_key = ?');
    this.#holder = this.#db.prepare(HOLDER);
    this.#keysAfter = this.#db.prepare(
      'SELECT name_key, MIN(name) AS name FROM names WHERE name_key > ? GROUP BY name_key ORDER BY name_key LIMIT ?',
    );
  }

  /** One transaction for a page of members, else each row would be written to the file by itself. */
  addAll(members: readonly { discordId: string; name: string; joinedAt: number }[]): void {
    this.#db.exec('BEGIN');
    for (const { discordId, name, joinedAt } of members) {
      this.#add.run(discordId, nameKey(name), name, joinedAt);
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
    const byKey = new Map(users.map((user) => [nameKey(user.name), user]));
    this.#db.exec('BEGIN');
    for (const { key } of asked) {
      const user = byKey.get(key);
      this.#answer.run(key, user?.id ?? null, user?.name ?? null);
    }
    this.#db.exec('COMMIT');
  }

  /** What became of this member's name. Undefined: the member has none. */
  outcome(discordId: string): NameOutcome | undefined {
    const key = this.#find.get(discordId)?.['name_key'];
    if (typeof key !== 'string') return undefined;
    const holder = String(this.#holder.get(key)?.['discord_id']);
    if (holder !== discordId) return { kind: 'shared', holder };
    const answer = this.#findAnswer.get(key);
    if (answer === undefined) return { kind: 'unasked' };
    const { user_id: userId, name } = answer;
    return typeof userId === 'string' && typeof name === 'string'
      ? { kind: 'account', userId, name }
      : { kind: 'unknown' };
  }

  close(): void {
    this.#db.close();
  }
}
