import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../platform/start-platform.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

describe('/leaderboard over the gateway', () => {
  it('is public, has medals and the caller’s own place, and its buttons turn the page in place', async () => {
    const { delivery, reply, text } = await platform.command('wolf', '/leaderboard');
    expect(delivery.json).toEqual({ type: 5 });
    expect(reply.last?.ephemeral).toBe(false);
    expect(text).toMatch(/🥇[\s\S]*🥈[\s\S]*🥉/);
    expect(text).toContain('Page 1 of 2');
    const { userId } = platform.discord.member('tophat', 'wolf');
    expect(text).toContain(`<@${userId}>: #`);
    expect(reply.last?.pinged).toEqual({ users: [], roles: [], everyone: false });

    const turned = await platform.click('fox', 'Next', { message: reply.last?.id ?? '' });
    expect(turned.delivery.json).toEqual({ type: 6 });
    expect(turned.reply.original?.id).toBe(reply.last?.id);
    expect(turned.text).toContain('Page 2 of 2');
    expect(turned.text).toContain('**#11**');
    expect(turned.text).toContain(`<@${userId}>: #`);
    const back = await platform.click('fox', 'Previous', { message: reply.last?.id ?? '' });
    expect(back.text).toContain('🥇');
  });

  it('shows the points of this month, and a page that was asked for', async () => {
    const month = await platform.command('bear', '/leaderboard', { period: 'month' });
    expect(month.text).toContain('This month');
    const second = await platform.command('owl', '/leaderboard', { page: 2 });
    expect(second.text).toContain('Page 2 of 2');
  });

  it('may be used again after thirty seconds, and says so to the caller alone', async () => {
    await platform.command('hare', '/leaderboard');
    const { reply, text } = await platform.command('hare', '/leaderboard');
    expect(reply.originalDeleted).toBe(true);
    expect(reply.last?.ephemeral).toBe(true);
    expect(text).not.toContain('🥇');
  });
});
