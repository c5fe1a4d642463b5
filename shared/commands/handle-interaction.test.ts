import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { type Database, type Queryable, sql } from '../database/database.ts';
import { ConflictError, DatabaseError } from '../database/errors.ts';
import { discordError } from '../outbox/fake-discord.ts';
import { finishInOutbox, takeFromOutbox } from '../outbox/outbox-store.ts';
import type { Handler } from './handler.ts';
import {
  LOG_CHANNEL,
  OFFICER_ROLE,
  OTHER_KEY,
  openTestCommand,
  RECORD,
  type TestCommand,
  WOLF,
} from './test-command.ts';
import { UserError } from './user-error.ts';

const ID = '1300000000000000001';
const TOKEN = `token-of-${ID}`;

// A change that shows when it is made twice.
const COUNT = sql`UPDATE sync_state SET state_value = state_value + 1 WHERE state_key = 'count'`;
const START = sql`INSERT INTO sync_state (state_key, state_value, changed_at) VALUES ('count', 0, 1)`;
const READ = sql`SELECT state_value AS n FROM sync_state WHERE state_key = 'count'`;

const counting: Handler = async () => ({
  change: async (tx) => {
    await tx.execute(COUNT);
    const effectId = await tx.addEffect({ kind: 'dm', userId: WOLF, message: { content: 'Counted' } });
    return { message: { content: 'Done.' }, shows: [{ label: 'DM', effectId }] };
  },
});
const REPLY = { content: 'Done.\n✅ DM: sent' };

async function openCounting(
  ...args: Parameters<typeof openTestCommand> extends [unknown, ...infer R] ? R : never
) {
  const t = await openTestCommand(counting, ...args);
  await t.db.execute(START);
  return t;
}
async function count(db: Queryable): Promise<number> {
  const [row] = await db.query(z.object({ n: z.coerce.number() }), READ);
  return row?.n ?? -1;
}
/** The same database, of which a test replaces parts. */
function passing(db: Database): Database {
  return {
    engine: db.engine,
    query: (...args) => db.query(...args),
    execute: (...args) => db.execute(...args),
    executeMany: (...args) => db.executeMany(...args),
    transaction: (work) => db.transaction(work),
    runMigrationStatement: (...args) => db.runMigrationStatement(...args),
    close: () => db.close(),
  };
}
const replies = (t: TestCommand) => t.discord.of('editOriginal').map(([message]) => message);

