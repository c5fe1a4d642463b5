import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../platform/start-platform.ts';

let platform: TestPlatform;
let group: string;

beforeAll(async () => {
  platform = await startTestPlatform();
  group = platform.record().robloxGroupId;
});
afterAll(() => platform.stop());

/** A summary is the end; what comes before it is progress. */
const summary = {
  until: (reply: { last?: { text: string } | undefined }) => /Checked:/.test(reply.last?.text ?? ''),
};

describe('/sync', () => {
  it('shows with dry-run where database, Discord and Roblox differ, changes nothing, and applies on a click', async () => {
    platform.roblox.setRoles(group, 'WolfRunner', ['C0 | Captain']);
    const preview = await platform.command('admin', 'sync', { member: 'wolf', 'dry-run': true });
    expect(preview.reply.last?.ephemeral).toBe(true);
    expect(preview.text).toMatch(
      /database .*E4.* · Discord .*E4.* · Roblox .*C0.* → would change the rank: .*E4.* → .*C0/,
    );
    expect(platform.discord.rolesOf('tophat', 'wolf')).not.toContain('C0 | Captain');

    const applied = await platform.click('admin', 'Apply');
    expect(applied.text).toMatch(/E4.* → .*C0/);
    expect(applied.text).toContain('✅ Discord roles');
    expect(platform.discord.rolesOf('tophat', 'wolf')).toContain('C0 | Captain');
    expect(platform.discord.rolesOf('tophat', 'wolf')).not.toContain('E4 | Corporal');
  });

  it('never takes a role that was given by hand', async () => {
    const before = platform.discord.rolesOf('tophat', 'bear').filter((role) => !/^(E|C)\d/.test(role));
    platform.roblox.setRoles(group, 'BearPaw', ['C1 | Major']);
    await platform.command('admin', 'sync', { member: 'bear' });
    const after = platform.discord.rolesOf('tophat', 'bear');
    expect(after).toContain('C1 | Major');
    expect(after).toEqual(expect.arrayContaining(before));
  });

  it('compares everybody, says each kind of difference, and gives a summary', async () => {
    platform.roblox.setRoles(group, 'OwlWatch', ['C1 | Major']);
    platform.roblox.leaveGroup(group, 'HareFoot');
    const { text } = await platform.command('admin', 'sync', {}, summary);
    expect(text).toMatch(/skipped: \*\*1\*\*/);
    expect(text).toMatch(/E6.* → .*C1/);
    expect(text).toContain('HareFoot is no longer in the Roblox group');
    const again = await platform.command('admin', 'sync', { 'dry-run': true }, summary);
    expect(again.text).toMatch(/updated: \*\*0\*\*/);
  });

  it('refuses somebody who never linked, and everybody below admin', async () => {
    const stranger = await platform.command('admin', 'sync', { member: 'newcomer' });
    expect(stranger.text).toContain('has not linked');
    expect((await platform.command('moderator', 'sync')).text).toMatch(/admin/i);
  });

  it('says so when Roblox does not answer, and changes nothing', async () => {
    const fault = platform.roblox.faults.add({ route: /./, status: 503 });
    const { text } = await platform.command('admin', 'sync', { member: 'fox' });
    expect(text).toMatch(/Roblox did not answer/);
    platform.roblox.faults.remove(fault);
  }, 30_000);
});

describe('the hourly job', () => {
  it('takes over what changed on Roblox, tells the log channel once, and repeats nothing', async () => {
    await platform.command('admin', 'settings channel', { which: 'log', channel: 'admin' });
    platform.roblox.setRoles(group, 'FoxTrot', ['C0 | Captain']);
    const posts = () =>
      platform.discord.messages('tophat', 'admin').filter((message) => message.text.includes('Rank sync'));
    expect(await platform.runJob('sync-ranks', 'tophat')).toMatchObject({
      ok: true,
      finished: true,
      updated: 1,
    });
    await platform.idle();
    expect(posts()).toHaveLength(1);
    expect(posts()[0]?.text).toMatch(/FoxTrot|→/);
    expect(platform.discord.rolesOf('tophat', 'fox')).toContain('C0 | Captain');
    expect(await platform.runJob('sync-ranks', 'tophat')).toMatchObject({ ok: true, updated: 0 });
    expect(posts()).toHaveLength(1);
  });
});
