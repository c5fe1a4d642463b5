import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  GROUP_ROLES,
  leaveDueEffect,
  NOON,
  openTestClan,
  person,
  TEST_SETTINGS,
  type TestClan,
} from '../../test/support/clan.ts';
import { discordError, robloxError } from '../../test/support/recorded.ts';
import { requireLinked } from '../members/member.ts';
import { applySync } from './apply-sync.ts';
import type { DiscordPlace } from './discord-place.ts';
import type { RobloxPlace } from './roblox-place.ts';
import { syncedSentences, wouldText } from './say-sync.ts';
import { changesSomething, countOf, planSync, type SyncFacts } from './sync-plan.ts';

const WOLF = person(1);
let clan: TestClan;
beforeEach(async () => {
  clan = await openTestClan();
  await clan.seed({ discordId: WOLF, robloxName: 'Wolf', rank: 'Enlist', robloxRoleIds: ['90002'] });
});
afterEach(() => clan.db.close());

const held = (...roleIds: string[]): RobloxPlace => ({
  kind: 'read',
  robloxName: 'Wolf',
  groupRoles: GROUP_ROLES,
  roleIds,
});
const inGuild = (...roleIds: string[]): DiscordPlace => ({
  kind: 'read',
  roleIds,
  rankRoles: new Map(clan.ranks.map((rank) => [rank.id, { kind: 'role', roleId: `d-${rank.name}` }])),
});
async function facts(roblox: RobloxPlace, discord: DiscordPlace, hasOpenEffect = false): Promise<SyncFacts> {
  return {
    member: await requireLinked(clan.db, WOLF, 'they'),
    ranks: clan.ranks,
    roblox,
    discord,
    hasOpenEffect,
  };
}
const apply = (of: SyncFacts) =>
  clan.change((tx) => applySync(tx, { facts: of, settings: TEST_SETTINGS, actorId: null, now: NOON }));

describe('a preview and the sync that follows', () => {
  const CASES: Readonly<Record<string, () => [RobloxPlace, DiscordPlace]>> = {
    'all agree': () => [held('90002'), inGuild('d-Enlist')],
    'another rank on Roblox': () => [held('90045'), inGuild('d-Enlist')],
    'a missing Discord role': () => [held('90002'), inGuild('d-Pending')],
    'a new name': () => [{ ...held('90002'), robloxName: 'Grey' }, inGuild('d-Enlist')],
    'a role of no rank': () => [held('90030'), inGuild()],
    'somebody who left both': () => [{ kind: 'left-group', robloxName: 'Wolf' }, { kind: 'left-server' }],
    'an account that is gone': () => [{ kind: 'account-gone' }, inGuild('d-Enlist')],
    'silent services': () => [
      { kind: 'away', error: robloxError(503) },
      { kind: 'away', error: discordError(503) },
    ],
  };
  for (const hasOpenEffect of [false, true]) {
    it.each(Object.keys(CASES))(
      `go by one plan: %s${hasOpenEffect ? ', a change on its way' : ''}`,
      async (name) => {
        if (hasOpenEffect) await leaveDueEffect(clan.db, `roblox:${WOLF}`);
        const [roblox, discord] = CASES[name]?.() ?? [held(), inGuild()];
        const of = await facts(roblox, discord, hasOpenEffect);
        const shown = planSync(of);
        const { result, effects } = await apply(of);
        expect(result.plan.steps).toEqual(shown.steps);
        expect(result.plan.differences).toEqual(shown.differences);
        const kinds = shown.steps.map(({ kind }) => kind);
        expect(result.moved !== undefined).toBe(kinds.includes('move'));
        expect(effects.length > 0).toBe(kinds.includes('move') || kinds.includes('give'));
        const { rankId, robloxName } = await requireLinked(clan.db, WOLF, 'they');
        expect(rankId).toBe(clan.rank(kinds.includes('move') ? 'Soldier' : 'Enlist').id);
        expect(robloxName).toBe(kinds.includes('keep-name') ? 'Grey' : 'Wolf');
        if (!changesSomething(shown)) expect(effects).toEqual([]);
      },
    );
  }
});

describe('the plan of a sync', () => {
  it('gives no Discord role while an earlier change is on its way to Roblox', async () => {
    const plan = planSync(await facts(held('90002'), inGuild(), true));
    expect(plan.steps.map((step) => wouldText('en', step))).toEqual([
      'skip them: an earlier change is still on its way to Roblox',
    ]);
    expect(countOf(plan)).toBe('skipped');
  });

  it('has nothing to say of somebody in sync, and nothing to write down a second time', async () => {
    const plan = planSync(await facts(held('90002', '90030'), inGuild('d-Enlist', 'd-Soldier')));
    expect(countOf(plan)).toBe('inSync');
    expect(syncedSentences('en', { plan, moved: undefined, discordEffectId: undefined })).toEqual([]);
  });
});