describe('a command', () => {
  it('is answered by editing the acknowledged reply, after its change and its effects', async () => {
    const t = await openCounting();
    expect(await t.send()).toEqual({ kind: 'answered', how: 'done' });
    expect(await count(t.db)).toBe(1);
    expect(t.discord.calls.map((call) => call.method)).toEqual(['sendDirectMessage', 'editOriginal']);
    expect(replies(t)).toEqual([REPLY]);
  });

  it('that only reads is answered, and claimed all the same', async () => {
    const t = await openTestCommand(async () => ({ message: { content: 'Seen' } }));
    await t.send();
    await t.send();
    expect(replies(t)).toEqual([{ content: 'Seen' }]);
  });

  it('delivered again changes nothing and says nothing twice', async () => {
    const t = await openCounting();
    await t.send();
    expect(await t.send()).toEqual({ kind: 'answered', how: 'duplicate' });
    expect(await count(t.db)).toBe(1);
    expect(replies(t)).toHaveLength(1);
  });

  it('delivered 100 times at once is carried out exactly once', async () => {
    const t = await openCounting();
    const outcomes = await Promise.all(Array.from({ length: 100 }, () => t.send()));
    expect(await count(t.db)).toBe(1);
    expect(outcomes.filter((outcome) => outcome.kind === 'answered' && outcome.how === 'done')).toHaveLength(
      1,
    );
    expect(outcomes.every((outcome) => outcome.kind === 'answered')).toBe(true);
    expect(replies(t)).toEqual([REPLY]);
    expect(t.discord.of('sendDirectMessage')).toHaveLength(1);
  });

  it('whose reply was lost is answered by its second delivery', async () => {
    const t = await openCounting();
    t.discord.fail('editOriginal', discordError(500));
    await t.send();
    t.clock.now += 60_000;
    await t.send();
    expect(replies(t)).toEqual([REPLY, REPLY]);
    expect(await count(t.db)).toBe(1);
  });

  it('whose process died between commit and effects is finished by a delivery run', async () => {
    const t = await openCounting();
    t.services.performers = {
      ...t.services.performers,
      dm: () => new Promise(() => {}),
    };
    void t.send();
    while ((await t.state(`${ID}-1`)) === 'none') await new Promise((resolve) => setImmediate(resolve));
    expect(await t.deliverDue()).toBe(0);
    t.clock.now += 60_000;
    expect(await t.deliverDue()).toBe(2);
    expect(t.discord.of('sendDirectMessage')).toHaveLength(1);
    expect(replies(t)).toEqual([REPLY]);
    expect(await count(t.db)).toBe(1);
  });

  it('waits a moment for an effect that another delivery is performing, to tell how it ended', async () => {
    const t = await openCounting();
    const { openClan } = t.services;
    const other = { owner: 'another', now: t.clock.now, leaseMs: 60_000 };
    let row: Awaited<ReturnType<typeof takeFromOutbox>>;
    t.services.openClan = async (record) => ({
      ...(await openClan(record)),
      db: {
        ...passing(t.db),
        transaction: async (work) => {
          const result = await t.db.transaction(work);
          row = await takeFromOutbox(t.db, `${ID}-1`, other);
          return result;
        },
      },
    });
    t.services.sleep = async (ms) => {
      t.clock.now += ms;
      if (row !== undefined) {
        await finishInOutbox(t.db, row, { status: 'done', result: 'sent', now: t.clock.now });
      }
    };
    await t.send();
    expect(replies(t)).toEqual([REPLY]);
    expect(t.discord.of('sendDirectMessage')).toEqual([]);
  });

  it('is told what the second of two deliveries must not say: that it was done already', async () => {
    let decided = false;
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    let calls = 0;
    const t = await openTestCommand(async () => {
      calls += 1;
      if (calls === 2) await gate;
      if (decided) throw new UserError('decided', 'You decided this already.');
      return {
        change: async () => {
          decided = true;
          return { message: { content: 'Decided.' } };
        },
      };
    });
    const first = t.send();
    const second = t.send();
    await first;
    release();
    expect(await second).toEqual({ kind: 'answered', how: 'duplicate' });
    expect(replies(t)).toEqual([{ content: 'Decided.' }]);
  });

  it('starts again when it lost a race, with the same ids', async () => {
    let attempts = 0;
    const t = await openTestCommand(async () => ({
      change: async (tx) => {
        attempts += 1;
        const id = tx.newId();
        if (attempts < 3) throw new ConflictError('lost');
        return { message: { content: id } };
      },
    }));
    await t.send();
    expect(replies(t)).toEqual([{ content: `${ID}-1` }]);
  });

  it('shows progress while it works, and goes on when that fails', async () => {
    const t = await openTestCommand(async ({ progress }) => {
      await progress({ content: '1 of 2' });
      await progress({ content: '2 of 2' });
      return { message: { content: 'All' } };
    });
    t.discord.fail('editOriginal', discordError(500));
    expect(await t.send()).toEqual({ kind: 'answered', how: 'done' });
    expect(replies(t)).toEqual([{ content: '1 of 2' }, { content: '2 of 2' }, { content: 'All' }]);
  });

  it('looks after what else is due in the clan', async () => {
    const t = await openCounting();
    t.discord.fail('sendDirectMessage', discordError(500));
    await t.send();
    t.clock.now += 60_000;
    await t.send({ id: '1300000000000000002' });
    expect(await t.state(`${ID}-1`)).toBe('done: sent');
  });
});

