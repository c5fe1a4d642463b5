import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findMember } from '../../shared/members/member.ts';
import { ledgerDifferences } from '../../shared/points/ledger.ts';
import { startTestPlatform, type TestPlatform } from '../platform/start-platform.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

describe('/my-data over the gateway', () => {
  it('export hands the caller a file with everything stored about them', async () => {
    const { userId } = platform.discord.member('tophat', 'wolf');
    const { reply } = await platform.command('wolf', '/my-data export');
    expect(reply.last?.ephemeral).toBe(true);
    const [file] = reply.last?.attachments ?? [];
    expect(file?.name).toBe('my-data-tophat.json');
    const data: unknown = await (await fetch(file?.url ?? '')).json();
    expect(data).toMatchObject({ discord_id: userId, member: [{ roblox_name: 'WolfRunner' }] });
  });

  it('delete asks first, then forgets the person and keeps the books in balance', async () => {
    const { userId } = platform.discord.member('tophat', 'fox');
    const db = await platform.database();
    const { reply } = await platform.command('fox', '/my-data delete');
    expect(await findMember(db, userId)).toBeDefined();
    const done = await platform.click('fox', 'Delete my data', { message: reply.last?.id ?? '' });
    expect(done.text).toContain('Your data was deleted');
    expect(done.reply.original?.controls).toEqual([]);
    expect(await findMember(db, userId)).toBeUndefined();
    expect(await ledgerDifferences(db)).toEqual([]);
    expect((await platform.command('fox', '/xp')).text).toContain('/link-roblox');
  });
});
