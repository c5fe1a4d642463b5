import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { addToBlacklist, findBlacklisting, isHeldByBlacklisted } from '../../shared/blacklist/blacklist.ts';
import { sql } from '../../shared/database/database.ts';
import { keepDraft } from '../../shared/events/draft.ts';
import { findMember } from '../../shared/members/member.ts';
import { awardPoints, ledgerDifferences } from '../../shared/points/ledger.ts';
import { linkMember } from '../../shared/ranks/link-member.ts';
import { offerPromotion } from '../../shared/ranks/promotion-cards.ts';
import {
  GROUP_ROLES,
  leaveDueEffect,
  NOON,
  person,
  TEST_SETTINGS,
  type TestClan,
} from '../../test/support/clan.ts';
import { type HandlerTest, openHandlerTest } from '../../test/support/handler-test.ts';
import { askToDelete, deleteData } from './delete-data.ts';
import { exportData } from './export-data.ts';

const wolf = person(1);
const fox = person(2);
const ADD_EVENT = sql`
INSERT INTO events (event_id, event_type, host_id, status, submitted_at, decided_by)
VALUES ('e1', 'Raid', :host_id, 'pending', :now_ms, :decided_by)`;
const ADD_PARTICIPANT = sql`
INSERT INTO event_participants (event_id, participant_key, list_position, discord_id, roblox_name)
VALUES ('e1', :participant_key, :list_position, :discord_id, :roblox_name)`;
/** A row of each table that a clan's daily life fills, about one person. */
const DAILY_LIFE = [
  sql`INSERT INTO leaves (leave_id, discord_id, status, open_key, first_day, last_day, starts_at, ends_at, reason,
  requested_at, decided_by) VALUES ('l1', :discord_id, 'running', :discord_id, '2026-11-17', '2026-11-19', 1, 2,
  'holiday', 1, :discord_id)`,
  sql`INSERT INTO quotas (quota_id, amount, counts_what, first_week, set_by, set_at, removed_by)
  VALUES ('q1', 5, 'points', 'w2026-11-16', :discord_id, 1, :discord_id)`,
  sql`INSERT INTO quota_excuses (week_key, discord_id, reason, excused_by, excused_at)
  VALUES ('w2026-11-16', :discord_id, 'ill', :discord_id, 1)`,
  sql`INSERT INTO join_decisions (decision_id, roblox_user_id, roblox_name, decision, status, decided_by, decided_at)
  VALUES ('j1', '501', 'WolfieOne', 'accept', 'done', :discord_id, 1)`,
  sql`INSERT INTO hourly_guards (discord_id, guard_kind, used_by_minute, row_version, lifted_by, changed_at)
  VALUES (:discord_id, 'points', '1:5', 1, :discord_id, 1)`,
  sql`INSERT INTO point_reverts (revert_id, officer_id, member_id, since_at, with_events, planned_by, planned_at)
  VALUES ('r1', :discord_id, :discord_id, 1, 0, :discord_id, 1)`,
  sql`INSERT INTO nicknames (discord_id, nickname, status, changed_at)
  VALUES (:discord_id, '[E1] WolfieOne', 'set', 1)`,
];

