import { describe, expect, it } from 'vitest';
import { count, openCounting, REPLY, replies } from '../../test/support/counting-command.ts';
import { openEnvelopeTest, WOLF } from '../../test/support/envelope-test.ts';
import { ID, OTHER_KEY } from '../../test/support/identity.ts';
import { discordError } from '../../test/support/recorded.ts';
import { ClanRegistryError } from '../clans/registry-error.ts';
import { ConflictError } from '../database/errors.ts';
import { UserError } from '../errors/user-error.ts';
import { addToOutbox, finishInOutbox, takeFromOutbox } from '../outbox/outbox-store.ts';
import { purgeOutbox } from '../outbox/purge.ts';
import { handleInteraction } from './handle-interaction.ts';

describe('a command', () => {
  it('is answered by editing the acknowledged reply, after its change and its effects', async () => {
    const t = await openCounting();
    expect(await t.send()).toEqual({ kind: 'answered', how: 'done' });
    expect(await count(t.db)).toBe(1);
    expect(t.discord.calls.map((call) => call.method)).toEqual(['sendDirectMessage', 'editOriginal']);
    expect(replies(t)).toEqual([REPLY]);
  });

  it('that only reads is answered, and claimed all the same', async () => {
    const t = await openEnvelopeTest(async () => ({ message: { content: 'Seen' } }));
    await t.send();
    await t.send();
    expect(replies(t)).toEqual([{ content: 'Seen' }]);
  });

  it('has its picture begun before the commit, and ends when that is drawn, committed or not', async () => {
    const picture = {
      ...{ name: 'card.png', description: 'Wolf' },
      picture: {
        ...{ kind: 'rank-card' as const, color: '#c8a24a', clan: 'C', name: 'W', rank: 'E', rankType: 'x' },
        ...{ figures: [], note: '' },
      },
    };
    const t = await openEnvelopeTest(async () => ({ message: { content: 'Seen' }, picture }));
    const states: string[] = [];
    const ended: string[] = [];
    t.services.pictures = {
      async drawAhead(attached) {
        expect(attached).toBe(picture);
        states.push(await t.state(`${ID}-0`));
        await new Promise((resolve) => setTimeout(resolve, 20));
        ended.push('drawn');
      },
    };
    expect(await t.send()).toEqual({ kind: 'answered', how: 'done' });
    expect({ states, ended }).toEqual({ states: ['none'], ended: ['drawn'] });
    t.db.transaction = () => Promise.reject(new ConflictError('somebody was faster'));
    expect(await t.send({ id: '1200000000000000002' })).toEqual({ kind: 'answered', how: 'failed' });
    expect(ended).toEqual(['drawn', 'drawn']);
  });

  it('that is declared as read-only writes nothing, and answers as often as it is delivered', async () => {
    const t = await openEnvelopeTest(async () => ({ message: { content: 'Seen' } }), { readOnly: true });
    expect(await t.send()).toEqual({ kind: 'answered', how: 'done' });
    await t.send();
    expect(replies(t)).toEqual([{ content: 'Seen' }, { content: 'Seen' }]);
    expect(await t.state(`${ID}-0`)).toBe('none');
  });

  it('that is declared as read-only is tried again while Discord is down, and then fails as a call', async () => {
    const t = await openEnvelopeTest(async () => ({ message: { content: 'Seen' } }), { readOnly: true });
    t.discord.fail('editOriginal', discordError(500), 3);
    expect(await t.send()).toEqual({ kind: 'answered', how: 'done' });
    expect(replies(t).at(-1)).toEqual({ content: 'Seen' });
    t.discord.fail('editOriginal', discordError(500), 100);
    expect((await t.send()).kind).toBe('unanswered');
  });

  it('that is declared as read-only must not change anything', async () => {
    const t = await openCounting({ readOnly: true });
    expect(await t.send()).toEqual({ kind: 'answered', how: 'failed' });
    expect(await count(t.db)).toBe(0);
  });

  it('delivered again changes nothing and says nothing twice', async () => {
    const t = await openCounting();
    await t.send();
    expect(await t.send()).toEqual({ kind: 'answered', how: 'duplicate' });
    expect(await count(t.db)).toBe(1);
    expect(replies(t)).toHaveLength(1);
  });

  it('delivered again late, after its claim is gone or by an older clock, changes nothing', async () => {
    const t = await openCounting();
    const sent = { at: t.clock.now };
    const minute = 60_000;
    const purge = () => purgeOutbox(t.db, t.clock.now);
    await t.send(sent);
    t.clock.now += 14 * minute;
    expect(await t.send(sent)).toMatchObject({ how: 'duplicate' });
    t.clock.now -= 60 * minute;
    expect(await t.send(sent)).toMatchObject({ how: 'duplicate' });
    t.clock.now += 62 * minute;
    expect(await t.send(sent)).toMatchObject({ reason: 'it is older than 15 minutes' });
    t.clock.now += 23 * 60 * minute;
    expect(await purge()).toBe(0);
    t.clock.now -= 23 * 60 * minute + 10 * minute;
    expect(await t.send(sent)).toMatchObject({ how: 'duplicate' });
    t.clock.now += 25 * 60 * minute;
    expect(await purge()).toBeGreaterThan(0);
    expect(await t.send(sent)).toMatchObject({ reason: 'it is older than 15 minutes' });
    expect([await count(t.db), replies(t)]).toEqual([1, [REPLY]]);
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

  it('waits a moment for another change of the same person that is being carried out', async () => {
    const t = await openCounting();
    const effect = { kind: 'dm', userId: WOLF, message: { content: 'Earlier' } } as const;
    await addToOutbox(t.db, { effectId: '1200000000000000001-1', effect, ordinal: 1, now: t.clock.now });
    const row = await takeFromOutbox(t.db, '1200000000000000001-1', { owner: 'another', now: t.clock.now });
    if (row === undefined) throw new Error('not taken');
    const { sleep } = t.services;
    t.services.sleep = async (ms) => {
      await sleep(ms);
      if (t.slept.length === 3) {
        await finishInOutbox(t.db, [{ row, status: 'done', result: 'sent' }], t.clock.now);
      }
    };
    await t.send();
    expect(replies(t)).toEqual([REPLY]);
    expect(t.discord.of('sendDirectMessage')).toHaveLength(1);
    expect(await t.state(`${ID}-1`)).toBe('done: sent');
  });

  it('says after 2 s what waits for another change, and leaves that to the next run', async () => {
    const t = await openCounting();
    const effect = { kind: 'dm', userId: WOLF, message: { content: 'Earlier' } } as const;
    await addToOutbox(t.db, { effectId: '1200000000000000001-1', effect, ordinal: 1, now: t.clock.now });
    await takeFromOutbox(t.db, '1200000000000000001-1', { owner: 'another', now: t.clock.now });
    await t.send();
    expect(replies(t)).toEqual([{ content: 'Done.\n⏳ DM: not done yet, will be tried' }]);
    for (const _ of [1, 2]) {
      t.clock.now += 60_000;
      await t.deliverDue();
    }
    expect(replies(t).at(-1)).toEqual(REPLY);
    expect(t.discord.of('sendDirectMessage').map(([, message]) => message)).toEqual([
      { content: 'Earlier' },
      { content: 'Counted' },
    ]);
  });

  it('replies after 2 s while an effect takes longer, and again when that is done', async () => {
    const t = await openCounting();
    const slow = Promise.withResolvers<void>();
    const patience = Promise.withResolvers<void>();
    t.services.timer = () => ({ over: patience.promise, stop: () => {} });
    t.discord.before('sendDirectMessage', async () => {
      patience.resolve();
      await slow.promise;
    });
    t.discord.before('editOriginal', async () => slow.resolve());
    expect(await t.send()).toEqual({ kind: 'answered', how: 'done' });
    expect(replies(t)).toEqual([{ content: 'Done.\n⏳ DM: not done yet, will be tried' }, REPLY]);
    expect([await t.state(`${ID}-0`), await t.state(`${ID}-1`)]).toEqual(['done: sent', 'done: sent']);
  });

  it('sends what follows the reply after it, and brings its line up to date then', async () => {
    const t = await openEnvelopeTest(async () => ({
      change: async (tx) => {
        const sent: string[] = [];
        for (const content of ['Points', 'Approved']) {
          sent.push(await tx.addEffect({ kind: 'dm', userId: WOLF, message: { content } }));
        }
        const [effectId = '', ...others] = sent;
        const line = { label: 'Messages', effectId, others, afterwards: true };
        return { message: { content: 'Approved.' }, shows: [line] };
      },
    }));
    await t.send();
    expect(t.discord.calls.map((call) => call.method)).toEqual([
      'editOriginal',
      'sendDirectMessage',
      'sendDirectMessage',
      'editOriginal',
    ]);
    expect(replies(t)).toEqual([
      { content: 'Approved.\n⏳ Messages: 2 on their way' },
      { content: 'Approved.\n✅ Messages: 2 done' },
    ]);
    expect(await t.state(`${ID}-0`)).toBe('done: sent');
  });

  it('is told what the second of two deliveries must not say: that it was done already', async () => {
    let decided = false;
    const second = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    let calls = 0;
    const t = await openEnvelopeTest(async () => {
      calls += 1;
      if (calls === 1) await second.promise;
      else {
        second.resolve();
        await gate.promise;
      }
      if (decided) throw new UserError('decided', 'You decided this already.');
      return {
        change: async () => {
          decided = true;
          return { message: { content: 'Decided.' } };
        },
      };
    });
    const deliveries = [t.send(), t.send()];
    await Promise.race(deliveries);
    gate.resolve();
    const outcomes = (await Promise.all(deliveries)).map((outcome) => 'how' in outcome && outcome.how);
    expect(outcomes.sort()).toEqual(['done', 'duplicate']);
    expect(replies(t)).toEqual([{ content: 'Decided.' }]);
  });

  it('starts again when it lost a race, with the same ids', async () => {
    let attempts = 0;
    const t = await openEnvelopeTest(async () => ({
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
    const t = await openEnvelopeTest(async ({ progress }) => {
      await progress({ content: '1 of 2' });
      await progress({ content: '2 of 2' });
      return { message: { content: 'All' } };
    });
    t.discord.fail('editOriginal', discordError(500));
    expect(await t.send()).toEqual({ kind: 'answered', how: 'done' });
    expect(replies(t)).toEqual([{ content: '1 of 2' }, { content: '2 of 2' }, { content: 'All' }]);
  });
});

describe('an interaction that is not as Discord documents it', () => {
  it('is ended by a message that fits, and its id is shown only when it is one', async () => {
    const t = await openCounting();
    expect(await t.send({ id: 'x'.repeat(50_000) })).toEqual({ kind: 'answered', how: 'failed' });
    expect(replies(t)).toEqual([{ content: expect.stringMatching(/unknown-command · unknown$/) }]);
    expect(t.lines.join()).not.toContain('xxx');
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
    t.services.registry = { record: () => Promise.reject(new ClanRegistryError('the vault is down')) };
    expect((await t.send()).kind).toBe('unanswered');
  });

  it('changed on the way is not handled', async () => {
    const t = await openCounting();
    const { body, ...rest } = t.envelope();
    const changed = { ...rest, body: body.replace(WOLF, '1200000000000000099') };
    const outcome = await handleInteraction(changed, t.services, t.clock.now + 1000);
    expect(outcome).toEqual({ kind: 'refused', reason: 'its signature is wrong' });
  });
});
