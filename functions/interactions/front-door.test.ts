import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createCachedLookUp } from '../../shared/clans/cached-look-up.ts';
import type { ClanIdentity } from '../../shared/clans/clan-record.ts';
import { ClanRegistryError } from '../../shared/clans/registry-error.ts';
import type { InvokeOptions, InvokeOutcome } from '../../shared/fn/invoke.ts';
import { Envelope } from '../../shared/interactions/envelope.ts';
import { createEd25519Verifier } from '../../shared/interactions/verify-signature.ts';
import { createLogger } from '../../shared/log/create-logger.ts';
import { frontDoor } from './front-door.ts';
import { createHealth } from './health.ts';
import { createSuggest } from './suggest.ts';

const NOW = 1_796_000_000_400;
const ID = '1300000000000000001';
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const otherKey = generateKeyPairSync('ed25519').privateKey;
const tophat: ClanIdentity = {
  clan: 'tophat',
  applicationId: '1100000000000000001',
  publicKey: Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex'),
  guildId: '1100000000000000002',
  robloxGroupId: '3203735',
};
const modal = { custom_id: 'review.approve', title: 'Approve', components: [] };
const routes = {
  'command leaderboard': { function: 'leaderboard', reply: 'public' },
  'command points add': { function: 'points', reply: 'ephemeral' },
  'component leaderboard.page': { function: 'leaderboard', reply: 'update' },
  'component review.approve': { function: 'events', reply: 'modal', modal },
  'user-menu Add points': { function: 'points', reply: 'modal', modal: { custom_id: 'points.add' } },
  'command submit-event': { function: 'submit-event', reply: 'modal', modal: { custom_id: 'submit-event' } },
  'autocomplete points undo': { function: 'points', reply: 'choices' },
} as const;

type Call = { name: string; body: string; options: InvokeOptions };

function arrange() {
  const clock = { now: NOW };
  const lines: string[] = [];
  const calls: Call[] = [];
  const registry = { down: false, lookUps: 0 };
  const functionIds: Record<string, string> = { 'deliver-outbox': '1', warm: '2' };
  let outcome: (call: Call) => InvokeOutcome | Promise<InvokeOutcome> = () => ({
    kind: 'accepted',
    body: '',
  });
  const log = createLogger({ write: (line) => void lines.push(line) });
  const now = () => clock.now;
  const invoke = async (name: string, body: string, options: InvokeOptions) => {
    calls.push({ name, body, options });
    return outcome({ name, body, options });
  };
  const door = {
    identity: createCachedLookUp(
      async (id) => {
        registry.lookUps += 1;
        if (registry.down) throw new ClanRegistryError('the vault is down');
        return id === tophat.applicationId ? tophat : undefined;
      },
      { now, ttlMs: 60_000, maxClans: 10, missBudget: { count: 5, perMs: 10_000 } },
    ),
    verify: createEd25519Verifier(),
    routes,
    invoke,
    suggest: createSuggest({ invoke, log }),
    health: createHealth({ functionIds, invoke, now, log }),
    now,
    log,
  };
  return {
    clock,
    lines,
    calls,
    registry,
    functionIds,
    answerWith: (next: typeof outcome) => {
      outcome = next;
    },
    async request(method: string, url: string, body: Buffer, headers: Record<string, string> = {}) {
      const header = (name: string) => headers[name];
      const answer = await frontDoor({ http: { method, url }, header, body, deadline: undefined }, door);
      return { status: answer.status, text: answer.body, json: JSON.parse(answer.body) };
    },
    send(sent: Sent = {}) {
      const body = Buffer.from(
        sent.text ??
          JSON.stringify({
            id: ID,
            application_id: tophat.applicationId,
            guild_id: tophat.guildId,
            type: 2,
            token: 'secret-token',
            data: { type: 1, name: 'leaderboard' },
            ...sent.body,
          }),
      );
      const timestamp = sent.timestamp ?? String(Math.floor((sent.at ?? clock.now) / 1000));
      const signature =
        sent.signature ??
        sign(null, Buffer.concat([Buffer.from(timestamp), body]), sent.key ?? privateKey).toString('hex');
      return this.request('POST', sent.path ?? '/interactions/tophat', sent.changed ?? body, {
        'X-Signature-Ed25519': signature,
        'X-Signature-Timestamp': timestamp,
      });
    },
  };
}
interface Sent {
  body?: object;
  text?: string;
  at?: number;
  timestamp?: string;
  signature?: string;
  key?: KeyObject;
  path?: string;
  changed?: Buffer;
}
const command = (name: string, options: object[] = []) => ({ type: 2, data: { type: 1, name, options } });
const pointsAdd = command('points', [{ type: 1, name: 'add', options: [] }]);
const button = (customId: string) => ({ type: 3, data: { custom_id: customId, component_type: 2 } });
const ephemeral = (code: string) => ({
  type: 4,
  data: {
    content: expect.stringMatching(new RegExp(`\n-# ${code} · ${ID}$`)),
    flags: 64,
    allowed_mentions: { parse: [] },
  },
});

