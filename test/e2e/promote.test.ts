import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ledgerDifferences } from '../../shared/points/ledger.ts';
import { startTestPlatform, type TestPlatform } from '../platform/start-platform.ts';
import { carryOut, placesOf } from './rank-places.ts';

let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform();
});
afterEach(() => {
  platform.roblox.faults.clear();
  platform.discord.faults.clear();
});
afterAll(() => platform.stop());

const adminMessages = () => platform.discord.messages('tophat', 'admin');

describe('/promote', () => {
  it('raises the rank in all three places and shows each with its own mark', async () => {
    await platform.command('officer', 'points add', { member: 'wolf', amount: 4 });
    const { delivery, text } = await platform.command('admin', 'promote', { member: 'wolf' });
    expect(delivery.json).toEqual({ type: 5, data: { flags: 64 } });
    expect(text).toMatch(/E4 \\\| Corporal\*\* → \*\*E5 \\\| Seargeant/);
    expect(text).toMatch(/✅ Database[^\n]*\n✅ Discord role[^\n]*\n✅ Roblox[^\n]*\n✅ Direct message/);
    expect(await placesOf(platform, 'wolf')).toEqual({
      database: 'E5 | Seargeant',
      points: 0,
      discord: ['E5 | Seargeant'],
      roblox: ['E5 | Seargeant'],
    });
    expect(platform.discord.dms('tophat', 'wolf').at(-1)?.text).toContain('promoted to');
    expect(await ledgerDifferences(await platform.database())).toEqual([]);
  });

  it('refuses too few points, oneself, strangers and those below admin', async () => {
    const before = await placesOf(platform, 'bear');
    expect((await platform.command('admin', 'promote', { member: 'bear' })).text).toMatch(/needs \d+ points/);
    expect((await platform.command('admin', 'promote', { member: 'admin' })).text).toContain(
      'their own rank',
    );
    expect((await platform.command('admin', 'promote', { member: 'newcomer' })).text).toContain(
      '/link-roblox',
    );
    expect((await platform.command('moderator', 'promote', { member: 'bear' })).text).toMatch(/admin/i);
    expect(await placesOf(platform, 'bear')).toEqual(before);
  });

  it('takes over from Roblox first, and changes nothing while Roblox does not answer', async () => {
    platform.roblox.setRoles(platform.record().robloxGroupId, 'RavenWing', ['C2 | Colonel']);
    const { text } = await platform.command('admin', 'promote', { member: 'raven' });
    expect(text).toContain('was taken over first');
    expect((await placesOf(platform, 'raven')).database).toBe('C3 | General');
    platform.roblox.faults.add({ route: /memberships/, status: 503 });
    const refused = await platform.command('admin', 'promote', { member: 'raven' });
    expect(refused.text).toContain('Roblox did not answer');
    expect((await placesOf(platform, 'raven')).database).toBe('C3 | General');
  });

  it('shows a rank that Roblox refuses for good as not done there', async () => {
    platform.roblox.faults.add({
      route: /assignRole/,
      status: 403,
      body: { code: 'PERMISSION_DENIED' },
      times: 1,
    });
    const { text } = await platform.command('admin', 'set-rank', { member: 'owl', rank: 'C0 | Captain' });
    expect(text).toMatch(/✅ Database/);
    expect(text).toMatch(/❌ Roblox/);
  });

  it('followed by a demotion while its effects still wait ends at the rank of the demotion everywhere', async () => {
    const start = await placesOf(platform, 'hare');
    platform.roblox.faults.add({ route: /assignRole/, status: 503 });
    platform.discord.faults.add({ route: /PUT .*\/roles\//, status: 503 });
    await platform.command('officer', 'points add', { member: 'hare', amount: 10 });
    const up = await platform.command('admin', 'set-rank', { member: 'hare', rank: 'C1 | Major' });
    expect(up.text).toMatch(/⏳ Discord role[\s\S]*⏳ Roblox/);
    await platform.command('admin', 'demote', { member: 'hare' });
    expect((await placesOf(platform, 'hare')).database).toBe('C0 | Captain');
    expect((await placesOf(platform, 'hare')).roblox).toEqual(start.roblox);
    platform.roblox.faults.clear();
    platform.discord.faults.clear();
    await carryOut(platform);
    expect(await placesOf(platform, 'hare')).toMatchObject({
      database: 'C0 | Captain',
      discord: ['C0 | Captain'],
      roblox: ['C0 | Captain'],
    });
  });
});

describe('a promotion card', () => {
  it('promotes on Approve, and its buttons are then disabled', async () => {
    await platform.command('officer', 'points add', { member: 'fox', amount: 1 });
    const card = adminMessages().at(-1);
    expect(card?.text).toContain('Promotion due');
    const own = await platform.click('fox', 'Approve', { message: card?.id ?? '' });
    expect(own.text).toMatch(/admin/i);
    const { text } = await platform.click('admin', 'Approve', { message: card?.id ?? '' });
    expect(text).toMatch(/✅ Database[\s\S]*✅ Discord role[\s\S]*✅ Roblox[\s\S]*✅ Direct message/);
    expect((await placesOf(platform, 'fox')).roblox).toEqual(['E5 | Seargeant']);
    const shown = adminMessages().find(({ id }) => id === card?.id);
    expect(shown?.text).toMatch(/Promotion approved[\s\S]*Approved by/);
    expect(shown?.controls.every(({ disabled }) => disabled)).toBe(true);
    const why = await platform.command('fox', 'why');
    expect(why.text).toMatch(
      /E5 \\?\| Seargeant[\s\S]*promotion card approved · by <@\d+> · \d+ points were reset/,
    );
    const other = await platform.command('fox', 'why', { member: 'wolf' });
    expect(other.text).toContain('officer');
  });

  it('leaves the rank on Deny, and tells a late press who decided', async () => {
    const before = (await placesOf(platform, 'otter')).database;
    for (let n = 0; n < 3 && !adminMessages().at(-1)?.text.includes('Promotion due'); n += 1) {
      await platform.command('officer', 'points add', { member: 'otter', amount: 10 });
    }
    const card = adminMessages().at(-1)?.id ?? '';
    expect((await platform.click('admin', 'Deny', { message: card })).text).toContain('was denied');
    const request = { clan: 'tophat', user: 'admin', click: 'Approve', message: card, unchecked: true };
    expect((await platform.act(request)).text).toMatch(/was denied by <@\d+> on <t:/);
    expect((await placesOf(platform, 'otter')).database).toBe(before);
  });
});
