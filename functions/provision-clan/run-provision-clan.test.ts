import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readMigrations } from '../../shared/database/read-migrations.ts';
import type { JobCall } from '../../shared/fn/job.ts';
import { createLogger } from '../../shared/log/create-logger.ts';
import { parseEnvironment } from '../../shared/platform/environment.ts';
import { createProvisionClan } from './run-provision-clan.ts';

const run = createProvisionClan(readMigrations(resolve(import.meta.dirname, '../../sql/migrations')));
let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'clan-bot-provision-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** A job's call on one machine; what provisioning does not use refuses to be used. */
function call(body: unknown, variables: Record<string, string> = {}): JobCall {
  const unused = () => Promise.reject(new Error('provisioning does not use this'));
  return {
    job: 'provision-clan',
    clan: 'newclan',
    body,
    environment: parseEnvironment({ CLANS_DIR: directory, DATA_DIR: join(directory, 'data'), ...variables }),
    registry: { identity: unused, record: unused, recordOfClan: unused, identities: unused },
    openClan: unused,
    deliver: unused,
    invoke: unused,
    log: createLogger({ write: vi.fn() }),
    now: () => 1_760_000_000_000,
    sleep: async () => undefined,
    random: () => 0.5,
    deadline: Number.POSITIVE_INFINITY,
  };
}

function writeRecord(): void {
  const record = {
    clan: 'newclan',
    applicationId: '1100000000000000001',
    publicKey: 'ab'.repeat(32),
    guildId: '1100000000000000002',
    robloxGroupId: '3203735',
    botToken: 'bot',
    robloxApiKey: 'key',
  };
  writeFileSync(join(directory, 'newclan.json'), JSON.stringify(record));
}

test('migrates the schema of a clan that the registry knows, and answers what it did', async () => {
  writeRecord();
  const answer = await run(call({ job: 'provision-clan', clan: 'newclan' }));
  expect(answer).toMatchObject({
    clan: 'newclan',
    did: expect.arrayContaining([expect.stringContaining('ran migration 0001_clan')]),
  });
  expect(await run(call({ clan: 'newclan' }))).toMatchObject({ did: [], version: answer['version'] });
});

test('a clan without a record is refused, because its secrets come first', async () => {
  await expect(run(call({ clan: 'newclan' }))).rejects.toMatchObject({
    code: 'no-such-clan',
    message: expect.stringContaining('nothing was changed'),
  });
});

test('a quota that is no number is refused before anything is done', async () => {
  writeRecord();
  await expect(run(call({ clan: 'newclan' }, { QUOTA_MB: 'lots' }))).rejects.toMatchObject({
    code: 'bad-configuration',
  });
});
