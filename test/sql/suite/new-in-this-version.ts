import { expect, it } from 'vitest';
import { eraseMember } from '../../../functions/my-data/erase-member.ts';
import { readPersonalData } from '../../../functions/my-data/read-personal-data.ts';
import { PROPOSED_TEMPLATE } from '../../../functions/settings/proposed-template.ts';
import { savedTablesOf } from '../../../scripts/backup/saved-tables.ts';
import { RankRow } from '../../../shared/clans/ranks-file.ts';
import { migrate, schemaVersion } from '../../../shared/database/migrator.ts';
import { purgeGuards, readGuard } from '../../../shared/guards/hourly-guard.ts';
import {
  findNamedMember,
  keepNickname,
  namedMembersAfter,
} from '../../../shared/nicknames/nickname-store.ts';
import { addSpreadToOutbox } from '../../../shared/outbox/outbox-store.ts';
import { purgeReverts } from '../../../shared/points/revert-store.ts';
import { planRanks } from '../../../shared/ranks/plan-ranks.ts';
import { listRanks, listRanksWithoutTags } from '../../../shared/ranks/rank.ts';
import { applyRanksPlan } from '../../../shared/ranks/store-ranks.ts';
import { exported, restored } from '../../support/backup.ts';
import { NOON, person, TEST_SETTINGS } from '../../support/clan.ts';
import { leaveCases } from './leaves.ts';
import { quotaCases } from './quotas.ts';
import { MIGRATIONS, type Store } from './store.ts';

const WOLF = person(1);
const VERSION = MIGRATIONS.length;
/** The tables that the newest migration makes. */
const NEW_TABLES = savedTablesOf(VERSION).filter(({ since }) => since === VERSION);

/** Cases that need a table of the newest migration. The former schema does not run them. */
export function newCases(store: Store): void {
  leaveCases(store);
  quotaCases(store);

  it('an export of the former version is restored, and the new tables are empty', async () => {
    await store.clan.seed({ discordId: WOLF, points: 4 });
    const { lines, tail } = await exported(store.db);
    const former = lines.map((line, index) =>
      index === 0
        ? line.replace(`"schema":${VERSION}`, `"schema":${VERSION - 1}`)
        : index === lines.length - 1
          ? JSON.stringify({ kind: 'end', tables: without(tail.tables) })
          : line,
    );
    await restored(store.db, former, { replace: true });
    expect((await exported(store.db)).lines).toEqual(lines);
  });

  it('nicknames are kept, and listed with the members who have none on its way', async () => {
    for (const number of [1, 2, 3]) await store.clan.seed({ discordId: person(number) });
    const kept = { nickname: 'Wolf', status: 'set', reason: null } as const;
    await keepNickname(store.db, WOLF, { ...kept, nickname: 'Before' }, NOON);
    await keepNickname(store.db, WOLF, kept, NOON + 1);
    expect((await findNamedMember(store.db, WOLF))?.kept).toEqual(kept);
    const row = { effectId: '9-1', effect: { kind: 'nickname', memberId: person(3) }, ordinal: 1 } as const;
    await addSpreadToOutbox(store.db, [row], { now: NOON, everyMs: 1 });
    const listed = await namedMembersAfter(store.db, undefined, 5);
    expect(listed.map(({ member, kept: name }) => [member.discordId, name?.nickname])).toEqual([
      [WOLF, 'Wolf'],
      [person(2), undefined],
    ]);
  });

  it('a template waits for its button, and is taken once', async () => {
    await PROPOSED_TEMPLATE.keep(store.db, { id: '4', template: '{rank}' }, NOON);
    await PROPOSED_TEMPLATE.keep(store.db, { id: '5', template: '{tag}' }, NOON + 1);
    expect(await PROPOSED_TEMPLATE.take(store.db, '4')).toBeUndefined();
    expect((await PROPOSED_TEMPLATE.take(store.db, '5'))?.template).toBe('{tag}');
    expect(await PROPOSED_TEMPLATE.take(store.db, '5')).toBeUndefined();
  });

  it('ranks have the tags of the file', async () => {
    const rank = { rank_order: 1, rank_name: 'Pending', points_required: 0, roblox_group_rank_id: 1 };
    const apply = async (tag: string | null) => {
      const plan = planRanks(await listRanks(store.db), [RankRow.parse({ ...rank, tag })], {
        members: new Map(),
        overwrite: false,
      });
      await store.db.transaction((tx) => applyRanksPlan(tx, plan, () => '77-1'));
      return (await listRanks(store.db)).map((one) => one.tag);
    };
    expect(await apply('PND')).toEqual(['PND']);
    expect((await listRanksWithoutTags(store.db)).map((one) => one.tag)).toEqual([null]);
    expect(await apply(null)).toEqual([null]);
  });
}

/** What the code does on the schema before its own. */
export function formerCases(store: Store): void {
  it('an export and an erasure do without the tables that are not made yet', async () => {
    await store.clan.seed({ discordId: WOLF, points: 4 });
    expect((await readPersonalData(store.db, WOLF)).sections).toMatchObject({
      member: [{ points: 4 }],
      leaves: [],
    });
    const { lines } = await exported(store.db);
    const erased = await store.clan.change((tx) =>
      eraseMember(tx, { discordId: WOLF, settings: TEST_SETTINGS, now: NOON }),
    );
    expect(erased.result.member).toBe(true);
    expect((await readPersonalData(store.db, WOLF)).sections).toMatchObject({ member: [] });
    await restored(store.db, lines, { replace: true });
    expect((await exported(store.db)).lines).toEqual(lines);
  });

  it('nicknames are left alone, and ranks have no tags', async () => {
    await store.clan.seed({ discordId: WOLF });
    expect(await findNamedMember(store.db, WOLF)).toBeUndefined();
    expect(await namedMembersAfter(store.db, undefined, 5)).toEqual([]);
    expect((await listRanks(store.db)).map(({ tag }) => tag)).toContain(null);
  });

  it('nobody is held to an hourly limit', async () => {
    expect(await readGuard(store.db, WOLF, 'points', NOON)).toBeUndefined();
  });

  it('there is nothing to remove of what it does not have', async () => {
    expect([await purgeGuards(store.db, NOON), await purgeReverts(store.db, NOON)]).toEqual([0, 0]);
  });

  it('an export of the newer version is refused', async () => {
    const { lines } = await exported(store.db);
    const newer = lines.map((line) => line.replace(`"schema":${VERSION - 1}`, `"schema":${VERSION}`));
    await expect(restored(store.db, newer, { replace: true })).rejects.toThrow(/upgrade this schema first/);
  });

  // The last case: the schema is the newest one then.
  it('is migrated with its data when the upgrade comes', async () => {
    await store.clan.seed({ discordId: WOLF, points: 4 });
    await migrate(store.db, MIGRATIONS);
    expect(await schemaVersion(store.db)).toBe(VERSION);
    expect((await readPersonalData(store.db, WOLF)).sections).toMatchObject({ member: [{ points: 4 }] });
  });
}

function without<T>(tables: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  const isNew = (name: string) => NEW_TABLES.some((table) => table.name === name);
  return Object.fromEntries(Object.entries(tables).filter(([name]) => !isNew(name)));
}
