import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { sql } from '../../../shared/database/database.ts';
import { DatabaseError, type DatabaseErrorCode } from '../../../shared/database/errors.ts';
import { schemaVersion } from '../../../shared/database/migrator.ts';
import { NOON, person } from '../../support/clan.ts';
import type { Store } from './store.ts';

const ADD_RANK = sql`
INSERT INTO ranks (rank_id, rank_order, rank_name, points_required, roblox_rank, admin_only, category)
VALUES (:rank_id, :rank_order, :rank_name, 0, '1', :admin_only, :category)`;
const FIND_RANK = sql`SELECT rank_name, category FROM ranks WHERE rank_id = :rank_id`;
const Rank = z.object({ rank_name: z.string(), category: z.nullable(z.string()) });
const PUT_STATE = sql`
INSERT INTO sync_state (state_key, state_value, changed_at) VALUES (:state_key, :state_value, :changed_at)`;
const GET_STATE = sql`SELECT state_value FROM sync_state WHERE state_key = :state_key`;
const State = z.object({ state_value: z.string() });
const ADD_BAN = sql`
INSERT INTO blacklist (discord_id, expires_at, created_at) VALUES (:discord_id, :expires_at, :created_at)`;
const Id = z.object({ discord_id: z.string() });

const rank = { rank_id: '9', rank_order: 90, rank_name: 'New', admin_only: 0, category: null };

async function refusal(work: Promise<unknown>): Promise<DatabaseErrorCode | undefined> {
  return await work.then(
    () => undefined,
    (error) => (error instanceof DatabaseError ? error.code : Promise.reject(error)),
  );
}

