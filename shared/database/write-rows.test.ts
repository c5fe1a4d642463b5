import { expect, it } from 'vitest';
import { openTestClan, person } from '../../test/support/clan.ts';
import { sql } from './database.ts';
import { ConflictError, DatabaseError } from './errors.ts';
import { insertOnce } from './write-rows.ts';

const ADD = sql`INSERT INTO cooldowns (discord_id, cooldown_key, until_at) VALUES (:discord_id, 'x', :until_at)`;

it('a row that is there already is a lost race, any other failure stays what it is', async () => {
  const { db } = await openTestClan();
  expect(await insertOnce(db, ADD, { discord_id: person(1), until_at: 1 })).toBe(1);
  await expect(insertOnce(db, ADD, { discord_id: person(1), until_at: 1 })).rejects.toBeInstanceOf(
    ConflictError,
  );
  await expect(insertOnce(db, ADD, { discord_id: person(2), until_at: null })).rejects.toBeInstanceOf(
    DatabaseError,
  );
  await db.close();
});
