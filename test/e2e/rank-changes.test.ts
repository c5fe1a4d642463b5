import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ledgerDifferences } from '../../shared/points/ledger.ts';
import { startTestPlatform, type TestPlatform } from '../platform/start-platform.ts';
import { carryOut, placesOf } from './rank-places.ts';

let platform: TestPlatform;
let group: string;

async function start(settings: Readonly<Record<string, unknown>> = {}): Promise<void> {
  platform = await startTestPlatform({ settings: { tophat: settings } });
  group = platform.record().robloxGroupId;
}
afterEach(() => {
  platform.roblox.faults.clear();
  platform.discord.faults.clear();
});

const setRank = (member: string, rank: string) => platform.command('admin', 'set-rank', { member, rank });
const onRoblox = (account: string, rank: string) => platform.roblox.setRoles(group, account, [rank]);
const hourly = async () => {
  const answer = await platform.runJob('sync-ranks', 'tophat');
  await platform.idle();
  return answer;
};
const refuse = () =>
  platform.roblox.faults.add({ route: /assignRole/, status: 403, body: { code: 'PERMISSION_DENIED' } });
/** What the log channel was told since the last time it was asked. */
let told = 0;
function log(): string {
  const messages = platform.discord.messages('tophat', 'bot-log');
  const news = messages.slice(told).map((message) => message.text);
  told = messages.length;
  return news.join('\n');
}
function give(user: string, role: string): void {
  const found = [...platform.discord.guild('tophat').roles.values()].find(({ name }) => name === role);
  platform.discord.member('tophat', user).roleIds.push(found?.id ?? '');
}
/** Changes of anybody's roles that the bot asked Discord for. */
const roleChanges = () =>
  platform.discord.requests.list().filter(({ method, path }) => method !== 'GET' && path.includes('/roles/'))
    .length;

describe('a member’s rank in the three places', () => {
  beforeAll(async () => {
    told = 0;
    await start();
  });
  afterAll(() => platform.stop());

  it('takes along no role that was given by hand, whatever moves the rank', async () => {
    give('wolf', 'Gold Leader');
    give('wolf', 'Officer');
    await setRank('wolf', 'C0 | Captain');
    await platform.command('admin', 'demote', { member: 'wolf' });
    expect((await placesOf(platform, 'wolf')).discord).toEqual(['Gold Leader', 'Queen TC']);
    onRoblox('WolfRunner', 'C2 | Colonel');
    await platform.command('admin', 'sync', { member: 'wolf' });
    expect((await placesOf(platform, 'wolf')).discord).toEqual(['Gold Leader', 'C2 | Colonel']);
    onRoblox('WolfRunner', 'E4 | Corporal');
    await hourly();
    await platform.command('admin', 'sync', { member: 'wolf' });
    expect((await placesOf(platform, 'wolf')).discord).toEqual(['Gold Leader', 'E4 | Corporal']);
    expect(platform.discord.rolesOf('tophat', 'wolf')).toEqual(
      expect.arrayContaining(['Officer', 'Verified']),
    );
  });

  it('is due at exactly the points of the next rank, and not one below', async () => {
    const early = await platform.command('admin', 'promote', { member: 'fox' });
    expect(early.text).toMatch(/needs 50 points for .* and has 49/);
    await platform.command('officer', 'points add', { member: 'fox', amount: 1 });
    await platform.idle();
    expect(platform.discord.messages('tophat', 'admin').at(-1)?.text).toMatch(/Promotion due[\s\S]*50 of 50/);
    await platform.command('admin', 'promote', { member: 'fox' });
    expect(await placesOf(platform, 'fox')).toEqual({
      database: 'E5 | Seargeant',
      points: 0,
      discord: ['E5 | Seargeant'],
      roblox: ['E5 | Seargeant'],
    });
  });

  it('stays with either of two ranks that share a role on Roblox, however often the sync looks', async () => {
    await setRank('owl', 'E6 | Top Seargeant');
    await setRank('bear', 'E7 | Lieutenant');
    await hourly();
    log();
    for (const _ of [1, 2]) expect(await hourly()).toMatchObject({ ok: true, updated: 0, failed: 0 });
    await platform.command('admin', 'sync', { member: 'owl' });
    expect(log()).toBe('');
    expect(await placesOf(platform, 'owl')).toMatchObject({ database: 'E6 | Top Seargeant' });
    expect(await placesOf(platform, 'bear')).toMatchObject({
      database: 'E7 | Lieutenant',
      discord: ['E7 | Lieutenant'],
    });
  });

  it('follows Roblox when it was changed there too before the promotion could be written, and the log says so', async () => {
    platform.roblox.faults.add({ route: /assignRole/, status: 503 });
    expect((await setRank('raven', 'C3 | General')).text).toMatch(/✅ Discord role[\s\S]*⏳ Roblox/);
    expect((await placesOf(platform, 'raven')).discord).toEqual(['C3 | General']);
    onRoblox('RavenWing', 'C1 | Major');
    expect(await hourly()).toMatchObject({ skipped: 1 });
    expect(log()).toContain('still on its way to Roblox');
    platform.roblox.faults.clear();
    await carryOut(platform);
    await carryOut(platform);
    expect(await placesOf(platform, 'raven')).toMatchObject({
      database: 'C1 | Major',
      discord: ['C1 | Major'],
      roblox: ['C1 | Major'],
    });
    expect(log()).toContain('Changed in Discord and on Roblox; Roblox wins with **C1 \\| Major**');
  });

  it('stays out of sync when Roblox refused it for good, until something moves on Roblox', async () => {
    refuse();
    const refused = await setRank('lynx', 'C0 | Captain');
    expect(refused.text).toMatch(/✅ Database[\s\S]*❌ Roblox: .* The rank stays as it is here, out of sync/);
    platform.roblox.faults.clear();
    for (const _ of [1, 2]) await hourly();
    const verified = await platform.command('admin', 'member verify', { member: 'lynx' });
    expect(verified.text).toContain('leave them: Roblox refused the rank');
    expect(await placesOf(platform, 'lynx')).toMatchObject({
      database: 'C0 | Captain',
      discord: ['C0 | Captain'],
      roblox: ['E3 | Lance Corporal'],
    });
    onRoblox('LynxEye', 'E2 | Specialist');
    log();
    await hourly();
    expect(log()).toMatch(/Roblox wins with \*\*E2/);
    expect((await placesOf(platform, 'lynx')).discord).toEqual(['E2 | Specialist']);
  });

  it('has a line of its own for whoever left the server or the group, was renamed or deleted, and the sync goes on', async () => {
    await hourly();
    log();
    onRoblox('BearPaw', 'E3 | Lance Corporal');
    platform.discord.leaveGuild('tophat', 'bear');
    platform.roblox.leaveGroup(group, 'HareFoot');
    platform.roblox.rename('MossBright', 'MossyStone');
    platform.roblox.leaveGroup(group, 'OtterTail');
    platform.roblox.setState('OtterTail', 'deleted');
    onRoblox('OwlWatch', 'C2 | Colonel');
    expect(await hourly()).toMatchObject({ ok: true, finished: true, updated: 2, skipped: 2, failed: 0 });
    const lines = log();
    expect(lines).toMatch(/BearPaw has left the Discord server/);
    expect(lines).toMatch(/HareFoot is no longer in the Roblox group/);
    expect(lines).toMatch(/Renamed on Roblox, MossBright → MossyStone/);
    expect(lines).toMatch(/The Roblox account OtterTail no longer exists/);
    expect(lines).toMatch(/→ \*\*C2 \\\| Colonel\*\*/);
    await hourly();
    expect(log()).toBe('');
    expect(await ledgerDifferences(await platform.database())).toEqual([]);
  });
});