describe('an envelope', () => {
  it.each([
    ['signed by another clan', { key: OTHER_KEY }, 'its signature is wrong'],
    ['from another guild', { guildId: '1100000000000000077' }, 'it comes from another guild'],
    ['older than 15 minutes', { at: Date.UTC(2026, 10, 18, 11, 44) }, 'it is older than 15 minutes'],
  ])('%s is not handled', async (_, sent, reason) => {
    const t = await openCounting();
    expect(await t.send(sent)).toEqual({ kind: 'refused', reason });
    expect([await count(t.db), t.discord.calls]).toEqual([0, []]);
  });

  it('of an unknown clan is not handled; one that cannot be looked up now may be tried again', async () => {
    const t = await openCounting();
    t.services.registry = { record: async () => undefined };
    expect(await t.send()).toEqual({ kind: 'refused', reason: 'no clan has this application' });
    const { ClanRegistryError } = await import('../clans/clan-record.ts');
    t.services.registry = { record: () => Promise.reject(new ClanRegistryError('the vault is down')) };
    expect((await t.send()).kind).toBe('unanswered');
  });

  it('changed on the way is not handled', async () => {
    const t = await openCounting();
    const { handleInteraction } = await import('./handle-interaction.ts');
    const { body, ...rest } = t.envelope();
    const changed = { ...rest, body: body.replace(WOLF, '1200000000000000099') };
    const outcome = await handleInteraction(changed, t.services, t.clock.now + 1000);
    expect(outcome).toEqual({ kind: 'refused', reason: 'its signature is wrong' });
  });
});

