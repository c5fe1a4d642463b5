import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { listRanks } from '../../shared/ranks/rank.ts';
import { startTestPlatform, type TestPlatform } from '../platform/start-platform.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

const Choices = z.array(z.object({ name: z.string(), value: z.string() }));
const names = async () => (await listRanks(await platform.database())).map((rank) => rank.name);
async function fileOf(reply: {
  last: { attachments: readonly { url: string }[] } | undefined;
}): Promise<unknown[]> {
  const response = await fetch(reply.last?.attachments[0]?.url ?? '');
  return z.array(z.unknown()).parse(await response.json());
}
const upload = (rows: unknown) => ({
  name: 'ranks.json',
  contentType: 'application/json',
  bytes: new TextEncoder().encode(JSON.stringify(rows)),
});

describe('/ranks over the gateway', () => {
  it('list shows every rank with points and members, to anybody', async () => {
    const { reply, text } = await platform.command('wolf', '/ranks list');
    expect(reply.last?.ephemeral).toBe(true);
    expect(text).toContain('**1. Pending** · 0 points');
    expect(text).toContain('**23. Gold Leader** · by admins');
    expect(text.match(/^\*\*\d+\. /gm)).toHaveLength(23);
  });

  it('roblox and compare are for admins', async () => {
    expect((await platform.command('officer', '/ranks roblox')).text).toMatch(/admin/i);
    expect((await platform.command('officer', '/ranks compare')).text).toMatch(/admin/i);
  });

  it('roblox shows the group’s roles, the highest first', async () => {
    const { text } = await platform.command('admin', '/ranks roblox');
    expect(text).toMatch(/rank 255 · role `\d+`/);
    expect(text.indexOf('rank 255')).toBeLessThan(text.indexOf('rank 45 '));
  });

  it('compare shows what is mapped and what is shared', async () => {
    const { text } = await platform.command('admin', '/ranks compare');
    expect(text).toContain('✅ **E1 \\| Soldier**');
    expect(text).toContain('**E6 \\| Top Seargeant** and **E7 \\| Lieutenant** share');
  });

  it('set-role offers ranks while one types, and keeps the role that was chosen', async () => {
    const offered = Choices.parse(
      await platform.choices('admin', '/ranks set-role', 'rank', { rank: 'captain', role: 'Verified' }),
    );
    expect(offered.map((choice) => choice.name)).toEqual(['14. C0 | Captain']);
    const rank = offered[0]?.value ?? '';
    const { text } = await platform.command('admin', '/ranks set-role', { rank, role: 'Verified' });
    expect(text).toContain('**C0 \\| Captain** now gives <@&');
    const captain = (await listRanks(await platform.database())).find(({ id }) => id === rank);
    expect(captain?.roleSource).toBe('command');
  });

  it('setup takes a file, shows what it would do, and applies it when the button is pressed', async () => {
    const proposal = await platform.command('admin', '/ranks setup');
    const rows = await fileOf(proposal.reply);
    expect(rows.length).toBeGreaterThanOrEqual(23);
    const extra = {
      rank_order: 99,
      rank_name: 'Guest of Honor',
      points_required: 0,
      roblox_group_rank_id: 255,
    };
    const file = upload([...rows, { ...extra, admin_only: true }]);
    const { reply, text } = await platform.command('admin', '/ranks setup', { file });
    expect(text).toContain('➕ **Guest of Honor**');
    expect(await names()).not.toContain('Guest of Honor');
    const applied = await platform.click('admin', 'Apply', { message: reply.last?.id ?? '' });
    expect(applied.text).toContain('Applied');
    expect(await names()).toContain('Guest of Honor');
  });

  it('setup refuses a list without a rank that members hold, and a file that is none', async () => {
    const some = [{ rank_order: 1, rank_name: 'Pending', points_required: 0, roblox_group_rank_id: 1 }];
    const refused = await platform.command('admin', '/ranks setup', { file: upload(some) });
    expect(refused.text).toContain('⛔');
    expect(refused.reply.last?.controls).toEqual([]);
    const broken = await platform.command('admin', '/ranks setup', { file: upload([{ rank_order: 'x' }]) });
    expect(broken.text).toContain('rank\\_order');
    expect(await names()).toContain('Gold Leader');
  });
});