describe('two ranks that share a Discord role or a Roblox role', () => {
  beforeAll(() => start());
  afterAll(() => platform.stop());

  it('lie side by side: between them nothing is called and nothing is taken', async () => {
    await platform.command('admin', 'ranks set-role', { rank: 'E5 | Seargeant', role: 'E4 | Corporal' });
    const before = roleChanges();
    await setRank('wolf', 'E5 | Seargeant');
    expect(roleChanges()).toBe(before);
    expect((await placesOf(platform, 'wolf')).discord).toEqual(['E4 | Corporal']);
    await platform.command('admin', 'demote', { member: 'wolf' });
    expect(roleChanges()).toBe(before);

    await setRank('wolf', 'E6 | Top Seargeant');
    expect((await placesOf(platform, 'wolf')).discord).toEqual(['E6 | Top Seargeant']);
    const writes = () => platform.roblox.requests.count(/assignRole/i);
    const asked = writes();
    await setRank('wolf', 'E7 | Lieutenant');
    await platform.command('admin', 'demote', { member: 'wolf' });
    expect(writes()).toBe(asked);
    expect(await placesOf(platform, 'wolf')).toMatchObject({
      database: 'E6 | Top Seargeant',
      roblox: ['E6 | Top Seargeant'],
    });
  });
});

describe('a clan that takes back what Roblox refuses', () => {
  beforeAll(() => start({ roblox_refusal: 'compensate' }));
  afterAll(() => platform.stop());

  it('returns rank and points everywhere and says so', async () => {
    await platform.command('officer', 'points add', { member: 'fox', amount: 1 });
    refuse();
    const { text } = await platform.command('admin', 'promote', { member: 'fox' });
    expect(text).toMatch(/❌ Roblox: .*The rank was taken back to E4/);
    await carryOut(platform);
    expect(await placesOf(platform, 'fox')).toEqual({
      database: 'E4 | Corporal',
      points: 50,
      discord: ['E4 | Corporal'],
      roblox: ['E4 | Corporal'],
    });
    expect(await ledgerDifferences(await platform.database())).toEqual([]);
  });
});
