import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PEOPLE } from '../../local/demo/people.ts';
import { sql } from '../../shared/database/database.ts';
import { ledgerDifferences } from '../../shared/points/ledger.ts';
import { startTestPlatform, type TestPlatform } from '../platform/start-platform.ts';
import { oldDatabase, removeOld } from '../support/old-bot.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const FORGET_COOLDOWNS = sql`DELETE FROM cooldowns`;
const idOf = (name: string) => BigInt(DEMO_PEOPLE.find((each) => each.username === name)?.userId ?? 0);

let platform: TestPlatform;
let old = '';

beforeAll(async () => {
  // The waiting submission is there for its picture, which the emulated CDN still has.
  platform = await startTestPlatform({ clans: ['tophat', 'graves_family'], pendingEvent: true });
  const picture = platform.discord.messages('tophat', 'admin').at(-1)?.attachments[0]?.url ?? '';
  old = oldDatabase({
    ranks: [
      { rank_order: 1, rank_name: 'Pending', points_required: 0, roblox_group_rank_id: 1, admin_only: 0 },
      { rank_order: 2, rank_name: 'E0 | Enlist', points_required: 1, roblox_group_rank_id: 2, admin_only: 0 },
    ],
    members: [{ discord_id: idOf('newcomer'), roblox_username: 'finchfeather', points: 7, total_points: 70 }],
    submissions: [
      { submitter_id: idOf('newcomer'), participants: 'FinchFeather, Nobody_1', image_url: picture },
      {
        submitter_id: idOf('newcomer'),
        participants: 'FinchFeather',
        image_url: 'https://cdn.discordapp.com/ephemeral-attachments/1/2/proof.png?ex=6733&is=6732&hm=ab',
      },
    ],
  });
});
afterAll(async () => {
  await platform.stop();
  removeOld(old);
});

/** `npm run import` beside the running platform, as an operator calls it. */
async function runImport(...options: readonly string[]): Promise<string> {
  const args = [
    join(ROOT, 'scripts/run.mjs'),
    join(ROOT, 'scripts/import.ts'),
    '--clan',
    'tophat',
    '--from',
    old,
  ];
  const child = spawn(process.execPath, [...args, ...options], {
    cwd: platform.folder,
    env: {
      PATH: process.env['PATH'],
      DATA_DIR: platform.folder,
      CONFIGS_DIR: join(platform.folder, 'configs'),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  const [code] = await once(child, 'close');
  expect(code).toBe(0);
  return out;
}

const reviews = () =>
  platform.discord.messages('tophat', 'admin').filter((message) => message.text.includes('old bot'));

describe('members of the old bot', () => {
  it('find their account, rank and points when it is done, without doing anything', async () => {
    const out = await runImport('--repost-pending');
    expect(out).toMatch(/^with a Roblox account \(asked of the emulator, not of Roblox\) +1 +1$/m);
    expect(out).toMatch(/2 review messages are on their way \(1 without their proof, which is lost\)/);
    const { text } = await platform.command('newcomer', 'xp');
    expect(text).toContain('FinchFeather');
    expect(text).toMatch(/\b70\b/);
  });

  it('see what still waited put before the reviewers again, with the proof where it could be had', async () => {
    await platform.runJob('deliver-outbox');
    await platform.idle();
    const [first, second] = reviews();
    expect(first?.attachments).toMatchObject([{ name: 'proof.png' }]);
    expect(first?.text).toContain('Patrol: waiting for review');
    expect(second?.attachments).toEqual([]);
    expect(second?.text).toContain('The proof is lost');
  });

  it('get their points when an officer approves it', async () => {
    const [message] = reviews();
    await platform.click('officer', 'Approve', { message: message?.id ?? '' });
    await platform.submitModal('officer', { points: '5', note: '' });
    await platform.idle();
    await (await platform.database()).execute(FORGET_COOLDOWNS);
    expect((await platform.command('newcomer', 'xp')).text).toMatch(/\b75\b/);
    expect(await ledgerDifferences(await platform.database())).toEqual([]);
  });

  it('keep what came since when the import runs once more, and nothing is posted twice', async () => {
    const count = reviews().length;
    const out = await runImport('--repost-pending');
    expect(out).toMatch(/0 review messages are on their way .* 1 were there already/);
    await platform.runJob('deliver-outbox');
    await platform.idle();
    expect(reviews()).toHaveLength(count);
    await (await platform.database()).execute(FORGET_COOLDOWNS);
    expect((await platform.command('newcomer', 'xp')).text).toMatch(/\b75\b/);
  });
});