let t: HandlerTest;
let clan: TestClan;
beforeEach(async () => {
  t = await openHandlerTest();
  clan = t.clan;
  const link = { ranks: clan.ranks, groupRoles: GROUP_ROLES, settings: TEST_SETTINGS, now: NOON };
  const roblox = { userId: '501', name: 'WolfieOne' };
  await clan.change((tx) => linkMember(tx, { discordId: wolf, roblox, roleIds: ['90002'], ...link }));
  await clan.seed({ discordId: fox, robloxName: 'FoxTwo' });
  for (const [memberId, actorId] of [
    [wolf, fox],
    [fox, wolf],
  ] as const) {
    const posting = {
      memberId,
      actorId,
      amount: 25,
      kind: 'award',
      reason: memberId === wolf ? 'for WolfieOne' : 'for Fox',
      now: NOON,
    } as const;
    await clan.change((tx) => awardPoints(tx, { entryId: tx.newId(), timeZone: 'UTC', ...posting }));
  }
  const member = await findMember(clan.db, wolf);
  if (member === undefined) throw new Error('no member');
  await clan.change((tx) => offerPromotion(tx, { member, ...link }));
  await clan.db.execute(ADD_EVENT, { host_id: wolf, decided_by: wolf, now_ms: NOON });
  const participants = [
    { participant_key: `d:${wolf}`, list_position: 1, discord_id: wolf, roblox_name: null },
    { participant_key: 'r:wolfieone', list_position: 2, discord_id: null, roblox_name: 'WOLFIEone' },
    { participant_key: 'r:foxtwo', list_position: 3, discord_id: null, roblox_name: 'FoxTwo' },
  ];
  for (const participant of participants) await clan.db.execute(ADD_PARTICIPANT, participant);
  await keepDraft(
    clan.db,
    {
      id: 'd1',
      hostId: wolf,
      type: 'Raid',
      memberIds: [],
      names: 'WolfieOne',
      start: 'soon',
      end: '',
      proof: undefined,
      cooldownUntil: null,
      blockedUntil: null,
      savedAt: NOON,
      expiresAt: NOON + 1,
    },
    undefined,
  );
  await leaveDueEffect(clan.db, `roblox:${wolf}`);
  await leaveDueEffect(clan.db, `nickname:${wolf}`, '1300000000000000001-2');
  for (const statement of DAILY_LIFE) await clan.db.execute(statement, { discord_id: wolf });
});

const erase = (userId = wolf) => t.run(deleteData, { actor: userId, recordId: wolf });

describe('/my-data export', () => {
  it('is a file with everything about the caller, and nobody else in it', async () => {
    const { reply } = await t.run(exportData, { actor: wolf });
    const data: unknown = JSON.parse(reply.file?.text ?? '');
    expect(data).toMatchObject({
      discord_id: wolf,
      member: [{ roblox_name: 'WolfieOne', points: 25, rank_name: 'Enlist' }],
      roblox_accounts: [{ roblox_user_id: '501', linked_at: new Date(NOON).toISOString() }],
      points: [{ points_delta: 25, kind: 'award' }],
      rank_changes: [{ cause: 'link', new_rank: 'Enlist' }],
      promotion_cards: [{ rank_name: 'Soldier', status: 'open' }],
      events_submitted: [{ event_id: 'e1' }],
      events_attended: [{ event_id: 'e1' }],
      event_draft: [{ typed_names: 'WolfieOne', starts_text: 'soon' }],
      points_given_to_others: [{ points_delta: 25 }],
      leaves: [{ reason: 'holiday', first_day: '2026-11-17' }],
      quota_excuses: [{ week_key: 'w2026-11-16', reason: 'ill' }],
      requests_to_join: [{ roblox_name: 'WolfieOne', decision: 'accept' }],
      hourly_limits: [{ guard_kind: 'points', used_by_minute: '1:5' }],
      points_taken_back: [{ revert_id: 'r1' }],
      nickname: [{ nickname: '[E1] WolfieOne' }],
      leaves_decided: [{ leave_id: 'l1' }],
      quotas_set: [{ quota_id: 'q1', amount: 5 }],
      quota_excuses_given: [{ week_key: 'w2026-11-16' }],
      requests_to_join_decided: [{ decision_id: 'j1' }],
      hourly_limits_lifted: [{ guard_kind: 'points' }],
      points_taken_back_from_others: [{ revert_id: 'r1' }],
    });
    expect(reply.file?.text).not.toContain(fox);
    expect(reply.file?.text).not.toContain('FoxTwo');
  });

  it('works for somebody who is no member', async () => {
    const { reply } = await t.run(exportData, { actor: person(77) });
    expect(JSON.parse(reply.file?.text ?? '')).toMatchObject({ member: [], points: [] });
  });
});

