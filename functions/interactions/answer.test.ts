import { describe, expect, it, vi } from 'vitest';
import { Envelope } from '../../shared/interactions/envelope.ts';
import { createEd25519Verifier } from '../../shared/interactions/verify-signature.ts';
import type { InvokeOutcome } from '../../shared/platform/invoke.ts';
import {
  button,
  command,
  ephemeral,
  modal,
  NOW,
  openFrontDoorTest,
  pointsAdd,
} from '../../test/support/front-door.ts';
import { ID, TEST_IDENTITY } from '../../test/support/identity.ts';

describe('an interaction', () => {
  it.each([
    ['public', command('leaderboard'), { type: 5 }, 'leaderboard'],
    ['ephemeral', pointsAdd, { type: 5, data: { flags: 64 } }, 'points'],
    ['update', button('leaderboard.page:all:2'), { type: 6 }, 'leaderboard'],
  ])('with a %s reply is acknowledged when its function has it', async (_, body, response, name) => {
    const t = openFrontDoorTest();
    expect((await t.send({ body })).json).toEqual(response);
    expect(t.calls).toMatchObject([{ name, options: { type: 'detached' } }]);
  });

  it('is handed over as Discord signed it, byte for byte', async () => {
    const t = openFrontDoorTest();
    const text = `{ "type":2,"id":"${ID}", "application_id":"${TEST_IDENTITY.applicationId}","guild_id":"${TEST_IDENTITY.guildId}","data":{"type":1,"name":"leaderboard","x":"Grüße 🎩 \\u0041"}}`;
    await t.send({ text });
    const envelope = Envelope.parse(JSON.parse(t.calls[0]?.body ?? ''));
    expect(envelope.body).toBe(text);
    const { timestamp, signature } = envelope;
    const message = { timestamp, body: Buffer.from(envelope.body) };
    expect(await createEd25519Verifier()(TEST_IDENTITY.publicKey, message, signature)).toBe(true);
  });

  it('has until 2.5 s after its arrival to be accepted', async () => {
    const t = openFrontDoorTest();
    await t.send();
    await t.send({ at: NOW - 2_000 });
    await t.send({ at: NOW + 30_000 });
    expect(t.calls.map(({ options }) => options.timeoutMs)).toEqual([2_500, 2_500, 2_500]);
  });

  it('is handed to nobody when finding out who it is for took all that time', async () => {
    const t = openFrontDoorTest();
    t.registry.onLookUp = () => {
      t.clock.now += 2_500;
    };
    expect((await t.send()).json).toEqual(ephemeral('busy'));
    expect(t.calls).toEqual([]);
  });

  it('that is refused by the platform is told that nothing was changed', async () => {
    const t = openFrontDoorTest();
    t.answerWith(() => ({ kind: 'refused', reason: 'HTTP 429' }));
    const { json } = await t.send();
    expect(json).toEqual(ephemeral('busy'));
    expect(json.data.content).toContain('Nothing was changed');
  });

  it('whose hand-over took more than a second is reported with its duration', async () => {
    const t = openFrontDoorTest();
    t.answerWith(() => {
      t.clock.now += 1_000;
      return { kind: 'accepted', body: '' };
    });
    await t.send();
    expect(t.lines.join()).not.toContain('slow');
    t.answerWith(() => {
      t.clock.now += 1_001;
      return { kind: 'accepted', body: '' };
    });
    expect((await t.send()).json.type).toBe(5);
    const slow = t.lines.filter((line) => line.includes('A hand-over was slow'));
    expect(slow.map((line) => JSON.parse(line))).toMatchObject([{ level: 'warning', ms: 1_001 }]);
  });

  it('whose hand-over timed out is told that it may still be carried out', async () => {
    const t = openFrontDoorTest();
    t.answerWith(() => ({ kind: 'unknown', reason: 'no answer in time' }));
    const { json } = await t.send();
    expect(json).toEqual(ephemeral('uncertain'));
    expect(json.data.content).toContain('may still be carried out');
    expect(json.data.content).not.toContain('Nothing was changed');
  });

  it('that comes more than 3 s later than others do is handed to nobody', async () => {
    const t = openFrontDoorTest();
    await t.send();
    expect((await t.send({ at: NOW - 4_000 })).json).toEqual(ephemeral('late'));
    expect((await t.send({ at: NOW - 3_000 })).json).toEqual({ type: 5 });
    expect(t.calls).toHaveLength(2);
  });

  it.each([-10_000, 10_000])('is taken by a front door whose clock is off by %i ms', async (off) => {
    const t = openFrontDoorTest();
    for (let second = 0; second < 20; second += 1) {
      t.clock.now = NOW + second * 1_000 + off;
      expect((await t.send({ at: NOW + second * 1_000 })).json).toEqual({ type: 5 });
    }
    expect(new Set(t.calls.map(({ options }) => options.timeoutMs))).toEqual(new Set([2_500]));
    expect((await t.send({ at: NOW + 14_000 })).json).toEqual(ephemeral('late'));
  });

  it('from another guild, or from none, is refused before anything else', async () => {
    const t = openFrontDoorTest();
    for (const guild of ['1100000000000000077', undefined, null, 1]) {
      expect((await t.send({ body: { guild_id: guild } })).json).toEqual(ephemeral('other-guild'));
    }
    expect(t.calls).toEqual([]);
  });

  it.each([
    ['command', pointsAdd, ephemeral('not-set-up')],
    ['modal to open', button('review.approve:1'), ephemeral('not-set-up')],
    [
      'typing',
      { type: 4, data: { type: 1, name: 'points', options: [] } },
      { type: 8, data: { choices: [] } },
    ],
    ['ping', { type: 1 }, { type: 1 }],
  ])('of a clan that is not served reaches no function: %s', async (_, body, response) => {
    const t = openFrontDoorTest();
    t.stopped.add('tophat');
    expect((await t.send({ body })).json).toEqual(response);
    expect(t.calls).toEqual([]);
  });

  it.each([
    ['command', command('old-command')],
    ['subcommand', command('points', [{ type: 1, name: 'steal' }])],
    ['component', button('old.button:1')],
    ['modal', { type: 5, data: { custom_id: 'old.modal', components: [] } }],
    ['message menu', { type: 2, data: { type: 3, name: 'leaderboard' } }],
    ['type', { type: 99 }],
    ['name that every object has', command('constructor')],
  ])('with an unknown %s is told that versions differ, and so is the log', async (_, body) => {
    const t = openFrontDoorTest();
    expect((await t.send({ body })).json).toEqual(ephemeral('unknown-command'));
    expect(t.lines.join()).toContain('"level":"error"');
    expect(t.calls).toEqual([]);
  });
});

