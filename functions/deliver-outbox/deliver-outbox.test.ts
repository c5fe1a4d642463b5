import { describe, expect, it } from 'vitest';
import { ClanRegistryError } from '../../shared/clans/registry-error.ts';
import { isClaimed } from '../../shared/commands/claim.ts';
import { DatabaseError } from '../../shared/database/errors.ts';
import { makeSnowflake } from '../../shared/discord/snowflake.ts';
import type { JobCall } from '../../shared/fn/job.ts';
import type { Route } from '../../shared/interactions/declaration.ts';
import { createLogger } from '../../shared/log/create-logger.ts';
import type { FailedInvocation } from '../../shared/oci/failed-invocations.ts';
import { addToOutbox } from '../../shared/outbox/outbox-store.ts';
import { parseEnvironment } from '../../shared/platform/environment.ts';
import type { InvokeOutcome } from '../../shared/platform/invoke.ts';
import {
  type EnvelopeTest,
  openEnvelopeTest,
  type SentEnvelope,
  WOLF,
} from '../../test/support/envelope-test.ts';
import { ID, RECORD, TOKEN } from '../../test/support/identity.ts';
import { discordError } from '../../test/support/recorded.ts';
import { deliverOutbox } from './deliver-outbox.ts';

const STOPPED = { content: expect.stringMatching(new RegExp(`^The bot stopped.*\n-# stopped · ${ID}$`)) };

/** A command whose function dies in the middle of its work. */
async function arrange(route: Partial<Route> = {}) {
  const t = await openEnvelopeTest(async () => ({ message: { content: 'Done.' } }), route);
  const queue: FailedInvocation[] = [];
  const lines: string[] = [];
  const broken = new Set<string>();
  const identities = [RECORD];
  const call: JobCall = {
    job: 'deliver-outbox',
    clan: undefined,
    body: {},
    environment: parseEnvironment({ CLANS_DIR: '/nowhere' }),
    registry: {
      identity: async () => RECORD,
      record: async () => RECORD,
      recordOfClan: async () => RECORD,
      identities: async () => identities,
    },
    openClan: async (clan) => {
      const name = typeof clan === 'string' ? clan : clan.clan;
      if (broken.has(name)) throw new DatabaseError('unreachable', 'down');
      return t.clanContext;
    },
    deliver: () => t.deliverDue(),
    invoke: () => Promise.reject(new Error('deliver-outbox invokes nothing')),
    log: createLogger({ write: (line) => void lines.push(line) }),
    now: () => t.clock.now,
    sleep: async () => undefined,
    random: () => 0.5,
    deadline: t.clock.now + 60_000,
  };
  const failures = {
    take: async () => queue.slice(0, 20),
    done: async (receipt: string) => {
      const index = queue.findIndex((failure) => failure.receipt === receipt);
      queue.splice(index, 1);
    },
  };
  const routes = {
    'command test': {
      function: 'test',
      reply: route.reply ?? 'ephemeral',
      ...(route.readOnly === true ? { readOnly: true as const } : {}),
      ...(route.inSteps === true ? { inSteps: true as const } : {}),
    },
    'component test': { function: 'test', reply: 'update' },
  };
  return {
    ...t,
    queue,
    lines,
    broken,
    identities,
    fail: (sent?: SentEnvelope) =>
      void queue.push({ receipt: `r${queue.length}`, body: JSON.stringify(t.envelope(sent)), deliveries: 1 }),
    run: (more: Partial<JobCall> = {}) =>
      deliverOutbox({ ...call, deadline: t.clock.now + 60_000, ...more }, { failures, routes }),
  };
}
const addDm = (t: EnvelopeTest, effectId: string) =>
  t.db.transaction((tx) =>
    addToOutbox(tx, {
      effectId,
      effect: { kind: 'dm', userId: WOLF, message: { content: 'Hello' } },
      ordinal: 1,
      now: t.clock.now,
    }),
  );

