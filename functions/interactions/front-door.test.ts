import { describe, expect, it, vi } from 'vitest';
import { command, NOW, openFrontDoorTest, type SignedRequest } from '../../test/support/front-door.ts';
import { OTHER_KEY, TEST_IDENTITY } from '../../test/support/identity.ts';

describe('a request', () => {
  it('that is a PING is answered PONG', async () => {
    const t = openFrontDoorTest();
    expect(await t.send({ body: { type: 1 } })).toMatchObject({ status: 200, text: '{"type":1}' });
    expect(t.calls).toEqual([]);
  });

  const good = openFrontDoorTest();
  const unknown = { application_id: '1100000000000000099' };
  it.each<[string, SignedRequest]>([
    ['signed with another key', { key: OTHER_KEY }],
    ['whose signature is no hex', { signature: 'zz' }],
    ['whose timestamp is no number', { timestamp: 'now' }],
    ['whose timestamp is more than 60 s ahead', { at: NOW + 62_000 }],
    ['whose body was changed', { changed: Buffer.from('{"application_id":"1100000000000000001","type":1}') }],
    ['that is not JSON', { text: 'type=1' }],
    [
      'that names its application and is not JSON',
      { text: `{"application_id":"${TEST_IDENTITY.applicationId}"` },
    ],
    [
      'that names its application below the top only',
      { text: `{"message":{"application_id":"${TEST_IDENTITY.applicationId}"}}` },
    ],
    [
      'that names its application in a list',
      { text: `[{"application_id":"${TEST_IDENTITY.applicationId}"}]` },
    ],
    [
      'that names another application last',
      {
        text: `{"application_id":"${TEST_IDENTITY.applicationId}","application_id":"1100000000000000099","type":1}`,
      },
    ],
    [
      'in no UTF-8',
      {
        bytes: Buffer.from(
          `{"application_id":"${TEST_IDENTITY.applicationId}","type":1,"x":"\xff"}`,
          'latin1',
        ),
      },
    ],
    ['without an application', { text: '{"type":1}' }],
    ['of an unknown application', { body: unknown }],
    ['on the path of another clan', { path: '/interactions/graves' }],
    ['on a path with more behind the clan', { path: '/interactions/tophat/x' }],
  ])('%s is denied with the same answer', async (_, sent) => {
    expect(await good.send(sent)).toMatchObject({ status: 401, text: '{"error":"unauthorized"}' });
    expect(good.calls).toEqual([]);
  });

  it('without its headers is denied, and so is one while the registry is down', async () => {
    const t = openFrontDoorTest();
    const body = Buffer.from(JSON.stringify({ application_id: TEST_IDENTITY.applicationId, type: 1 }));
    expect((await t.request('POST', '/interactions/tophat', body)).status).toBe(401);
    const fresh = openFrontDoorTest();
    fresh.registry.down = true;
    expect((await fresh.send({ body: { type: 1 } })).status).toBe(401);
  });

  it('of more than 1 MB is too large, whoever sent it; one of 1 MB is not', async () => {
    const t = openFrontDoorTest();
    const of = (bytes: number) =>
      JSON.stringify({ application_id: TEST_IDENTITY.applicationId, type: 1 }).padEnd(bytes);
    expect((await t.send({ text: of(1_048_576) })).status).toBe(200);
    expect((await t.send({ text: of(1_048_577) })).status).toBe(413);
    expect(t.registry.lookUps).toHaveLength(1);
  });

  it('leaves nothing in the log that its sender could have written there', async () => {
    const t = openFrontDoorTest();
    const evil = 'evil\n{"level":"info"}';
    await t.send({ text: evil });
    await t.send({
      text: `{"application_id":"${TEST_IDENTITY.applicationId}","x":"${'evil'}"}`,
      key: OTHER_KEY,
    });
    await t.send({ path: `/interactions/${evil}` });
    await t.send({ body: { ...command(evil), id: evil } });
    expect(t.lines.length).toBeGreaterThan(3);
    for (const line of t.lines) expect(line.split('\n')).toHaveLength(1);
    expect(t.lines.slice(0, 3).join()).not.toContain('evil');
  });

  it('may be sent with white space, and with the ids of other applications before and after its own', async () => {
    const t = openFrontDoorTest();
    const others = Array.from({ length: 50 }, (_, index) => ({
      application_id: `15000000000000000${10 + index}`,
    }));
    const text = `{"message": ${JSON.stringify(others)}, "application_id"\t:\r\n "${TEST_IDENTITY.applicationId}", "type": 1,
      "referenced": ${JSON.stringify(others)}}`;
    expect(await t.send({ text })).toMatchObject({ status: 200, text: '{"type":1}' });
  });

  it('to any other path or method finds nothing', async () => {
    const t = openFrontDoorTest();
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

describe('a flood of requests that Discord did not sign', () => {
  const wrong = 'ab'.repeat(64);
  const nested = `${'['.repeat(500_000)}${']'.repeat(500_000)}`;
  const bodies: Record<string, string> = {
    'nested arrays of an unknown application': `{"application_id":"1500000000000000010","x":${nested}}`,
    'nested arrays of a clan': `{"application_id":"${TEST_IDENTITY.applicationId}","x":${nested}}`,
    'nested arrays of nobody': nested,
    'thousands of unknown applications': JSON.stringify(
      Array.from({ length: 20_000 }, (_, index) => ({ application_id: `15000000000000${10_000 + index}` })),
    ),
  };

  it.each(Object.keys(bodies))('costs no JSON and no look-up: %s', async (name) => {
    const t = openFrontDoorTest();
    await t.send({ body: { type: 1 } });
    const before = { lookUps: t.registry.lookUps.length, listings: t.registry.listings };
    const parse = vi.spyOn(JSON, 'parse');
    try {
      for (let i = 0; i < 20; i += 1) {
        expect((await t.post({ text: bodies[name] ?? '', signature: wrong })).status).toBe(401);
      }
      expect(parse).not.toHaveBeenCalled();
    } finally {
      parse.mockRestore();
    }
    expect({ lookUps: t.registry.lookUps.length, listings: t.registry.listings }).toEqual(before);
  });

  it.each<[string, SignedRequest]>([
    ['a signature in another form', { signature: 'zz' }],
    ['a timestamp in another form', { timestamp: 'now' }],
    ['a timestamp in the future', { at: NOW + 62_000 }],
  ])('with %s costs not even a look-up of a clan', async (_, sent) => {
    const t = openFrontDoorTest();
    expect((await t.send({ body: { type: 1 }, ...sent })).status).toBe(401);
    expect(t.registry.lookUps).toEqual([]);
  });

  it('of long bodies that name a clan costs at most 20 hashes a second, and no short request its answer', async () => {
    const t = openFrontDoorTest();
    const text = JSON.stringify({ application_id: TEST_IDENTITY.applicationId, type: 1 }).padEnd(65_537);
    const forged = () => t.post({ text, signature: wrong });
    for (let i = 0; i < 19; i += 1) await forged();
    expect((await t.send({ text })).status).toBe(200);
    await forged();
    expect((await t.send({ text })).status).toBe(401);
    expect((await t.send({ text: text.trim() })).status).toBe(200);
    t.clock.now += 1_000;
    expect((await t.send({ text })).status).toBe(200);
  });

  it('of long bodies that name no clan keeps no long one of a clan away', async () => {
    const t = openFrontDoorTest();
    for (let i = 0; i < 40; i += 1) {
      const forged = { application_id: '1500000000000000010', x: 'x'.repeat(65_536) };
      expect((await t.post({ body: forged, signature: wrong })).status).toBe(401);
    }
    const text = JSON.stringify({ application_id: TEST_IDENTITY.applicationId, type: 1 }).padEnd(65_537);
    expect((await t.send({ text })).status).toBe(200);
  });

  it('keeps no clan from its answers, in a new process either', async () => {
    const t = openFrontDoorTest();
    for (let i = 0; i < 200; i += 1) {
      t.clock.now += 200;
      const forged = { application_id: `12000000000000${1000 + i}`, type: 1 };
      expect((await t.send({ body: forged, key: OTHER_KEY })).status).toBe(401);
      if (i === 0) expect(t.registry.lookUps.length).toBeLessThanOrEqual(1);
      expect((await t.send({ body: { type: 1 } })).status).toBe(200);
    }
    expect(t.registry.lookUps.filter((id) => id !== TEST_IDENTITY.applicationId).length).toBeLessThanOrEqual(
      1,
    );
    expect(t.registry.listings).toBe(2);
  });
});

describe('/health', () => {
  it('starts a delivery once a minute and a warm-up every three, however often it is asked', async () => {
    const t = openFrontDoorTest();
    const asked: string[][] = [];
    for (let second = 0; second < 600; second += 10) {
      t.clock.now = NOW + second * 1000;
      const before = t.calls.length;
      expect(await t.request('GET', '/health', Buffer.alloc(0))).toMatchObject({
        status: 200,
        body: '{"status":"ok"}',
      });
      asked.push(t.calls.slice(before).map((call) => call.name));
    }
    expect(asked[0]).toEqual(['deliver-outbox', 'warm']);
    expect(t.calls.filter((call) => call.name === 'deliver-outbox')).toHaveLength(10);
    expect(t.calls.filter((call) => call.name === 'warm')).toHaveLength(4);
    expect(t.calls.every((call) => call.options.type === 'detached')).toBe(true);
    expect(t.calls[0]?.body).toBe('{"job":"deliver-outbox"}');
  });

  it('starts them again when the clock was set back, however far', async () => {
    const t = openFrontDoorTest();
    await t.request('GET', '/health', Buffer.alloc(0));
    t.clock.now -= 86_400_000;
    await t.request('GET', '/health', Buffer.alloc(0));
    expect(t.calls.map((call) => call.name)).toEqual(['deliver-outbox', 'warm', 'deliver-outbox', 'warm']);
  });

  it('leaves out a job that this function was not given', async () => {
    const t = openFrontDoorTest();
    delete t.functionIds['warm'];
    await t.request('GET', '/health', Buffer.alloc(0));
    expect(t.calls.map((call) => call.name)).toEqual(['deliver-outbox']);
  });

  it('is well even when a job cannot be started, which the log says', async () => {
    const t = openFrontDoorTest();
    t.answerWith(() => ({ kind: 'refused', reason: 'HTTP 429' }));
    expect((await t.request('GET', '/health', Buffer.alloc(0))).status).toBe(200);
    expect(t.lines.join()).toContain('A job could not be started');
  });
});