describe('a modal', () => {
  it.each([
    ['button', button('review.approve:130-1'), 'review.approve:130-1'],
    ['user menu', { type: 2, data: { type: 2, name: 'Add points', target_id: ID } }, `points.add:${ID}`],
    [
      'command with an option',
      command('submit-event', [{ type: 3, name: 'type', value: 'Raid' }]),
      'submit-event:Raid',
    ],
    ['command without one', command('submit-event'), 'submit-event'],
  ])('opens from a %s at once and says what for', async (_, body, customId) => {
    const t = openFrontDoorTest();
    t.answerWith(() => ({ kind: 'refused', reason: 'must not be called' }));
    expect((await t.send({ body, at: NOW - 9_000 })).json).toMatchObject({
      type: 9,
      data: { custom_id: customId },
    });
    expect(t.calls).toEqual([]);
  });

  it('keeps its own form, and its custom id within the limit', async () => {
    const t = openFrontDoorTest();
    const { json } = await t.send({ body: button(`review.approve:${'x'.repeat(200)}`) });
    expect(json.data).toEqual({ ...modal, custom_id: expect.any(String) });
    expect(json.data.custom_id).toHaveLength(100);
  });

  it.each([
    ['de', 'de'],
    ['es-419', 'es-ES'],
    ['pt-BR', 'pt-BR'],
    ['tr', 'Approve'],
  ])('opens in the language of the caller: %s', async (locale, title) => {
    const t = openFrontDoorTest();
    const { json } = await t.send({ body: { ...button('review.approve:1'), locale } });
    expect(json.data.title).toBe(title);
  });

  it('cuts a custom id that is too long between characters', async () => {
    const t = openFrontDoorTest();
    const { json } = await t.send({ body: button(`review.approve:${'\u{1f43a}'.repeat(100)}`) });
    expect(json.data.custom_id).toBe(`review.approve:${'\u{1f43a}'.repeat(42)}`);
  });
});

describe('autocomplete', () => {
  const typing = {
    type: 4,
    data: { type: 1, name: 'points', options: [{ type: 1, name: 'undo', options: [] }] },
  };

  it('offers what the function answers within 800 ms', async () => {
    const t = openFrontDoorTest();
    const choices = [{ name: 'Award', value: '130-1' }];
    t.answerWith(() => ({ kind: 'accepted', body: JSON.stringify({ choices }) }));
    expect((await t.send({ body: typing })).json).toEqual({ type: 8, data: { choices } });
    expect(t.calls[0]?.options).toEqual({ type: 'sync', timeoutMs: 800 });
  });

  it.each<[string, InvokeOutcome]>([
    ['late', { kind: 'unknown', reason: 'no answer in time' }],
    ['refused', { kind: 'refused', reason: 'HTTP 429' }],
    ['not JSON', { kind: 'accepted', body: '<html>' }],
    ['of another form', { kind: 'accepted', body: '{"choices":[{"name":1},null]}' }],
  ])('offers nothing when the answer is %s', async (_, outcome) => {
    const t = openFrontDoorTest();
    t.answerWith(() => outcome);
    expect((await t.send({ body: typing })).json).toEqual({ type: 8, data: { choices: [] } });
  });

  it('asks one at a time: whoever types meanwhile is offered nothing', async () => {
    const t = openFrontDoorTest();
    let answer = (_: InvokeOutcome) => {};
    t.answerWith(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    const first = t.send({ body: typing });
    await vi.waitFor(() => expect(t.calls).toHaveLength(1));
    expect((await t.send({ body: typing })).json).toEqual({ type: 8, data: { choices: [] } });
    answer({ kind: 'accepted', body: '{"choices":[{"name":"a","value":"b"}]}' });
    expect((await first).json.data.choices).toHaveLength(1);
    expect(t.calls).toHaveLength(1);
  });

  it('offers nothing to another guild, to an unknown command and to one that is late', async () => {
    const t = openFrontDoorTest();
    const other = { type: 4, data: { type: 1, name: 'gone' } };
    for (const sent of [
      { body: { ...typing, guild_id: '1' } },
      { body: other },
      { body: typing, at: NOW - 5_000 },
    ]) {
      await t.send({ body: { type: 1 } });
      expect((await t.send(sent)).json).toEqual({ type: 8, data: { choices: [] } });
    }
    expect(t.calls).toEqual([]);
  });
});
