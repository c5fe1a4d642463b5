import { expect, it } from 'vitest';
import { addToBlacklist } from '../../../shared/blacklist/blacklist.ts';
import { isClaimed, purgeClaims } from '../../../shared/commands/claim.ts';
import { purgeCooldowns, refuseDuringCooldown, startCooldown } from '../../../shared/commands/cooldown.ts';
import { readOpening } from '../../../shared/commands/opening.ts';
import { sql } from '../../../shared/database/database.ts';
import { addToOutbox } from '../../../shared/outbox/outbox-store.ts';
import { setRankRole } from '../../../shared/ranks/store-ranks.ts';
import { changeSetting, storeSettingsFile } from '../../../shared/settings/settings-store.ts';
import { NOON, person, TEST_SETTINGS } from '../../support/clan.ts';
import type { Store } from './store.ts';

const FORMER_CLAIM = sql`
INSERT INTO interactions (interaction_id, claimed_at) VALUES (:interaction_id, :claimed_at)`;
const DAY_MS = 86_400_000;

export function commandCases(store: Store): void {
  it('an interaction is claimed by its reply, or as a former version did, for a day', async () => {
    expect(await isClaimed(store.db, '1')).toBe(false);
    await store.db.execute(FORMER_CLAIM, { interaction_id: '1', claimed_at: NOON });
    expect(await isClaimed(store.db, '1')).toBe(true);
    expect(await purgeClaims(store.db, NOON + DAY_MS)).toBe(0);
    expect(await purgeClaims(store.db, NOON + DAY_MS + 1)).toBe(1);
    expect(await isClaimed(store.db, '1')).toBe(false);
    const effect = {
      kind: 'reply',
      applicationId: person(1),
      token: 't',
      expiresAt: NOON,
      message: {},
    } as const;
    await addToOutbox(store.db, { effectId: '1-0', effect, ordinal: 1, now: NOON });
    expect(await isClaimed(store.db, '1')).toBe(true);
  });

  it('one look finds what decides on an interaction, and the members it is about', async () => {
    const asked = {
      id: '77',
      user: { id: person(1) },
      options: { member: person(2) },
      targetId: undefined,
      recordId: undefined,
    };
    const look = { cooldownKey: 'xp', now: NOON };
    const nothing = await readOpening(store.db, asked, look);
    expect(nothing).toMatchObject({ isClaimed: false, configVersion: '1.0' });
    expect([nothing.blacklisted, nothing.cooldownUntil]).toEqual([undefined, undefined]);

    await store.clan.seed({ discordId: person(1), points: 3 });
    await store.clan.seed({ discordId: person(2), points: 5 });
    await store.db.execute(FORMER_CLAIM, { interaction_id: '77', claimed_at: NOON });
    await startCooldown(store.db, { discordId: person(1), key: 'xp', seconds: 10, now: NOON });
    const entry = { reason: null, expiresAt: NOON + 1, actorId: person(9), now: NOON };
    await store.db.transaction((tx) => addToBlacklist(tx, { ...entry, discordId: person(1) }));
    const found = await readOpening(store.db, asked, look);
    expect(found).toMatchObject({
      isClaimed: true,
      blacklisted: { until: NOON + 1 },
      cooldownUntil: NOON + 10_000,
    });
    expect((await found.seen.find(store.db, person(1)))?.points).toBe(3);
    expect((await found.seen.find(store.db, person(2)))?.points).toBe(5);
    const later = await readOpening(store.db, asked, { ...look, now: NOON + 1 });
    expect(later.blacklisted).toBeUndefined();
  });

  it('the version of settings and ranks changes with each change of them', async () => {
    const asked = {
      id: '77',
      user: { id: person(1) },
      options: {},
      targetId: undefined,
      recordId: undefined,
    };
    const version = async () =>
      (await readOpening(store.db, asked, { cooldownKey: 'xp', now: NOON })).configVersion;
    const versions = [await version()];
    await store.db.transaction((tx) => storeSettingsFile(tx, TEST_SETTINGS, NOON));
    versions.push(await version());
    await store.db.transaction((tx) => changeSetting(tx, 'log_level', 'none', null, NOON));
    versions.push(await version());
    await store.db.transaction((tx) => setRankRole(tx, store.clan.rank('Enlist').id, person(7)));
    versions.push(await version());
    expect(new Set(versions).size).toBe(4);
  });

  it('a cooldown refuses until it is over', async () => {
    const cooldown = { discordId: person(1), key: 'leaderboard', seconds: 30, now: NOON };
    await startCooldown(store.db, cooldown);
    await expect(refuseDuringCooldown(store.db, cooldown)).rejects.toMatchObject({ code: 'cooldown' });
    await expect(startCooldown(store.db, cooldown)).rejects.toMatchObject({ code: 'cooldown' });
    const later = { ...cooldown, now: NOON + 30_000 };
    await refuseDuringCooldown(store.db, later);
    await startCooldown(store.db, later);
    expect(await purgeCooldowns(store.db, NOON + 60_001)).toBe(1);
  });

  it('a cooldown is over when the clock was set back by more than it lasts', async () => {
    const cooldown = { discordId: person(1), key: 'leaderboard', seconds: 30, now: NOON };
    await startCooldown(store.db, cooldown);
    const before = { ...cooldown, now: NOON - DAY_MS };
    await refuseDuringCooldown(store.db, before);
    await startCooldown(store.db, before);
    await expect(refuseDuringCooldown(store.db, before)).rejects.toMatchObject({ code: 'cooldown' });
  });
}