describe('a request', () => {
  it('that is a PING is answered PONG', async () => {
    const t = arrange();
    expect(await t.send({ body: { type: 1 } })).toMatchObject({ status: 200, text: '{"type":1}' });
    expect(t.calls).toEqual([]);
  });

  const good = arrange();
  const unknown = { application_id: '1100000000000000099' };
  it.each<[string, Sent]>([
    ['signed with another key', { key: otherKey }],
    ['whose signature is no hex', { signature: 'zz' }],
    ['whose timestamp is no number', { timestamp: 'now' }],
    ['whose body was changed', { changed: Buffer.from('{"application_id":"1100000000000000001","type":1}') }],
    ['that is not JSON', { text: 'type=1' }],
    ['without an application', { text: '{"type":1}' }],
    ['of an unknown application', { body: unknown }],
    ['on the path of another clan', { path: '/interactions/graves' }],
    ['on a path with more behind the clan', { path: '/interactions/tophat/x' }],
  ])('%s is denied with the same answer', async (_, sent) => {
    expect(await good.send(sent)).toMatchObject({ status: 401, text: '{"error":"unauthorized"}' });
    expect(good.calls).toEqual([]);
  });

  it('without its headers is denied, and so is one while the registry is down', async () => {
    const t = arrange();
    const body = Buffer.from(JSON.stringify({ application_id: tophat.applicationId, type: 1 }));
    expect((await t.request('POST', '/interactions/tophat', body)).status).toBe(401);
    const fresh = arrange();
    fresh.registry.down = true;
    expect((await fresh.send({ body: { type: 1 } })).status).toBe(401);
  });

  it('of more than 1 MB is too large, whoever sent it; one of 1 MB is not', async () => {
    const t = arrange();
    const of = (bytes: number) =>
      JSON.stringify({ application_id: tophat.applicationId, type: 1 }).padEnd(bytes);
    expect((await t.send({ text: of(1_048_576) })).status).toBe(200);
    expect((await t.send({ text: of(1_048_577) })).status).toBe(413);
    expect(t.registry.lookUps).toBe(1);
  });

  it('leaves nothing in the log that its sender could have written there', async () => {
    const t = arrange();
    const evil = 'evil\n{"level":"info"}';
    await t.send({ text: evil });
    await t.send({ text: `{"application_id":"${tophat.applicationId}","x":"${'evil'}"}`, key: otherKey });
    await t.send({ path: `/interactions/${evil}` });
    await t.send({ body: { ...command(evil), id: evil } });
    expect(t.lines.length).toBeGreaterThan(3);
    for (const line of t.lines) expect(line.split('\n')).toHaveLength(1);
    expect(t.lines.slice(0, 3).join()).not.toContain('evil');
  });

  it('of a known clan is served in the middle of a flood of unknown ones', async () => {
    const t = arrange();
    await t.send({ body: { type: 1 } });
    for (let i = 0; i < 200; i += 1) {
      const forged = { application_id: `12000000000000${1000 + i}`, type: 1 };
      expect((await t.send({ body: forged })).status).toBe(401);
      expect((await t.send({ body: { type: 1 } })).status).toBe(200);
    }
    expect(t.registry.lookUps).toBe(5);
  });

  it('to any other path or method finds nothing', async () => {
    const t = arrange();
    for (const [method, url] of [
      ['GET', '/interactions/tophat'],
      ['POST', '/health'],
      ['GET', '/'],
      ['DELETE', '/health'],
    ] as const) {
      expect((await t.request(method, url, Buffer.alloc(0))).status).toBe(404);
    }
  });
});

