import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../shared/database/database.ts';
import { leaveDueEffect, person } from '../../test/support/clan.ts';
import { ADMIN, type HandlerTest, openHandlerTest } from '../../test/support/handler-test.ts';
import { discordError } from '../../test/support/recorded.ts';
import { sync } from './sync.ts';

const WOLF = person(2);
const [PENDING, ENLIST, SOLDIER, CAPTAIN] = [
  '1100000000000000601',
  '1100000000000000602',
  '1100000000000000603',
  '1100000000000000604',
] as const;
const HOLD = sql`UPDATE members SET refused_change_id = '1-1' WHERE discord_id = :discord_id`;
const ADD_CHANGE = sql`
INSERT INTO rank_changes (change_id, member_id, old_rank_id, new_rank_id, cause, roblox_state, created_at)
VALUES ('1-1', :member_id, :old_rank, :new_rank, 'promote', 'done', 1)`;
const CHANGED_BY_HAND = sql`
INSERT INTO rank_changes (change_id, member_id, old_rank_id, new_rank_id, cause, roblox_state, created_at)
VALUES ('1-1', :member_id, :rank, :rank, 'promote', 'refused', 1)`;
const ADD_FAILURE = sql`
INSERT INTO outbox (effect_id, subject, kind, payload, status, due_at, created_at, ordinal)
VALUES ('1-2', :subject, 'discord-roles', '{"changeId":"1-1"}', 'failed', 1, 1, 1)`;

let t: HandlerTest;

beforeEach(async () => {
  t = await openHandlerTest();
  t.guild.addRole({ id: PENDING, name: 'Pending' });
  t.guild.addRole({ id: ENLIST, name: 'Enlist' });
  t.guild.addRole({ id: SOLDIER, name: 'Soldier' });
  t.guild.addRole({ id: CAPTAIN, name: 'Captain', permissions: 8n });
  t.guild.addMember(WOLF, [ENLIST]);
});

/** Somebody whose rank is that here and whose role on Roblox is that there. */
async function seed(here: string, there: string, robloxRoleIds: readonly string[] = []): Promise<void> {
  const account = { robloxUserId: '7002', robloxName: 'Roblox7002' };
  await t.clan.seed({ discordId: WOLF, ...account, rank: here, robloxRoleIds });
  t.group.put('7002', { roleIds: [there] });
}
async function run(dryRun: boolean, locale = 'en-US') {
  const actor = { id: ADMIN, tier: 'admin' } as const;
  const { reply, effects } = await t.run(sync, {
    actor,
    locale,
    options: { member: WOLF, 'dry-run': dryRun },
  });
  const buttons = JSON.stringify(reply.message.components ?? []);
  return { text: reply.message.embeds?.[0]?.description ?? '', buttons, effects };
}
const preview = () => run(true);
const apply = () => run(false);