/** The rules of DESIGN, Data, as every engine must hold them. */
export function engineCases(store: Store): void {
  it('has the newest schema', async () => {
    expect(await schemaVersion(store.db)).toBe(store.migrations.at(-1)?.version);
  });

  it('knows the empty text as NULL only', async () => {
    await store.db.execute(ADD_RANK, { ...rank, category: '' });
    expect(await store.db.query(Rank, FIND_RANK, { rank_id: '9' })).toEqual([
      { rank_name: 'New', category: null },
    ]);
    expect(await refusal(store.db.execute(ADD_RANK, { ...rank, rank_id: '' }))).toBe('constraint');
  });

  it('counts lengths in characters, emoji too', async () => {
    const name = '🐺'.repeat(100);
    await store.db.execute(ADD_RANK, { ...rank, rank_name: name });
    expect(await store.db.query(Rank, FIND_RANK, { rank_id: '9' })).toEqual([
      { rank_name: name, category: null },
    ]);
    const longer = { ...rank, rank_id: '10', rank_order: 91, rank_name: `${name}x` };
    expect(await refusal(store.db.execute(ADD_RANK, longer))).toBe('too-long');
  });

  it('keeps long texts of any script whole', async () => {
    const text = JSON.stringify({ text: 'العربية 🐺 "quoted" \\ \n'.repeat(5000) });
    await store.db.execute(PUT_STATE, { state_key: 'long', state_value: text, changed_at: NOON });
    expect(await store.db.query(State, GET_STATE, { state_key: 'long' })).toEqual([{ state_value: text }]);
  });

  it('keeps the largest numbers that a program can hold exactly', async () => {
    await store.db.execute(PUT_STATE, {
      state_key: 'now',
      state_value: '{}',
      changed_at: 999_999_999_999_999,
    });
    const Row = z.object({ changed_at: z.int() });
    const find = sql`SELECT changed_at FROM sync_state WHERE state_key = 'now'`;
    expect(await store.db.query(Row, find)).toEqual([{ changed_at: 999_999_999_999_999 }]);
  });

  it.for<[DatabaseErrorCode, string, object]>([
    ['unique', 'a key that exists', { rank_order: 1 }],
    ['constraint', 'a CHECK', { admin_only: 2 }],
    ['constraint', 'a NOT NULL', { rank_name: null }],
    ['too-long', 'too long a text', { category: 'x'.repeat(101) }],
    ['usage', 'a bind that is missing', { category: undefined }],
  ])('says %s for %s', async ([code, , change]) => {
    expect(await refusal(store.db.execute(ADD_RANK, Object.assign({ ...rank }, change)))).toBe(code);
  });

  it('says constraint for a missing parent and for a parent that has children', async () => {
    const orphan = sql`INSERT INTO members (discord_id, rank_id, joined_at) VALUES ('1', 'none', 1)`;
    expect(await refusal(store.db.execute(orphan))).toBe('constraint');
    await store.clan.seed({ discordId: person(1) });
    expect(await refusal(store.db.execute(sql`DELETE FROM ranks`))).toBe('constraint');
  });

  it('says schema for what is not there and exists for what is', async () => {
    expect(await refusal(store.db.execute(sql`DELETE FROM absent`))).toBe('schema');
    expect(await refusal(store.db.execute(sql`UPDATE ranks SET colour = 1`))).toBe('schema');
    expect(await refusal(store.db.runMigrationStatement('CREATE TABLE ranks (a NUMBER(1))'))).toBe('exists');
    expect(await refusal(store.db.runMigrationStatement('ALTER TABLE ranks ADD category NUMBER(1)'))).toBe(
      'exists',
    );
    expect(await refusal(store.db.runMigrationStatement('DROP TABLE absent'))).toBe('schema');
  });

  it('goes on in a transaction after a statement was refused', async () => {
    await store.db.transaction(async (tx) => {
      await tx.execute(ADD_RANK, rank);
      expect(await refusal(tx.execute(ADD_RANK, rank))).toBe('unique');
      await tx.execute(ADD_RANK, { ...rank, rank_id: '10', rank_order: 91, rank_name: 'Newer' });
    });
    expect(await store.db.query(Rank, FIND_RANK, { rank_id: '10' })).toHaveLength(1);
  });

  it('undoes a transaction and a bulk statement as a whole', async () => {
    const work = store.db.transaction(async (tx) => {
      await tx.execute(ADD_RANK, rank);
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await refusal(store.db.executeMany(ADD_RANK, [rank, rank]))).toBe('unique');
    expect(await store.db.query(Rank, FIND_RANK, { rank_id: '9' })).toEqual([]);
  });

  it('puts NULLs where the statement says', async () => {
    const bans = [null, 5, null, 7].map((expires_at, index) => ({
      discord_id: person(index),
      expires_at,
      created_at: NOON,
    }));
    expect(await store.db.executeMany(ADD_BAN, bans)).toBe(4);
    const list = sql`SELECT discord_id FROM blacklist ORDER BY expires_at DESC NULLS LAST, discord_id {rows}`;
    const page = await store.db.query(Id, list, { row_offset: 1, row_limit: 2 });
    expect(page.map((row) => row.discord_id)).toEqual([person(1), person(0)]);
  });

  it('tells upper from lower case, in LIKE too, and sorts texts by their code points', async () => {
    await store.db.executeMany(
      ADD_RANK,
      ['b', 'B', 'a', 'é'].map((name, index) => ({
        ...rank,
        rank_id: name,
        rank_order: 90 + index,
        rank_name: `x${name}`,
      })),
    );
    const Name = z.object({ rank_id: z.string() });
    const like = sql`SELECT rank_id FROM ranks WHERE rank_name LIKE :pattern ORDER BY rank_id`;
    expect((await store.db.query(Name, like, { pattern: 'x%' })).map((row) => row.rank_id)).toEqual([
      'B',
      'a',
      'b',
      'é',
    ]);
    expect(await store.db.query(Name, like, { pattern: 'X%' })).toEqual([]);
  });

  it('sees a change as soon as another connection has committed it, and not before', async () => {
    const other = await store.another();
    const count = sql`SELECT discord_id FROM blacklist`;
    await other.transaction(async (tx) => {
      await tx.execute(ADD_BAN, { discord_id: person(1), expires_at: null, created_at: NOON });
      expect(await store.db.query(Id, count)).toEqual([]);
    });
    expect(await store.db.query(Id, count)).toHaveLength(1);
  });
}
