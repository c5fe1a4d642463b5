import { describe, expect, it } from 'vitest';
import { discordError } from '../../test/support/recorded.ts';
import { RobloxError } from '../roblox/errors.ts';
import { refusalText } from './read-or-refuse.ts';
import { refusalCode, sayRefusal } from './say-refusal.ts';

function roblox(status: number, route = 'GET /cloud/v2/groups/1/roles', retryable = false): RobloxError {
  return new RobloxError('no', { status, route, retryable: retryable || status === 429 || status >= 500 });
}

describe('what Roblox answered', () => {
  it.each([0, 408, 429, 500, 503])('is no answer when it is %i', (status) => {
    expect(sayRefusal('en', roblox(status))).toBe('Roblox did not answer');
    expect(refusalCode(roblox(status))).toBe('roblox-unavailable');
  });

  it.each([
    [400, 'Roblox refused the request as wrong'],
    [401, "Roblox does not accept the clan's key"],
    [403, "Roblox does not let the clan's key do this"],
    [404, 'Roblox does not have what was asked for'],
    [409, 'Roblox refused the request (409)'],
    [200, 'Roblox gave an answer that the bot cannot use'],
  ])('is told as what it is when it is %i', (status, said) => {
    expect(sayRefusal('en', roblox(status))).toContain(said);
    expect(refusalCode(roblox(status))).toBe('roblox-refused');
  });

  it.each(['POST /v1/usernames/users', 'POST /v1/users'])(
    'says nothing of the key where none was sent (%s)',
    (route) => {
      expect(sayRefusal('en', roblox(403, route))).toBe('Roblox refused the request (403)');
    },
  );

  it('is no answer when it passes by itself, whatever its status', () => {
    expect(sayRefusal('en', roblox(409, 'GET /cloud/v2/groups/1', true))).toBe('Roblox did not answer');
  });

  it('names a pause with its end and its cause, which cannot break out of the line', () => {
    const error = new RobloxError('paused', {
      status: 0,
      code: 'paused',
      route: 'GET user',
      retryable: true,
      pause: { until: 1_800_000_000_000, reason: 'Roblox answered 401 (**@everyone**) to GET /x.' },
    });
    const said = refusalText('en', error, 'Nothing was changed.');
    expect(said).toMatch(
      /^Roblox is paused for this clan until <t:1800000000:t> \(<t:1800000000:R>\), because it denied the bot access \(Roblox answered 401 /,
    );
    expect(said).not.toContain('@everyone');
    expect(said).toContain('Nothing was changed. The bot goes on by itself then');
    expect(refusalCode(error)).toBe('roblox-paused');
  });
});

it.each([
  [503, 'Discord did not answer'],
  [401, "Discord does not accept the bot's token"],
  [403, 'Discord does not let the bot do this'],
  [404, 'Discord does not have what was asked for'],
  [400, 'Discord refused the request as wrong'],
])('tells what Discord answered with %i as what it is', (status, said) => {
  expect(sayRefusal('en', discordError(status))).toContain(said);
});
