import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../platform/start-platform.ts';

let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

describe('/member check', () => {
  it('shows everything of /xp, and member since, eligibility, last sync and blacklist', async () => {
    const { reply, text } = await platform.command('officer', 'member check', { member: 'wolf' });
    expect(reply.last?.ephemeral).toBe(true);
    for (const part of [
      'E4',
      'WolfRunner',
      'Lifetime points',
      'Member since',
      'Eligible: no',
      'Last sync',
      'Blacklist: no',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('does the same from the user menu, and says when somebody is blacklisted', async () => {
    await platform.command('admin', 'blacklist add', { member: 'bear', reason: 'spam', days: 3 });
    const { text } = await platform.userMenu('officer', 'Check member', 'bear');
    expect(text).toMatch(/BearPaw[\s\S]*Blacklist: ⛔[\s\S]*Reason: spam/);
  });

  it('knows strangers, and is for officers', async () => {
    expect((await platform.command('officer', 'member check', { member: 'newcomer' })).text).toContain(
      'never linked',
    );
    expect((await platform.command('wolf', 'member check', { member: 'bear' })).text).toMatch(/officer/i);
  });
});

describe('/member verify', () => {
  it('says that all three places agree', async () => {
    const { text } = await platform.command('admin', 'member verify', { member: 'wolf' });
    expect(text).toMatch(/Differences: ✅ None\n`\/sync` would: do nothing/);
  });

  it('says what differs, what /sync would do, and changes nothing', async () => {
    platform.roblox.setRoles(platform.record().robloxGroupId, 'OwlWatch', ['C2 | Colonel']);
    const before = platform.discord.rolesOf('tophat', 'owl');
    const { text } = await platform.command('admin', 'member verify', { member: 'owl' });
    expect(text).toMatch(/Roblox says \*\*C2 \\\| Colonel\*\*/);
    expect(text).toMatch(
      /would: change the rank[\s\S]*give <@&\d+> in Discord[\s\S]*take <@&\d+> in Discord/,
    );
    expect(platform.discord.rolesOf('tophat', 'owl')).toEqual(before);
    await platform.command('admin', 'sync', { member: 'owl' });
    await platform.idle();
    expect(platform.discord.rolesOf('tophat', 'owl')).toContain('C2 | Colonel');
    const after = await platform.command('admin', 'member verify', { member: 'owl' });
    expect(after.text).toContain('Differences: ✅ None');
  });

  it('is for admins', async () => {
    expect((await platform.command('officer', 'member verify', { member: 'owl' })).text).toMatch(/admin/i);
  });
});
