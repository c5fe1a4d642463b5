import { describe, expect, it } from 'vitest';
import type { Message } from '../../shared/discord/message.ts';
import { person } from './clan.ts';
import { openEnvelopeTest } from './envelope-test.ts';
import { openHandlerTest } from './handler-test.ts';
import { ADMIN_CHANNEL, RECORD, TOKEN } from './identity.ts';
import { openTestWorld } from './world.ts';

const embed = (size: number) => ({ description: 'x'.repeat(size) });
const button = (customId: string) => ({ type: 2, style: 1, label: 'Go', custom_id: customId });
const row = (...components: object[]) => ({ type: 1, components });
/** What the compiler would not let pass. */
const written = (message: unknown): Message => JSON.parse(JSON.stringify(message));

describe('a handler’s test fails when its reply', () => {
  it.each([
    ['is empty', {}],
    ['is longer than 2,000', { content: 'x'.repeat(2001) }],
    ['has 11 embeds', { embeds: Array.from({ length: 11 }, () => embed(1)) }],
    ['has embeds of more than 6,000 in all', { embeds: [embed(4000), embed(2001)] }],
    ['has a description of more than 4,096', { embeds: [embed(4097)] }],
    ['has an empty field', { embeds: [{ fields: [{ name: 'A', value: '' }] }] }],
    ['has six rows', { components: Array.from({ length: 6 }, (_, index) => row(button(`a:${index}`))) }],
    ['has six buttons in a row', { components: [row(...[1, 2, 3, 4, 5, 6].map((n) => button(`a:${n}`)))] }],
    ['has one custom id twice', { components: [row(button('a'), button('a'))] }],
    ['has a custom id of 101', { components: [row(button('x'.repeat(101)))] }],
    ['has a field that Discord does not know', { content: 'x', ephemeral: true }],
    ['has such a field in an embed', { embeds: [{ ...embed(1), colour: 1 }] }],
    ['has such a field in a button', { components: [row({ ...button('a'), text: 'x' })] }],
  ])('%s', async (_, message) => {
    const t = await openHandlerTest();
    const answers = t.run(async () => ({ message: written(message) }));
    await expect(answers).rejects.toThrow(/Discord would answer 400/);
  });

  it('is too long once the lines of its effects are below it', async () => {
    const t = await openHandlerTest();
    const message = { content: 'Done.', embeds: [embed(4000), embed(1990)] };
    const shows = [{ label: 'Direct message', effectId: '1-1' }];
    await expect(t.run(async () => ({ message, shows }))).rejects.toThrow(/Embed size exceeds/);
  });

  it('calls for a message that would be refused', async () => {
    const t = await openHandlerTest();
    const tooLong = { content: 'x'.repeat(2001) };
    const answers = t.run(async () => ({
      change: async (tx) => {
        await tx.addEffect({ kind: 'dm', userId: person(1), message: tooLong });
        return { message: { content: 'Done.' } };
      },
    }));
    await expect(answers).rejects.toThrow(/Discord would answer 400/);
  });

  it('has 26 suggestions, or one that is too long', async () => {
    const t = await openHandlerTest();
    const many = Array.from({ length: 26 }, (_, index) => ({ name: `${index}`, value: `${index}` }));
    await expect(t.suggest(async () => ({ choices: many }))).rejects.toThrow(/between 0 and 25/);
    const long = [{ name: 'x'.repeat(101), value: '1' }];
    await expect(t.suggest(async () => ({ choices: long }))).rejects.toThrow(/between 1 and 100/);
  });
});

describe('Discord in a test', () => {
  it('refuses what is malformed, which fails the test at its end', async () => {
    const t = await openEnvelopeTest(async () => ({ message: { content: 'x'.repeat(2001) } }));
    await t.send();
    expect(await t.state('1300000000000000001-0')).toMatch(/^failed/);
    expect(t.guild.violations.splice(0)).not.toEqual([]);
  });

  it('does not know ids that nobody made, nor a token that nobody acknowledged', async () => {
    const { discord } = await openTestWorld();
    const message = { content: 'Hello' };
    const options = { nonce: '1' };
    const unknown = (code: number) => expect.objectContaining({ code });
    await expect(discord.postMessage('1', message, options)).rejects.toEqual(unknown(10003));
    await expect(discord.editMessage(ADMIN_CHANNEL, '1', message)).rejects.toEqual(unknown(10008));
    await expect(discord.sendDirectMessage('1', message, options)).rejects.toEqual(unknown(10013));
    await expect(discord.addRole('1', '2', 'because')).rejects.toEqual(unknown(10007));
    await expect(discord.addRole(RECORD.applicationId, '2', 'because')).rejects.toEqual(unknown(10011));
    const replies = discord.replies(RECORD.applicationId, TOKEN);
    await expect(replies.editOriginal(message)).rejects.toEqual(unknown(50027));
  });

  it('lets the bot give no role that stands above its own', async () => {
    const { discord, guild } = await openTestWorld();
    guild.addMember(person(1));
    guild.addRole({ id: '5', name: 'High', position: guild.botRole.position });
    await expect(discord.addRole(person(1), '5', 'because')).rejects.toMatchObject({ code: 50013 });
  });

  it('takes no name of a role that is longer than 100', async () => {
    const { discord, guild } = await openTestWorld();
    await expect(discord.createRole('x'.repeat(101), 'because')).rejects.toMatchObject({ code: 50035 });
    expect(guild.violations.splice(0)).toHaveLength(1);
  });
});

describe('Roblox in a test', () => {
  it('does not know users, memberships and roles that nobody made', async () => {
    const { group, roblox } = await openTestWorld();
    expect(await roblox.user('1')).toBeUndefined();
    expect(await roblox.membership('1')).toBeUndefined();
    await expect(roblox.assignRole(`groups/${RECORD.robloxGroupId}/memberships/x`, '90002')).rejects.toThrow(
      /404/,
    );
    group.put('1', { roleIds: [] });
    const path = (await roblox.membership('1'))?.path ?? '';
    await expect(roblox.assignRole(path, '1')).rejects.toThrow(/404/);
  });

  it('gives every member the base role, and nothing to a key without the scope', async () => {
    const { group, roblox } = await openTestWorld();
    group.put('1', { roleIds: ['90002'] });
    const membership = await roblox.membership('1');
    expect(membership?.roleIds).toEqual(['90001', '90002']);
    Object.assign(group.key, { scopes: ['group:read'] });
    await expect(roblox.assignRole(membership?.path ?? '', '90045')).rejects.toMatchObject({ status: 403 });
  });
});