describe('an error', () => {
  const failing: Handler = async () => {
    throw new UserError('not-linked', 'You are not linked. Nothing was changed. Use /link-roblox.');
  };
  const text = {
    content: `You are not linked. Nothing was changed. Use /link-roblox.\n-# not-linked · ${ID}`,
  };

  it('after an ephemeral acknowledgement edits it', async () => {
    const t = await openTestCommand(failing, { reply: 'ephemeral' });
    expect(await t.send()).toEqual({ kind: 'answered', how: 'denied' });
    expect(t.discord.calls).toEqual([{ method: 'editOriginal', args: [text, TOKEN] }]);
  });

  it('after a public acknowledgement deletes it and follows up ephemerally', async () => {
    const t = await openTestCommand(failing, { reply: 'public' });
    await t.send();
    expect(t.discord.calls).toEqual([
      { method: 'deleteOriginal', args: [TOKEN] },
      { method: 'followUp', args: [text, { ephemeral: true }, TOKEN] },
    ]);
  });

  it('after an update follows up ephemerally and never touches the message with the button', async () => {
    const t = await openTestCommand(failing, { on: 'component', reply: 'update' });
    await t.send({ type: 3, data: { custom_id: 'test:1', component_type: 2 } });
    expect(t.discord.calls).toEqual([{ method: 'followUp', args: [text, { ephemeral: true }, TOKEN] }]);
  });

  it('that Discord does not take at first is brought later, and one it never takes is not lost in silence', async () => {
    const t = await openTestCommand(failing, { reply: 'public' });
    t.discord.fail('deleteOriginal', discordError(404, 10015));
    t.discord.fail('followUp', discordError(500), 2);
    expect(await t.send()).toEqual({ kind: 'answered', how: 'denied' });
    t.discord.fail('followUp', discordError(500), 100);
    expect(await t.send()).toEqual({ kind: 'unanswered', reason: 'not-linked' });
  });

  it('of the program is a short text for the member and a line in the log and the log channel', async () => {
    const t = await openTestCommand(async () => {
      throw new TypeError(`cannot read ${RECORD.botToken}`);
    });
    expect(await t.send()).toEqual({ kind: 'answered', how: 'failed' });
    expect(replies(t)).toEqual([
      { content: expect.stringMatching(/^Something went wrong.*\n-# unexpected · 13/s) },
    ]);
    const [[channel, message, options] = []] = t.discord.of('postMessage');
    expect([channel, options]).toEqual([LOG_CHANNEL, { nonce: `e${ID}` }]);
    expect(message).toEqual({ content: expect.stringContaining('An interaction failed') });
    expect(t.lines.join()).toContain(
      '"interaction":"1300000000000000001","clan":"tophat","command":"command test"',
    );
  });

  it('fills the log channel with no more than five messages a minute', async () => {
    const t = await openTestCommand(async () => Promise.reject(new Error('always')));
    for (let i = 10; i < 30; i += 1) await t.send({ id: `13000000000000000${i}` });
    expect(t.discord.of('postMessage')).toHaveLength(5);
    t.clock.now += 61_000;
    await t.send({ id: '1300000000000000099' });
    expect(t.discord.of('postMessage')).toHaveLength(6);
  });

  it('about a route this function does not have says that versions differ', async () => {
    const t = await openTestCommand(failing);
    await t.send({ data: { type: 1, name: 'other' } });
    await t.send({ type: 3, data: { custom_id: 'gone:1', component_type: 2 } });
    expect(t.discord.calls.map((call) => call.method)).toEqual([
      'editOriginal',
      'postMessage',
      'followUp',
      'postMessage',
    ]);
    expect(replies(t)[0]).toEqual({ content: expect.stringMatching(/newer or older.*unknown-command/s) });
  });
});

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

describe('permission', () => {
  const ok: Handler = async ({ actor }) => ({ message: { content: actor.tier } });
  const denied = (t: TestCommand) =>
    replies(t).map((message) => JSON.stringify(message).match(/-# ([\w-]+)/)?.[1]);

  it('is decided by the roles of the signed interaction', async () => {
    const t = await openTestCommand(ok, { tier: 'officer' });
    await t.send({ id: '1300000000000000010' });
    await t.send({ id: '1300000000000000011', roles: [OFFICER_ROLE] });
    await t.send({ id: '1300000000000000012', permissions: '8' });
    expect(replies(t)).toEqual([
      { content: expect.stringMatching(/officer tier, and you are member.*tier-needed/s) },
      { content: 'officer' },
      { content: 'admin' },
    ]);
  });

  it('is denied to blacklisted people, but for what everybody may use', async () => {
    const blacklist = sql`INSERT INTO blacklist (discord_id, created_at) VALUES (:discord_id, 1)`;
    for (const [whenBlacklisted, expected] of [
      ['refuse', ['blacklisted']],
      ['allow', [undefined]],
    ] as const) {
      const t = await openTestCommand(ok, { whenBlacklisted });
      await t.db.execute(blacklist, { discord_id: WOLF });
      await t.send();
      expect(denied(t)).toEqual(expected);
    }
  });

  it('is denied during a cooldown, which starts on success and is one of its own for each person', async () => {
    let fail = true;
    const t = await openTestCommand(
      async () => {
        if (fail) throw new UserError('bad-input', 'No.');
        return { message: { content: 'ok' } };
      },
      { cooldownSeconds: 30 },
    );
    const send = (n: number, user = WOLF) => t.send({ id: `13000000000000000${n}`, user });
    await send(10);
    fail = false;
    await send(11);
    await send(12);
    await send(13, '1200000000000000012');
    t.clock.now += 30_000;
    await send(14);
    expect(denied(t)).toEqual(['bad-input', undefined, 'cooldown', undefined, undefined]);
  });

  it('is given to one of two commands of a person that arrive together during no cooldown', async () => {
    const t = await openTestCommand(ok, { cooldownSeconds: 30 });
    await Promise.all(['1300000000000000010', '1300000000000000011'].map((id) => t.send({ id })));
    expect(denied(t).sort()).toEqual(['cooldown', undefined]);
  });
});

describe('autocomplete', () => {
  const data = { type: 1, name: 'test', options: [{ type: 3, name: 'entry', value: 'x', focused: true }] };

  it('offers at most 25 choices within their limits', async () => {
    const t = await openTestCommand(
      async ({ interaction }) => ({
        choices: Array.from({ length: 40 }, (_, i) => ({
          name: 'n'.repeat(150),
          value: `${interaction.focused?.value}${i}`,
        })),
      }),
      { on: 'autocomplete', reply: 'choices' },
    );
    const outcome = await t.send({ type: 4, data });
    expect(outcome.kind === 'choices' && outcome.choices.length).toBe(25);
    expect(outcome.kind === 'choices' && outcome.choices[0]).toEqual({
      name: `${'n'.repeat(99)}…`,
      value: 'x0',
    });
    expect(t.discord.calls).toEqual([]);
  });

  it('offers nothing to those who may not use it, and nothing when it fails', async () => {
    const t = await openTestCommand(async () => Promise.reject(new Error('bug')), {
      on: 'autocomplete',
      reply: 'choices',
      tier: 'officer',
    });
    expect(await t.send({ type: 4, data })).toEqual({ kind: 'choices', choices: [] });
    expect(await t.send({ type: 4, data, roles: [OFFICER_ROLE] })).toEqual({ kind: 'choices', choices: [] });
  });
});