describe('/sync of one member', () => {
  it('shows the three places without the base role that everybody holds on Roblox, and offers to apply', async () => {
    await seed('Enlist', '90045');
    const { text, buttons, effects } = await preview();
    expect(text).toBe(
      `<@${WOLF}>: database **Enlist** · Discord **Enlist** · Roblox **Soldier** → would change the rank: **Enlist** → **Soldier**\n\n` +
        'Nothing was changed yet. "Apply" looks again and applies what differs then.',
    );
    expect(buttons).toContain(`sync.apply:${WOLF}`);
    expect(effects).toEqual([]);
  });

  it('speaks the language of who called, and to the log channel the clan’s', async () => {
    await seed('Enlist', '90045');
    await t.clan.db.execute(CHANGED_BY_HAND, { member_id: WOLF, rank: t.clan.rank('Enlist').id });
    const shown = await run(true, 'de');
    expect(shown.text).toContain('Roblox **Soldier** → würde den Rang ändern: **Enlist** → **Soldier**');
    expect(shown.buttons).toContain('Anwenden');
    const { text, effects } = await run(false, 'de');
    expect(text).toContain('**Enlist** → **Soldier**, von Roblox übernommen.');
    expect(text).toContain('In Discord und auf Roblox geändert; es gilt Roblox mit **Soldier**.');
    const logged = effects.filter(({ kind }) => kind === 'message');
    expect(JSON.stringify(logged)).toContain('Changed in Discord and on Roblox');
  });

  it('gives a Discord role that alone is missing, also one that is only found by its name', async () => {
    await seed('Enlist', '90002');
    t.guild.addMember(WOLF, []);
    expect((await preview()).text).toContain(
      `Discord no rank role · Roblox **Enlist** → would give <@&${ENLIST}> in Discord`,
    );
    const { text, effects } = await apply();
    expect(text).toContain('The Discord role of **Enlist** was missing');
    expect(effects).toEqual([{ kind: 'discord-roles', memberId: WOLF, changeId: 'none' }]);
  });

  it('does nothing when the role is there, whatever other roles were given by hand', async () => {
    await seed('Enlist', '90002');
    t.guild.addMember(WOLF, [ENLIST, SOLDIER]);
    const shown = await preview();
    expect(shown.text).toContain('is in sync');
    expect(shown.buttons).toBe('[]');
    expect(await apply()).toMatchObject({ text: `<@${WOLF}>: In sync.`, effects: [] });
  });

  it('takes along the role that a change left because Discord refused it, and no other', async () => {
    await seed('Enlist', '90002');
    t.guild.addMember(WOLF, [PENDING]);
    const ids = {
      member_id: WOLF,
      old_rank: t.clan.rank('Pending').id,
      new_rank: t.clan.rank('Enlist').id,
    };
    await t.clan.db.execute(ADD_CHANGE, ids);
    expect((await apply()).effects).toMatchObject([{ changeId: 'none' }]);
    await t.clan.db.execute(ADD_FAILURE, { subject: `discord:${WOLF}` });
    expect((await apply()).effects).toMatchObject([{ changeId: '1-1' }]);
  });

  it('hands out no role that carries power, and says so', async () => {
    await seed('Captain', '90121');
    t.guild.addMember(WOLF, []);
    expect((await preview()).text).toMatch(/would give no Discord role: .*Captain.*Administrator/);
    expect(await apply()).toMatchObject({ text: expect.stringContaining('No Discord role'), effects: [] });
  });

  it('keeps a new Roblox name and says it', async () => {
    await t.clan.seed({ discordId: WOLF, robloxUserId: '7002', robloxName: 'Old_', rank: 'Enlist' });
    t.group.put('7002', { name: 'Roblox7002', roleIds: ['90002'] });
    expect((await preview()).text).toContain('would keep the new Roblox name');
    expect((await apply()).text).toContain('Renamed on Roblox, Old\\_ → Roblox7002');
  });

  it.each<{ what: string; before: () => unknown; previewed: RegExp; applied: string }>([
    {
      what: 'left the group',
      before: () => t.group.put('7002', { roleIds: null }),
      previewed: /Roblox not in the group → stays as it is/,
      applied: 'no longer in the Roblox group',
    },
    {
      what: 'holds roles of no rank',
      before: () => {
        t.group.makeBase('90030');
        t.group.put('7002', { roleIds: [] });
      },
      previewed: /Roblox no rank role → stays as it is/,
      applied: 'No rank of the clan belongs',
    },
    {
      what: 'has left the server',
      before: () => t.guild.state.members.delete(WOLF),
      previewed: /Discord has left the server · Roblox \*\*Enlist\*\* → stays as it is/,
      applied: 'has left the Discord server',
    },
    {
      what: 'cannot be read on Discord',
      before: () => t.discord.fail('member', discordError(500), 9),
      previewed: /Discord not compared \(Discord did not answer\) · /,
      applied: 'Discord roles were not compared',
    },
    {
      what: 'has a change on its way to Roblox',
      before: () => leaveDueEffect(t.clan.db, `roblox:${WOLF}`),
      previewed: /would skip them: an earlier change is still on its way/,
      applied: 'still on its way to Roblox',
    },
  ])('says of somebody who $what that nothing would change, and changes nothing', async (of) => {
    await seed('Enlist', '90002');
    await of.before();
    const shown = await preview();
    expect(shown.text).toMatch(of.previewed);
    expect(shown.text).toContain('Nothing would change');
    expect(shown.buttons).toBe('[]');
    const { text, effects } = await apply();
    expect(text).toContain(of.applied);
    expect(effects).toEqual([]);
  });

  it('leaves a rank that Roblox refused, as long as nothing moves there', async () => {
    await seed('Soldier', '90002', ['90001', '90002']);
    await t.clan.db.execute(HOLD, { discord_id: WOLF });
    expect((await preview()).text).toMatch(/would leave them: Roblox refused the rank/);
    expect((await apply()).text).toContain(
      'Left alone: Roblox refused the rank, and the clan keeps it until the roles on Roblox change',
    );
    t.group.put('7002', { roleIds: ['90001'] });
    expect((await apply()).text).toContain('**Soldier** → **Pending**');
  });
});
