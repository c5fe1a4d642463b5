import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../platform/start-platform.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

describe('/show-my-id over the gateway', () => {
  it('shows the caller’s id to the caller alone, also to somebody who is blacklisted', async () => {
    const { userId } = platform.discord.member('tophat', 'stray');
    await platform.command('admin', '/blacklist add', { member: 'stray' });
    const { reply, text } = await platform.command('stray', '/show-my-id');
    expect(text).toContain(userId);
    expect(reply.last?.ephemeral).toBe(true);
  });
});