describe('/my-data delete', () => {
  it('asks first, and only the caller’s own button deletes', async () => {
    const { text } = await t.run(askToDelete, { actor: wolf });
    expect(text).toContain(`my-data.delete:${wolf}`);
    await expect(erase(fox)).rejects.toMatchObject({ code: 'not-yours' });
    expect(await findMember(clan.db, wolf)).toBeDefined();
  });

  it('leaves no trace of the person in any table, and the sums of everybody else', async () => {
    const { text, effects } = await erase();
    expect(text).toContain('1 entry');
    expect(effects).toMatchObject([{ kind: 'edit', of: { table: 'promotion_cards' } }]);
    expect(await dump()).not.toMatch(new RegExp(`${wolf}|wolfieone`, 'i'));
    expect(await findMember(clan.db, fox)).toMatchObject({ points: 25, totalPoints: 25 });
    expect(await ledgerDifferences(clan.db)).toEqual([]);
    const [sum] = await clan.db.query(
      z.object({ total: z.int() }),
      sql`SELECT SUM(points_delta) AS total FROM point_entries`,
    );
    expect(sum?.total).toBe(50);
  });

  it('twice, or without anything stored, is no error', async () => {
    await erase();
    expect((await erase()).text).toContain('no member data');
  });

  it('keeps what counts towards an hourly limit until the hour is over', async () => {
    const guards = sql`SELECT discord_id FROM hourly_guards`;
    const Guard = z.object({ discord_id: z.string() });
    await clan.db.execute(sql`UPDATE hourly_guards SET changed_at = :now_ms`, { now_ms: NOON });
    await erase();
    expect(await clan.db.query(Guard, guards)).toEqual([{ discord_id: wolf }]);
    t.clock.now += 3_600_000;
    await erase();
    expect(await clan.db.query(Guard, guards)).toEqual([]);
  });

  it('keeps a blacklist entry and the accounts that it concerns', async () => {
    const entry = { discordId: wolf, reason: 'spam', expiresAt: null, actorId: fox, now: NOON };
    await clan.change((tx) => addToBlacklist(tx, entry));
    expect((await erase()).text).toContain('blacklist stays');
    expect(await findBlacklisting(clan.db, wolf, NOON)).toBeDefined();
    expect(await isHeldByBlacklisted(clan.db, { robloxUserId: '501', discordId: fox }, NOON)).toBe(true);
  });
});

/** Every table's content as one text. */
async function dump(): Promise<string> {
  const Table = z.object({ name: z.string() });
  const tables = await clan.db.query(Table, sql`SELECT name FROM sqlite_master WHERE type = 'table'`);
  const Any = z.record(z.string(), z.unknown());
  const rows = [];
  for (const { name } of tables)
    rows.push(...(await clan.db.query(Any, DUMPS[name] ?? sql`SELECT 1 AS none`)));
  expect(tables.map((table) => table.name).filter((name) => !(name in DUMPS))).toEqual(IMPERSONAL);
  return JSON.stringify(rows);
}
const DUMPS: Record<string, ReturnType<typeof sql>> = {
  members: sql`SELECT * FROM members`,
  roblox_links: sql`SELECT * FROM roblox_links`,
  events: sql`SELECT * FROM events`,
  event_participants: sql`SELECT * FROM event_participants`,
  point_entries: sql`SELECT * FROM point_entries`,
  period_points: sql`SELECT * FROM period_points`,
  rank_changes: sql`SELECT * FROM rank_changes`,
  promotion_cards: sql`SELECT * FROM promotion_cards`,
  settings: sql`SELECT * FROM settings`,
  blacklist: sql`SELECT * FROM blacklist`,
  link_challenges: sql`SELECT * FROM link_challenges`,
  cooldowns: sql`SELECT * FROM cooldowns`,
  drafts: sql`SELECT * FROM drafts`,
  outbox: sql`SELECT * FROM outbox`,
  leaves: sql`SELECT * FROM leaves`,
  quotas: sql`SELECT * FROM quotas`,
  quota_excuses: sql`SELECT * FROM quota_excuses`,
  join_decisions: sql`SELECT * FROM join_decisions`,
  hourly_guards: sql`SELECT * FROM hourly_guards`,
  point_reverts: sql`SELECT * FROM point_reverts`,
  nicknames: sql`SELECT * FROM nicknames`,
};
/** Tables without anything about a person; a new table must be put into one of the two lists. */
const IMPERSONAL = [
  'schema_lease',
  'schema_migrations',
  'ranks',
  'interactions',
  'service_pauses',
  'sync_state',
  'quota_reports',
  'rank_tags',
];