describe('a delivery run', () => {
  it('performs what is due in every clan', async () => {
    const t = await arrange();
    await addDm(t, '1300000000000000009-1');
    expect(await t.run()).toEqual({ clans: 1, performed: 1, failed: 0, ended: 0 });
    expect(t.discord.of('sendDirectMessage')).toHaveLength(1);
  });

  it('goes on with the other clans when one fails', async () => {
    const t = await arrange();
    t.identities.splice(0, 1, { ...RECORD, clan: 'broken' }, RECORD);
    t.broken.add('broken');
    await addDm(t, '1300000000000000009-1');
    expect(await t.run()).toEqual({ clans: 2, performed: 1, failed: 1, ended: 0 });
    expect(t.lines.join()).toContain('"clan":"broken"');
  });

  it('for one clan looks after no other', async () => {
    const t = await arrange();
    t.identities.splice(0, 1, { ...RECORD, clan: 'other' }, RECORD);
    expect(await t.run({ clan: 'tophat' })).toMatchObject({ clans: 1 });
  });

  it('stops at its deadline and lets another clan be first the next minute', async () => {
    const t = await arrange();
    const opened: string[] = [];
    t.identities.splice(0, 1, ...['a', 'b', 'c'].map((clan) => ({ ...RECORD, clan })));
    const openClan: JobCall['openClan'] = async (clan) => {
      opened.push(typeof clan === 'string' ? clan : clan.clan);
      t.clock.now += 60_000;
      return t.clanContext;
    };
    for (let minute = 0; minute < 3; minute += 1) await t.run({ openClan, deadline: t.clock.now + 1_000 });
    expect(opened.sort()).toEqual(['a', 'b', 'c']);
  });

  it('gives each of 100 clans its turn within 15 minutes, though 20 are slow and one fails', async () => {
    const t = await arrange();
    const names = Array.from({ length: 100 }, (_, index) => `clan-${index}`);
    t.identities.splice(0, 1, ...names.map((clan) => ({ ...RECORD, clan })));
    t.broken.add('clan-50');
    const slow = new Set(names.slice(10, 30));
    const turns = new Map<string, number[]>();
    for (let minute = 0; minute < 90; minute += 1) {
      const begun = t.clock.now;
      let clan = '';
      const openClan: JobCall['openClan'] = async (wanted) => {
        clan = typeof wanted === 'string' ? wanted : wanted.clan;
        turns.set(clan, [...(turns.get(clan) ?? []), minute]);
        if (t.broken.has(clan)) throw new DatabaseError('unreachable', 'down');
        return t.clanContext;
      };
      const deliver: JobCall['deliver'] = async (_, { deadline }) => {
        if (slow.has(clan)) t.clock.now = deadline;
        return 0;
      };
      await t.run({ openClan, deliver, deadline: begun + 50_000 });
      t.clock.now = begun + 60_000;
    }
    const waits = names.map((clan) => {
      const at = [-1, ...(turns.get(clan) ?? []), 90];
      return Math.max(...at.slice(1).map((minute, index) => minute - (at[index] ?? 0)));
    });
    expect(Math.max(...waits)).toBeLessThanOrEqual(15);
  });

  it('removes claims after a day', async () => {
    const t = await arrange();
    await t.send();
    await t.run();
    expect(await isClaimed(t.db, ID)).toBe(true);
    t.clock.now += 25 * 3_600_000;
    await t.run();
    expect(await isClaimed(t.db, ID)).toBe(false);
  });
});

