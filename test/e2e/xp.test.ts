import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../shared/database/database.ts';
import { decodePicture } from '../../shared/pictures/decode-picture.ts';
import { startTestPlatform, type TestPlatform } from '../platform/start-platform.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const NEVER_SYNCED = sql`UPDATE members SET synced_at = NULL`;

describe('/xp over the gateway', () => {
  it('shows the caller alone their rank, points, place, Roblox name and progress', async () => {
    const { delivery, reply, text } = await platform.command('bear', '/xp');
    expect(delivery).toMatchObject({ status: 200, json: { type: 5, data: { flags: 64 } } });
    expect(reply.last?.ephemeral).toBe(true);
    for (const shown of ['BearPaw', 'Point-based', 'Lifetime points', '▰', 'more points to']) {
      expect(text).toContain(shown);
    }
    expect(text).toMatch(/#\d+/);
  });

  it('carries a rank card, with the same facts as its alternative text', async () => {
    const { reply } = await platform.command('otter', '/xp');
    const [card, ...others] = reply.last?.attachments ?? [];
    expect(others).toEqual([]);
    expect(card).toMatchObject({ name: 'rank-card.png', contentType: 'image/png' });
    expect(card?.description).toContain('Lifetime points: ');
    expect(card?.description).toContain('OtterTail');
    const answer = await fetch(card?.url ?? '');
    const bytes = Buffer.from(await answer.arrayBuffer());
    await expect(decodePicture('image/png', bytes)).resolves.toBeUndefined();
  });

  it('asks to wait when it is used again within ten seconds', async () => {
    await platform.command('hare', '/xp');
    const { reply, text } = await platform.command('hare', '/xp');
    expect(reply.last?.ephemeral).toBe(true);
    expect(text).not.toContain('HareFoot');
  });

  it('tells somebody who has not linked how to', async () => {
    const { text } = await platform.command('newcomer', '/xp');
    expect(text).toContain('/link-roblox');
    expect(text).toContain('not-linked');
  });

  it('takes over a rank that was given on the Roblox site, and the Discord role follows', async () => {
    const { robloxGroupId } = platform.record();
    await (await platform.database()).execute(NEVER_SYNCED);
    platform.roblox.setRoles(robloxGroupId, 'WolfRunner', [125]);
    const { text } = await platform.command('wolf', '/xp');
    expect(text).toContain('→ **C3 \\| General**, taken over from Roblox');
    expect(text).toContain('Admin-granted');
    await platform.idle();
    expect(platform.discord.rolesOf('tophat', 'wolf')).toContain('C3 | General');
    expect(platform.discord.rolesOf('tophat', 'wolf').filter((name) => /^[EC]\d/.test(name))).toHaveLength(1);
  });

  it('shows the last known rank when Roblox is down, and says so', async () => {
    await (await platform.database()).execute(NEVER_SYNCED);
    platform.roblox.faults.add({ route: /memberships|roles/, status: 503 });
    const { text } = await platform.command('owl', '/xp');
    platform.roblox.faults.clear();
    expect(text).toContain('Roblox did not answer');
    expect(text).toContain('OwlWatch');
  });
});
