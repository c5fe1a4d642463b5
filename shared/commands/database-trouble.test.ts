import { describe, expect, it } from 'vitest';
import { passing } from '../../test/support/broken-database.ts';
import { count, openCounting, REPLY, replies } from '../../test/support/counting-command.ts';
import { ID } from '../../test/support/identity.ts';
import type { Database } from '../database/database.ts';
import { DatabaseError } from '../database/errors.ts';
import { LEASE_MS } from '../outbox/outbox-store.ts';

describe('a database', () => {
  const failingWith = (code: ConstructorParameters<typeof DatabaseError>[0]) => () =>
    Promise.reject(new DatabaseError(code, `it is ${code}`));

  it.each([
    ['unreachable', 'does not answer'],
    ['busy', 'was busy'],
    ['denied', 'not set up'],
    ['schema', 'npm run migrate'],
  ] as const)('that is %s is said so, with nothing changed', async (code, words) => {
    const t = await openCounting();
    t.services.openClan = failingWith(code);
    expect(await t.send()).toEqual({ kind: 'answered', how: 'failed' });
    expect(replies(t)).toEqual([{ content: expect.stringContaining(words) }]);
    expect(replies(t)).toEqual([{ content: expect.stringContaining(`database-${code} · ${ID}`) }]);
    expect(await count(t.db)).toBe(0);
  });

  it('that fails in the middle of what is done in steps is not said to have left all as it was', async () => {
    const t = await openCounting();
    const { routes } = t.services.declaration;
    t.services.declaration = {
      ...t.services.declaration,
      routes: routes.map((route) => ({ ...route, inSteps: true })),
    };
    t.services.openClan = failingWith('busy');
    await t.send();
    const said = new RegExp(`What was done until then stays.*database-busy · ${ID}`, 's');
    expect(replies(t)).toEqual([{ content: expect.stringMatching(said) }]);
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

  /** Nothing works any more once the change is committed, or (`writes`) only reads do. */
  async function openDying(what: 'all' | 'writes') {
    const t = await openCounting();
    const { openClan } = t.services;
    let dead = false;
    const gone = () => Promise.reject(new DatabaseError('unreachable', 'dead'));
    t.services.openClan = async (record) => ({
      ...(await openClan(record)),
      db: {
        ...passing(t.db),
        transaction: async (work) => {
          const result = await t.db.transaction(work);
          dead = true;
          return result;
        },
        query: (...args) => (dead && what === 'all' ? gone() : t.db.query(...args)),
        execute: (...args) => (dead ? gone() : t.db.execute(...args)),
        executeMany: (...args) => (dead ? gone() : t.db.executeMany(...args)),
      },
    });
    return t;
  }

  it('that dies after the commit leaves effects and reply to the next delivery run', async () => {
    const t = await openDying('all');
    expect(await t.send()).toEqual({ kind: 'answered', how: 'done' });
    expect(replies(t)).toEqual([]);
    t.clock.now += LEASE_MS;
    await t.deliverDue();
    expect(replies(t)).toEqual([REPLY]);
  });

  it('that dies before the end of effects is noted has them performed again, under the same nonce', async () => {
    const t = await openDying('writes');
    await t.send();
    expect(replies(t)).toEqual([REPLY]);
    expect(await t.deliverDue()).toBe(0);
    t.clock.now += LEASE_MS;
    await t.deliverDue();
    expect(replies(t)).toEqual([REPLY, REPLY]);
    const nonces = t.discord.of('sendDirectMessage').map(([, , options]) => options);
    expect(nonces).toEqual([{ nonce: `${ID}-1` }, { nonce: `${ID}-1` }]);
    expect(await count(t.db)).toBe(1);
  });
});
