import { describe, expect, it } from 'vitest';
import { passing } from '../../test/support/broken-database.ts';
import { count, openCounting, REPLY, replies } from '../../test/support/counting-command.ts';
import { ID } from '../../test/support/identity.ts';
import type { Database } from '../database/database.ts';
import { DatabaseError } from '../database/errors.ts';

describe('a database', () => {
  const failingWith = (code: ConstructorParameters<typeof DatabaseError>[0]) => () =>
    Promise.reject(new DatabaseError(code, `it is ${code}`));

  it.each([
    ['unreachable', 'does not answer'],
    ['busy', 'was busy'],
    ['denied', 'not set up'],
    ['schema', 'not set up'],
  ] as const)('that is %s is said so, with nothing changed', async (code, words) => {
    const t = await openCounting();
    t.services.openClan = failingWith(code);
    expect(await t.send()).toEqual({ kind: 'answered', how: 'failed' });
    expect(replies(t)).toEqual([{ content: expect.stringContaining(words) }]);
    expect(replies(t)).toEqual([{ content: expect.stringContaining(`database-${code} · ${ID}`) }]);
    expect(await count(t.db)).toBe(0);
  });

  /** The connection breaks at the first `times` commits, which arrive or not. */
  function losing(db: Database, times: number, arrives: boolean): Database {
    let left = times;
    return {
      ...passing(db),
      transaction: async (work) => {
        if (left === 0) return db.transaction(work);
        left -= 1;
        if (arrives) await db.transaction(work);
        throw new DatabaseError('lost', 'the connection broke');
      },
    };
  }
  async function openLosing(times: number, arrives: boolean) {
    const t = await openCounting();
    const { openClan } = t.services;
    t.services.openClan = async (record) => ({
      ...(await openClan(record)),
      db: losing(t.db, times, arrives),
    });
    return t;
  }

  it.each([true, false])(
    'that is lost at the commit (which arrived: %s) leaves one change and one reply',
    async (arrives) => {
      const t = await openLosing(1, arrives);
      expect(await t.send()).toEqual({ kind: 'answered', how: 'done' });
      expect(await count(t.db)).toBe(1);
      expect(replies(t)).toEqual([REPLY]);
    },
  );

  it('that is lost at every commit is no reason to claim that nothing was changed', async () => {
    const t = await openLosing(2, false);
    expect(await t.send()).toEqual({ kind: 'answered', how: 'failed' });
    expect(replies(t)).toEqual([{ content: expect.stringMatching(/not known yet.*outcome-unknown/s) }]);
  });

  it('that dies after the commit leaves the reply to the next delivery run', async () => {
    const t = await openCounting();
    const { openClan } = t.services;
    let dead = false;
    t.services.openClan = async (record) => ({
      ...(await openClan(record)),
      db: {
        ...passing(t.db),
        transaction: async (work) => {
          const result = await t.db.transaction(work);
          dead = true;
          return result;
        },
        execute: (...args) =>
          dead ? Promise.reject(new DatabaseError('unreachable', 'dead')) : t.db.execute(...args),
      },
    });
    expect(await t.send()).toEqual({ kind: 'answered', how: 'done' });
    expect(replies(t)).toEqual([]);
    await t.deliverDue();
    expect(replies(t)).toEqual([REPLY]);
  });
});
