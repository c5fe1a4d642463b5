import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { isAnswered } from '../../local/discord/replies.ts';
import { findMember } from '../../shared/members/member.ts';
import { startTestPlatform, type TestPlatform } from './start-platform.ts';

let platform: TestPlatform;
afterEach(() => platform.stop());

describe('a database that somebody else keeps locked', () => {
  it('gives a clear reply, changes nothing, and works again when it is free', async () => {
    platform = await startTestPlatform();
    const { userId } = platform.discord.member('tophat', 'bear');
    const points = async () => (await findMember(await platform.database(), userId))?.points ?? 0;
    const before = await points();
    const other = new DatabaseSync(join(platform.folder, 'tophat', 'clan_data.db'));
    other.exec('BEGIN IMMEDIATE');
    const refused = await platform.command('officer', 'points add', { member: 'bear', amount: 2 });
    expect(refused.text).toMatch(/database|busy/i);
    expect(refused.text).toMatch(/nothing was changed/i);
    other.exec('ROLLBACK');
    other.close();
    expect(await points()).toBe(before);

    const accepted = await platform.command('officer', 'points add', { member: 'bear', amount: 2 });
    expect(accepted.text).toContain('2 points');
    expect(await points()).toBe(before + 2);
  }, 60_000);
});

describe('a function that has too much to do', () => {
  it('is not handed more: the member reads that nothing was changed', async () => {
    platform = await startTestPlatform({ agent: { maxProcesses: 1, maxWaiting: 1 } });
    const released = Promise.withResolvers<void>();
    const held = platform.discord.faults.add({ route: /webhooks/, until: released.promise });
    const first = platform.command('wolf', 'show-my-id');
    const second = platform.command('bear', 'show-my-id');
    await vi.waitFor(() => expect(platform.platform.agent.load('show-my-id')).toBe(2), 10_000);
    // Without `until` it would wait for the two that are held.
    const third = await platform.command('fox', 'show-my-id', {}, { until: isAnswered });
    expect(third.delivery.json).toMatchObject({ type: 4, data: { flags: 64 } });
    expect(third.text).toContain('Nothing was changed');
    platform.discord.faults.remove(held);
    released.resolve();
    expect((await first).text).toContain(platform.discord.member('tophat', 'wolf').userId);
    expect((await second).text).toContain(platform.discord.member('tophat', 'bear').userId);
  }, 60_000);
});

describe('Discord that refuses every call for a while', () => {
  it('gets the reply later, with 429 and with 503', async () => {
    platform = await startTestPlatform();
    platform.discord.faults.add({ route: /webhooks/, status: 429, retryAfter: 0.2, times: 2 });
    platform.discord.faults.add({ route: /webhooks/, status: 503, times: 1 });
    const { text } = await platform.command('wolf', 'show-my-id');
    expect(text).toContain(platform.discord.member('tophat', 'wolf').userId);
  }, 60_000);
});
