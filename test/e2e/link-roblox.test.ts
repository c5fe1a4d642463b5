import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findMember } from '../../shared/members/member.ts';
import { startTestPlatform, type TestPlatform } from '../platform/start-platform.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const link = (user: string, username: string) => platform.command(user, '/link-roblox', { username });
async function memberOf(user: string) {
  const { userId } = platform.discord.member('tophat', user);
  return findMember(await platform.database(), userId);
}
function codeIn(text: string): string {
  return /```\n([a-z ]+)\n```/.exec(text)?.[1] ?? '';
}

describe('/link-roblox over the gateway', () => {
  it('links once the code is in the profile, and gives the Verified and rank roles', async () => {
    const { robloxGroupId } = platform.record();
    platform.roblox.setRoles(robloxGroupId, 'FinchFeather', [45]);
    const { delivery, reply, text } = await link('newcomer', 'finchfeather');
    expect(delivery.json).toMatchObject({ type: 5, data: { flags: 64 } });
    expect(codeIn(text)).not.toBe('');

    const early = await platform.click('newcomer', 'Check', { message: reply.last?.id ?? '' });
    expect(early.text).toContain('not in the profile');
    expect(early.reply.last?.ephemeral).toBe(true);
    expect(early.reply.original?.controls).toHaveLength(1);
    expect(await memberOf('newcomer')).toBeUndefined();

    platform.roblox.setAbout('FinchFeather', `Hi! ${codeIn(text)}`);
    const done = await platform.click('newcomer', 'Check', { message: reply.last?.id ?? '' });
    expect(done.text).toContain('FinchFeather');
    expect(done.text).toContain('E1 \\| Soldier');
    expect(done.reply.original?.controls).toEqual([]);
    await platform.idle();
    expect(await memberOf('newcomer')).toMatchObject({ robloxName: 'FinchFeather', points: 0 });
    expect(platform.discord.rolesOf('tophat', 'newcomer')).toEqual(
      expect.arrayContaining(['Verified', 'E1 | Soldier']),
    );
    const notice = platform.discord.messages('tophat', 'admin').at(-1);
    expect(notice?.text).toContain('FinchFeather');
    expect(notice?.pinged.users).toEqual([]);
  });

  it('refuses an account that is linked to somebody else, is not in the group, or does not exist', async () => {
    expect((await link('stray', 'WolfRunner')).text).toContain('linked to somebody else');
    expect((await link('stray', 'StrayCat')).text).toContain("not in the clan's Roblox group");
    expect((await link('stray', 'NobodyAtAll')).text).toContain('Nobody on Roblox');
    expect(await memberOf('stray')).toBeUndefined();
  });

  it('does not let a blacklisted person come back under another Discord account', async () => {
    const added = await platform.command('admin', '/blacklist add', { member: 'raven', reason: 'cheating' });
    expect(added.text).toContain('blacklist');
    const { userId } = platform.discord.member('tophat', 'raven');
    const deleted = await platform.command('raven', '/my-data delete');
    await platform.click('raven', 'Delete my data', { message: deleted.reply.last?.id ?? '' });
    expect(await findMember(await platform.database(), userId)).toBeUndefined();
    expect((await link('stray', 'RavenWing')).text).toContain('cannot be linked');
  });

  it('keeps the points of somebody who links again', async () => {
    const before = await memberOf('wolf');
    const { reply, text } = await link('wolf', 'WolfRunner');
    platform.roblox.setAbout('WolfRunner', codeIn(text));
    const done = await platform.click('wolf', 'Check', { message: reply.last?.id ?? '' });
    expect(done.text).toContain('Your points stay');
    expect(await memberOf('wolf')).toMatchObject({
      points: before?.points,
      totalPoints: before?.totalPoints,
    });
  });
});

describe('/link-roblox in a clan that asks for the group only', () => {
  it('links at once, and of two who want one account at the same time only one gets it', async () => {
    const open = await startTestPlatform({ settings: { tophat: { verification: 'group-only' } } });
    try {
      const outcomes = await Promise.all(
        ['newcomer', 'stray'].map((user) => open.command(user, '/link-roblox', { username: 'FinchFeather' })),
      );
      const texts = outcomes.map(({ text }) => text);
      expect(texts.filter((text) => text.includes('You are linked'))).toHaveLength(1);
      expect(texts.filter((text) => text.includes('linked to somebody else'))).toHaveLength(1);
    } finally {
      await open.stop();
    }
  });
});
