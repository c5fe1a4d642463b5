import { afterEach, describe, expect, it } from 'vitest';
import { startServices } from './emulators.ts';
import { PlatformEnvironmentError, parsePlatformEnvironment } from './environment.ts';

let stop = async () => {};
afterEach(() => stop());

/** What the emulator of Discord answers to a client library that does not say that it is a bot. */
async function answered(variables: Record<string, string>, userAgent: string) {
  const environment = parsePlatformEnvironment({ ROBLOX_API_URL: 'http://127.0.0.1:9', ...variables });
  const services = await startServices(environment, [], { keep: false, stopped: [] });
  stop = () => services.stop();
  const url = `${services.configuration['DISCORD_API_URL']}/users/@me`;
  const response = await fetch(url, { headers: { 'user-agent': userAgent, authorization: 'Bot nobody' } });
  return { status: response.status, json: await response.json() };
}

describe('the emulator of Discord', () => {
  const refused = { status: 403, json: expect.objectContaining({ code: 40333 }) };
  const unauthorized = { status: 401, json: expect.objectContaining({ message: '401: Unauthorized' }) };
  it.each([
    ['refuses a User-Agent that is no bot’s', {}, 'node', refused],
    ['refuses it where that is said', { DISCORD_ANY_USER_AGENT: 'false' }, 'node', refused],
    ['takes it with DISCORD_ANY_USER_AGENT', { DISCORD_ANY_USER_AGENT: 'true' }, 'node', unauthorized],
    ['takes one of a bot', {}, 'DiscordBot (https://example.org, 1.0)', unauthorized],
  ])('%s', async (_, variables, userAgent, answer) => {
    expect(await answered(variables, userAgent)).toEqual(answer);
  });

  it('says what DISCORD_ANY_USER_AGENT may be', () => {
    const parse = () => parsePlatformEnvironment({ DISCORD_ANY_USER_AGENT: 'yes' });
    expect(parse).toThrow(PlatformEnvironmentError);
    expect(parse).toThrow('DISCORD_ANY_USER_AGENT: expected true or false');
  });
});
