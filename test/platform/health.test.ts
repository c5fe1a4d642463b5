import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startTestPlatform, type TestPlatform } from './start-platform.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

/** Runs a job as the monitor and the schedule do, and waits for its end. */
async function run(job: string, clan?: string): Promise<void> {
  const { agent } = platform.platform;
  await agent.callDetached(job, Buffer.from(JSON.stringify({ job, clan })));
  await vi.waitFor(() => expect(agent.load()).toBe(0), 20_000);
}
async function health() {
  const response = await fetch(`${platform.url}/health`);
  await vi.waitFor(() => expect(platform.platform.agent.load()).toBe(0), 20_000);
  return { status: response.status, body: await response.json() };
}
const file = (name: string) => join(platform.folder, 'tophat', name);

describe('GET /health', () => {
  it('says which job keeps failing and why, from its second failure on until it runs well', async () => {
    await run('deliver-outbox');
    expect(await health()).toEqual({ status: 200, body: { status: 'ok' } });
    renameSync(file('clan_data.db'), file('moved.db'));
    await run('deliver-outbox');
    expect((await health()).status).toBe(200);
    await run('deliver-outbox');
    const { status, body } = await health();
    expect(status).toBe(503);
    expect(body).toEqual({
      ok: false,
      problems: [
        expect.stringMatching(/^deliver-outbox failed \d+ times in a row: 1 of 1 clans could not be served$/),
      ],
    });
    renameSync(file('moved.db'), file('clan_data.db'));
    await run('deliver-outbox');
    expect((await health()).status).toBe(200);
  }, 60_000);

  it('says it of one clan’s job though others run well, without secrets and paths', async () => {
    renameSync(file('clan_data.db'), file('moved.db'));
    for (let time = 0; time < 2; time += 1) await run('sync-ranks', 'tophat');
    await run('warm');
    const { status, body } = await health();
    expect(status).toBe(503);
    expect(JSON.stringify(body)).toContain('sync-ranks of tophat failed 2 times in a row');
    expect(JSON.stringify(body)).not.toContain(platform.folder);
    renameSync(file('moved.db'), file('clan_data.db'));
  }, 60_000);
});