describe('an interaction whose function died', () => {
  it('before its commit is ended, and can never be carried out afterwards', async () => {
    const t = await arrange();
    t.fail();
    expect(await t.run()).toMatchObject({ ended: 1 });
    expect(t.discord.calls).toEqual([{ method: 'editOriginal', args: [STOPPED, TOKEN] }]);
    expect(t.queue).toEqual([]);
    expect(await t.send()).toEqual({ kind: 'answered', how: 'duplicate' });
    expect(t.discord.calls).toHaveLength(1);
  });

  it.each<[Partial<Route>, SentEnvelope, string[]]>([
    [{ reply: 'public' }, {}, ['deleteOriginal', 'followUp']],
    [
      { on: 'component', reply: 'update' },
      { type: 3, data: { custom_id: 'test:1', component_type: 2 } },
      ['followUp'],
    ],
  ])('is ended where only its member sees it: %j', async (route, sent, methods) => {
    const t = await arrange(route);
    t.fail(sent);
    await t.run();
    expect(t.discord.calls.map((call) => call.method)).toEqual(methods);
  });

  it('in the middle of what it does in steps is not called undone', async () => {
    const t = await arrange({ inSteps: true });
    t.fail();
    await t.run();
    const said = { content: expect.stringMatching(/in the middle of this.*look.*\n-# stopped/) };
    expect(t.discord.of('editOriginal')).toEqual([[said, TOKEN]]);
  });

  it('is told so later when Discord does not take it at first', async () => {
    const t = await arrange();
    t.discord.fail('editOriginal', discordError(503));
    t.fail();
    await t.run();
    t.clock.now += 60_000;
    await t.run();
    expect(t.discord.of('editOriginal').at(-1)).toEqual([STOPPED, TOKEN]);
  });

  it('after its commit gets its own reply and no second word', async () => {
    const t = await arrange();
    t.discord.fail('editOriginal', discordError(503));
    await t.send();
    t.fail();
    t.clock.now += 60_000;
    expect(await t.run()).toMatchObject({ ended: 1 });
    expect(t.discord.of('editOriginal').at(-1)).toEqual([{ content: 'Done.' }, TOKEN]);
  });

  it('is called again when it writes nothing, until that is accepted', async () => {
    const t = await arrange({ readOnly: true });
    t.fail();
    const calls: unknown[] = [];
    const outcomes: InvokeOutcome[] = [
      { kind: 'refused', reason: 'busy' },
      { kind: 'accepted', body: '' },
    ];
    const invoke: JobCall['invoke'] = async (name, body) => {
      calls.push([name, JSON.parse(body)]);
      return outcomes.shift() ?? { kind: 'refused', reason: 'too often' };
    };
    expect(await t.run({ invoke })).toMatchObject({ ended: 0 });
    expect(await t.run({ invoke })).toMatchObject({ ended: 1 });
    expect(calls).toEqual([
      ['test', t.envelope()],
      ['test', t.envelope()],
    ]);
    expect([t.queue, t.discord.calls, await isClaimed(t.db, ID)]).toEqual([[], [], false]);
  });

  it('stays in the queue while its clan cannot be opened or looked up', async () => {
    const t = await arrange();
    t.fail();
    t.broken.add('tophat');
    expect(await t.run()).toMatchObject({ ended: 0 });
    const down = () => Promise.reject(new ClanRegistryError('down'));
    const registry = { identity: down, record: down, recordOfClan: down, identities: async () => [] };
    expect(await t.run({ registry })).toMatchObject({ ended: 0 });
    expect(t.queue).toHaveLength(1);
  });

  it('is dropped when it is too old, forged, not as Discord documents it, or none', async () => {
    const t = await arrange();
    t.fail({ at: t.clock.now - 16 * 60_000 });
    t.fail({ id: 'no id' });
    t.queue.push({ receipt: 'job', body: '{"job":"warm"}', deliveries: 1 });
    t.queue.push({ receipt: 'nothing', body: undefined, deliveries: 9 });
    expect(await t.run()).toMatchObject({ ended: 4 });
    expect(t.queue).toEqual([]);
    expect(t.discord.calls).toEqual([]);
  });
});

describe('a record that is not understood', () => {
  const remains = (id: string | undefined) => ({ applicationId: RECORD.applicationId, token: TOKEN, id });
  const push = (t: Awaited<ReturnType<typeof arrange>>, id: string | undefined) =>
    void t.queue.push({
      receipt: 'u',
      body: undefined,
      unread: { keys: ['request', 'request.payload'], interaction: remains(id) },
      deliveries: 1,
    });

  it('is logged by its keys, and ends the interaction whose token is in it', async () => {
    const t = await arrange();
    const id = makeSnowflake(t.clock.now - 60_000, () => 0);
    push(t, id);
    expect(await t.run()).toMatchObject({ ended: 1 });
    expect(t.lines.join()).toContain('request request.payload');
    expect(t.lines.join()).not.toContain(TOKEN);
    expect(t.discord.calls).toEqual([
      {
        method: 'followUp',
        args: [{ content: expect.stringMatching(/^The bot stopped before/) }, { ephemeral: true }, TOKEN],
      },
    ]);
    expect(await isClaimed(t.db, id)).toBe(true);
    expect(t.queue).toEqual([]);
  });

  it('without an id claims nothing, and tells the member to look', async () => {
    const t = await arrange();
    push(t, undefined);
    expect(await t.run()).toMatchObject({ ended: 1 });
    expect(t.discord.of('followUp')).toEqual([
      [{ content: expect.stringContaining('look whether it was done') }, { ephemeral: true }, TOKEN],
    ]);
  });

  it('stays in the queue while Discord or the registry is away, not once the token is over', async () => {
    const t = await arrange();
    push(t, undefined);
    t.discord.fail('followUp', discordError(503));
    expect(await t.run()).toMatchObject({ ended: 0 });
    const down = () => Promise.reject(new ClanRegistryError('down'));
    const registry = { identity: down, record: down, recordOfClan: down, identities: async () => [] };
    expect(await t.run({ registry })).toMatchObject({ ended: 0 });
    t.discord.fail('followUp', discordError(401, 50027));
    expect(await t.run()).toMatchObject({ ended: 1 });
    push(
      t,
      makeSnowflake(t.clock.now - 16 * 60_000, () => 0),
    );
    expect(await t.run()).toMatchObject({ ended: 1 });
    expect(t.queue).toEqual([]);
    expect(t.discord.of('followUp')).toHaveLength(2);
  });

  it('without a token is logged and taken off', async () => {
    const t = await arrange();
    t.queue.push({
      receipt: 'n',
      body: undefined,
      unread: { keys: ['code'], interaction: undefined },
      deliveries: 3,
    });
    expect(await t.run()).toMatchObject({ ended: 1 });
    expect(t.lines.join()).toContain('"keys":"code"');
  });
});
