import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestPlatform, type TestPlatform } from './start-platform.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

describe('a command over the gateway', () => {
  it('is acknowledged with type 5 and then the original reply is edited', async () => {
    const { delivery, reply, text } = await platform.command('wolf', '/xp');
    expect(delivery).toMatchObject({ status: 200, json: { type: 5 } });
    expect(reply.originalEdits).toBeGreaterThan(0);
    expect(text).toContain('WolfRunner');
  });
});