describe('an interaction', () => {
  it.each([
    ['public', command('leaderboard'), { type: 5 }, 'leaderboard'],
    ['ephemeral', pointsAdd, { type: 5, data: { flags: 64 } }, 'points'],
    ['update', button('leaderboard.page:all:2'), { type: 6 }, 'leaderboard'],
  ])('with a %s reply is acknowledged when its function has it', async (_, body, response, name) => {
    const t = arrange();
    expect((await t.send({ body })).json).toEqual(response);
    expect(t.calls).toMatchObject([{ name, options: { type: 'detached' } }]);
  });

  it('is handed over as Discord signed it, byte for byte', async () => {
    const t = arrange();
    const text = `{ "type":2,"id":"${ID}", "application_id":"${tophat.applicationId}","guild_id":"${tophat.guildId}","data":{"type":1,"name":"leaderboard","x":"Grüße 🎩 \\u0041"}}`;
    await t.send({ text });
    const envelope = Envelope.parse(JSON.parse(t.calls[0]?.body ?? ''));
    expect(envelope.body).toBe(text);
    const message = Buffer.from(envelope.timestamp + envelope.body);
    expect(createEd25519Verifier()(tophat.publicKey, message, envelope.signature)).toBe(true);
  });

  it('has until 2.5 s after its timestamp to be accepted', async () => {
    const t = arrange();
    await t.send({ at: NOW - 1_000 });
    expect(t.calls[0]?.options.timeoutMs).toBe(1_100);
    await t.send({ at: NOW + 60_000 });
    expect(t.calls[1]?.options.timeoutMs).toBe(2_500);
  });

  it('that is refused by the platform is told that nothing was changed', async () => {
    const t = arrange();
    t.answerWith(() => ({ kind: 'refused', reason: 'HTTP 429' }));
    const { json } = await t.send();
    expect(json).toEqual(ephemeral('busy'));
    expect(json.data.content).toContain('Nothing was changed');
  });

  it('whose hand-over timed out is told that it may still be carried out', async () => {
    const t = arrange();
    t.answerWith(() => ({ kind: 'unknown', reason: 'no answer in time' }));
    const { json } = await t.send();
    expect(json).toEqual(ephemeral('uncertain'));
    expect(json.data.content).toContain('may still be carried out');
    expect(json.data.content).not.toContain('Nothing was changed');
  });

  it('that comes later than 3 s is handed to nobody', async () => {
    const t = arrange();
    expect((await t.send({ at: NOW - 4_000 })).json).toEqual(ephemeral('late'));
    t.clock.now = NOW + 300;
    expect((await t.send({ at: NOW - 2_000 })).json).toEqual(ephemeral('busy'));
    expect(t.calls).toEqual([]);
  });

  it('from another guild, or from none, is refused before anything else', async () => {
    const t = arrange();
    for (const guild of ['1100000000000000077', undefined, null, 1]) {
      expect((await t.send({ body: { guild_id: guild } })).json).toEqual(ephemeral('other-guild'));
    }
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
    const t = arrange();
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
    const t = arrange();
    t.answerWith(() => ({ kind: 'refused', reason: 'must not be called' }));
    expect((await t.send({ body, at: NOW - 2_900 })).json).toMatchObject({
      type: 9,
      data: { custom_id: customId },
    });
    expect(t.calls).toEqual([]);
  });

  it('keeps its own form, and its custom id within the limit', async () => {
    const t = arrange();
    const { json } = await t.send({ body: button(`review.approve:${'x'.repeat(200)}`) });
    expect(json.data).toEqual({ ...modal, custom_id: expect.any(String) });
    expect(json.data.custom_id).toHaveLength(100);
  });
});

describe('autocomplete', () => {
  const typing = {
    type: 4,
    data: { type: 1, name: 'points', options: [{ type: 1, name: 'undo', options: [] }] },
  };

  it('offers what the function answers within 800 ms', async () => {
    const t = arrange();
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
    const t = arrange();
    t.answerWith(() => outcome);
    expect((await t.send({ body: typing })).json).toEqual({ type: 8, data: { choices: [] } });
  });

  it('asks one at a time: whoever types meanwhile is offered nothing', async () => {
    const t = arrange();
    let answer = (_: InvokeOutcome) => {};
    t.answerWith(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    const first = t.send({ body: typing });
    expect((await t.send({ body: typing })).json).toEqual({ type: 8, data: { choices: [] } });
    answer({ kind: 'accepted', body: '{"choices":[{"name":"a","value":"b"}]}' });
    expect((await first).json.data.choices).toHaveLength(1);
    expect(t.calls).toHaveLength(1);
  });

  it('offers nothing to another guild, to an unknown command and to one that is late', async () => {
    const t = arrange();
    const other = { type: 4, data: { type: 1, name: 'gone' } };
    for (const sent of [
      { body: { ...typing, guild_id: '1' } },
      { body: other },
      { body: typing, at: NOW - 4_000 },
    ]) {
      expect((await t.send(sent)).json).toEqual({ type: 8, data: { choices: [] } });
    }
    expect(t.calls).toEqual([]);
  });
});

describe('/health', () => {
  it('starts a delivery once a minute and a warm-up every three, however often it is asked', async () => {
    const t = arrange();
    const asked: string[][] = [];
    for (let second = 0; second < 600; second += 10) {
      t.clock.now = NOW + second * 1000;
      const before = t.calls.length;
      expect(await t.request('GET', '/health', Buffer.alloc(0))).toMatchObject({
        status: 200,
        text: '{"status":"ok"}',
      });
      asked.push(t.calls.slice(before).map((call) => call.name));
    }
    expect(asked[0]).toEqual(['deliver-outbox', 'warm']);
    expect(t.calls.filter((call) => call.name === 'deliver-outbox')).toHaveLength(10);
    expect(t.calls.filter((call) => call.name === 'warm')).toHaveLength(4);
    expect(t.calls.every((call) => call.options.type === 'detached')).toBe(true);
    expect(t.calls[0]?.body).toBe('{"job":"deliver-outbox"}');
  });

  it('leaves out a job that this function was not given', async () => {
    const t = arrange();
    delete t.functionIds['warm'];
    await t.request('GET', '/health', Buffer.alloc(0));
    expect(t.calls.map((call) => call.name)).toEqual(['deliver-outbox']);
  });

  it('is well even when a job cannot be started, which the log says', async () => {
    const t = arrange();
    t.answerWith(() => ({ kind: 'refused', reason: 'HTTP 429' }));
    expect((await t.request('GET', '/health', Buffer.alloc(0))).status).toBe(200);
    expect(t.lines.join()).toContain('A job could not be started');
  });
});
