import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signatureHeaders } from '../../local/discord/sign.ts';
import { startTestPlatform, type TestPlatform } from './start-platform.ts';

const SIGNATURE = 'x-signature-ed25519';
const TIMESTAMP = 'x-signature-timestamp';
/** Stands in requests that are refused; must stand in no log. */
const MARK = 'a-mark-of-the-caller';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform({ clans: ['tophat', 'graves_family'], allowViolations: true });
});
afterAll(() => platform.stop());

function ping(fields: object = {}, of = platform): string {
  const { applicationId } = of.record();
  return JSON.stringify({ id: '1', application_id: applicationId, type: 1, note: MARK, ...fields });
}

describe('a signed PING', () => {
  it('is answered with PONG', async () => {
    expect(await platform.send('tophat', ping())).toEqual({ status: 200, text: '{"type":1}' });
  });

  it('is answered with a JSON content type', async () => {
    const body = ping();
    const response = await platform.post('tophat', body);
    expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  });
});

describe('what Discord did not sign for this clan', () => {
  const refused: Record<string, () => Promise<{ status: number; text: string }>> = {
    'a wrong signature': () => platform.send('tophat', ping(), { headers: { [SIGNATURE]: '0'.repeat(128) } }),
    'a malformed signature': () => platform.send('tophat', ping(), { headers: { [SIGNATURE]: `${MARK}<>` } }),
    'no signature': () => platform.send('tophat', ping(), { headers: { [SIGNATURE]: undefined } }),
    'no timestamp': () => platform.send('tophat', ping(), { headers: { [TIMESTAMP]: undefined } }),
    'another timestamp': () => platform.send('tophat', ping(), { headers: { [TIMESTAMP]: '1' } }),
    'a key that nobody knows': () => {
      const body = ping();
      const now = String(Math.floor(Date.now() / 1000));
      const { privateKey } = generateKeyPairSync('ed25519');
      return platform.send('tophat', body, { headers: signatureHeaders(privateKey, now, body) });
    },
    'no JSON': () => platform.send('tophat', `{"application_id": ${MARK}`),
    'JSON that is no object': () => platform.send('tophat', '[]'),
    'no application': () => platform.send('tophat', '{"type":1}'),
    'an application id that is none': () => platform.send('tophat', ping({ application_id: MARK })),
    'an unknown application': () => platform.send('tophat', ping({ application_id: '1999999999999999999' })),
    "another clan's key": () => platform.send('graves_family', ping(), { path: 'tophat' }),
    "another clan's path": () => platform.send('tophat', ping(), { path: 'graves_family' }),
    'the path of no clan': () => platform.send('tophat', ping(), { path: 'nobody' }),
  };

  it.each(Object.keys(refused))('is refused with the same answer: %s', async (cause) => {
    const answers = [await refused['a wrong signature']?.(), await refused[cause]?.()];
    expect(answers[0]?.status).toBe(401);
    expect(answers[1]).toEqual(answers[0]);
  });

  it('leaves nothing that the caller wrote in a log', async () => {
    for (const send of Object.values(refused)) await send();
    expect(await platform.log('interactions')).not.toContain(MARK);
    expect(platform.shown.join('\n')).not.toContain(MARK);
  });
});

describe('a body of more than 1 MB', () => {
  it('is refused with 413, signed or not', async () => {
    const body = ping({ padding: 'x'.repeat(1_100_000) });
    expect((await platform.send('tophat', body)).status).toBe(413);
    expect((await platform.send('tophat', body, { headers: { [SIGNATURE]: undefined } })).status).toBe(413);
  });
});

describe('a command over the gateway', () => {
  const xp = () => platform.discord.buildInteraction({ clan: 'tophat', user: 'wolf', command: 'xp' });

  it('is acknowledged with type 5, and then the original reply is edited', async () => {
    const { delivery, reply, text } = await platform.command('wolf', '/xp');
    expect(delivery).toMatchObject({ status: 200, json: { type: 5 } });
    expect(reply.originalEdits).toBeGreaterThan(0);
    expect(text).toContain('WolfRunner');
  });

  it('that comes from another server is refused, and nothing runs', async () => {
    const foreign = { ...xp(), guild_id: platform.record('graves_family').guildId };
    const { status, text } = await platform.send('tophat', JSON.stringify(foreign));
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({ type: 4, data: { flags: 64 } });
    expect(text).toContain("clan's server");
  });

  it('that comes too late is not handed over, and says so', async () => {
    const { text } = await platform.send('tophat', JSON.stringify(xp()), { at: Date.now() - 5_000 });
    expect(JSON.parse(text)).toMatchObject({ type: 4, data: { flags: 64 } });
    expect(text).toContain('Nothing was changed');
  });

  it('that no function knows is answered in words, and is an error in the log', async () => {
    const unknown = { ...xp(), data: { id: '1', name: 'not-a-command', type: 1 } };
    const { text } = await platform.send('tophat', JSON.stringify(unknown));
    expect(JSON.parse(text)).toMatchObject({ type: 4, data: { flags: 64 } });
    expect(text).toContain('newer or older than the bot');
    expect(await platform.log('interactions')).toContain('"level":"error"');
  });

  it('that comes twice is carried out once', async () => {
    const interaction = platform.discord.buildInteraction({
      clan: 'tophat',
      user: 'officer',
      command: 'points add',
      options: { member: 'bear', amount: 3 },
    });
    const before = platform.discord.dms('tophat', 'bear').length;
    const first = await platform.discord.deliver('tophat', interaction);
    await platform.discord.deliver('tophat', interaction);
    const reply = await platform.discord.waitFor(first.interactionId);
    await platform.idle();
    expect(reply.last?.text).toContain('3 points');
    expect(platform.discord.dms('tophat', 'bear')).toHaveLength(before + 1);
  });
});

describe('forged application ids in numbers', () => {
  it('do not keep a clan that the container knows from its answers', async () => {
    const single = await startTestPlatform({ agent: { maxProcesses: 1 } });
    const known = () => single.send('tophat', ping({}, single));
    const forged = (index: number) =>
      single.send('tophat', ping({ application_id: `15000000000000000${10 + index}` }, single));
    try {
      expect((await known()).status).toBe(200);
      const answers = await Promise.all(
        Array.from({ length: 60 }, (_, index) => Promise.all([forged(index), known()])),
      );
      expect(new Set(answers.map(([forgery]) => forgery.status))).toEqual(new Set([401]));
      expect(new Set(answers.map(([, answer]) => answer.status))).toEqual(new Set([200]));
    } finally {
      await single.stop();
    }
  });

  it('do not keep a clan that no container has met yet from its answers', async () => {
    const fresh = await startTestPlatform();
    try {
      const answers = await Promise.all(
        Array.from({ length: 60 }, async (_, index) => {
          await fresh.send('tophat', ping({ application_id: `15000000000000000${10 + index}` }, fresh));
          return fresh.send('tophat', ping({}, fresh));
        }),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    } finally {
      await fresh.stop();
    }
  });
});
