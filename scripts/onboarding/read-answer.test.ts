import { describe, expect, it } from 'vitest';
import { readClanName, readGroupId, readGuildId, readSecret } from './read-answer.ts';

const GUILD = '1300000000000000002';

describe('an answer to new-clan', () => {
  it.each([
    GUILD,
    ` ${GUILD} `,
    `https://discord.com/channels/${GUILD}`,
    `https://discord.com/channels/${GUILD}/1300000000000000020`,
    `discord.com/channels/${GUILD}/1300000000000000020/1300000000000000021`,
    `https://canary.discord.com/channels/${GUILD}/`,
    `https://ptb.discordapp.com/channels/${GUILD}?x=1`,
  ])('finds the Discord server in %j', (text) => expect(readGuildId(text)).toBe(GUILD));

  it.each([
    ['https://discord.gg/abc123', /invitation/],
    ['https://discord.com/invite/abc123', /invitation/],
    ['https://discord.com/channels/@me/1300000000000000020', /its address in a browser/],
    ['12', /17 to 20 digits/],
    ['', /17 to 20 digits/],
    [`https://evil.test/discord.com/channels/${GUILD}`, /its address in a browser/],
  ])('says why %j is no Discord server', (text, reason) => expect(() => readGuildId(text)).toThrow(reason));

  it.each([
    '7654321',
    'https://www.roblox.com/groups/7654321/The-New-Clan#!/about',
    'https://www.roblox.com/communities/7654321/The-New-Clan',
    'https://www.roblox.com/de/communities/7654321',
    'https://www.roblox.com/pt-br/communities/7654321/x?y=z',
    'roblox.com/groups/7654321',
    'https://web.roblox.com/groups/7654321/',
    'https://create.roblox.com/dashboard/creations?activeTab=Experience&groupId=7654321',
  ])('finds the Roblox group in %j', (text) => expect(readGroupId(text)).toBe('7654321'));

  it.each(['', 'The New Clan', '0', 'https://www.roblox.com/users/7654321/profile', '-5'])(
    'says that %j is no Roblox group',
    (text) => expect(() => readGroupId(text)).toThrow(/its number/),
  );

  it('refuses names that mean something else, and secrets with a piece missing', () => {
    expect(readClanName(' newclan ')).toBe('newclan');
    for (const name of ['cloud', 'example', 'New Clan', 'x']) expect(() => readClanName(name)).toThrow();
    expect(readSecret('Bot abc.def-1_2', 'Token')).toBe('abc.def-1_2');
    for (const text of ['', 'two words', 'a#b', '"quoted"'])
      expect(() => readSecret(text, 'Token')).toThrow(/Token/);
  });
});
