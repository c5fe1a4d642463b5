// A clan's schema in memory, for tests only: nothing of the product imports this file.
import { resolve } from 'node:path';
import { RankRow } from '../../shared/clans/ranks-file.ts';
import { Settings } from '../../shared/clans/settings.ts';
import { type Database, type Queryable, sql } from '../../shared/database/database.ts';
import { migrate } from '../../shared/database/migrator.ts';
import { readMigrations } from '../../shared/database/read-migrations.ts';
import type { ConflictRetryOptions } from '../../shared/database/retry-conflicts.ts';
import { openSqlite } from '../../shared/database/sqlite.ts';
import { nameKey } from '../../shared/members/name-key.ts';
import { formatRoleIds } from '../../shared/members/role-ids.ts';
import type { ChangeTransaction } from '../../shared/outbox/change-transaction.ts';
import type { Effect } from '../../shared/outbox/effect.ts';
import { planRanks } from '../../shared/ranks/plan-ranks.ts';
import { listRanks, type Rank } from '../../shared/ranks/rank.ts';
import { applyRanksPlan } from '../../shared/ranks/store-ranks.ts';
import type { GroupRole } from '../../shared/roblox/client.ts';

export const NOON = Date.UTC(2026, 10, 18, 12);

/** Orders, names, points and Roblox ranks as the clan of the file would have them; `*` is admin-only. */
const RANKS = [
  { rank_order: 1, rank_name: 'Pending', points_required: 0, roblox_group_rank_id: 1 },
  { rank_order: 2, rank_name: 'Enlist', points_required: 5, roblox_group_rank_id: 2 },
  { rank_order: 3, rank_name: 'Soldier', points_required: 20, roblox_group_rank_id: 45 },
  { rank_order: 4, rank_name: 'Veteran', points_required: 0, roblox_group_rank_id: 118, admin_only: true },
  { rank_order: 5, rank_name: 'Queen', points_required: 0, roblox_group_rank_id: 118, admin_only: true },
  { rank_order: 6, rank_name: 'Captain', points_required: 60, roblox_group_rank_id: 121 },
];
/** The group's roles; "Friend" belongs to no rank. */
export const GROUP_ROLES: readonly GroupRole[] = [
  { id: '90001', name: 'Pending', rank: 1, memberCount: 5 },
  { id: '90002', name: 'Enlist', rank: 2, memberCount: 5 },
  { id: '90030', name: 'Friend', rank: 30, memberCount: 5 },
  { id: '90045', name: 'Soldier', rank: 45, memberCount: 5 },
  { id: '90118', name: 'Veteran', rank: 118, memberCount: 5 },
  { id: '90121', name: 'Captain', rank: 121, memberCount: 5 },
];

export const TEST_SETTINGS = Settings.parse({
  clan_name: 'Test Clan',
  application_id: '1100000000000000001',
  public_key: 'ab'.repeat(32),
  guild_id: '1100000000000000002',
  roblox_group_id: '3203735',
  channels: { admin: '1100000000000000031', log: '1100000000000000032' },
});

const ADD_MEMBER = sql`
INSERT INTO members (discord_id, roblox_user_id, roblox_name, roblox_name_key, rank_id, points, total_points,
  roblox_role_ids, joined_at, linked_at, synced_at)
VALUES (:discord_id, :roblox_user_id, :roblox_name, :roblox_name_key, :rank_id, :points, :total_points,
  :roblox_role_ids, :joined_at, :linked_at, :synced_at)`;
const ADD_OPENING = sql`
INSERT INTO point_entries (entry_id, member_id, points_delta, lifetime_delta, kind, created_at)
VALUES (:entry_id, :member_id, :points, :total_points, 'opening', :joined_at)`;
const ADD_OUTBOX = sql`
INSERT INTO outbox (effect_id, subject, kind, payload, status, due_at, created_at, ordinal)
VALUES (:effect_id, :subject, :kind, :payload, 'due', :due_at, :due_at, 1)`;

export interface MemberSeed {
  readonly discordId: string;
  readonly rank?: string;
  readonly points?: number;
  readonly totalPoints?: number;
  /** Null: not linked. Left out: an account of the same number. */
  readonly robloxUserId?: string | null;
  readonly robloxName?: string;
  readonly robloxRoleIds?: readonly string[];
  readonly joinedAt?: number;
  readonly syncedAt?: number;
}

export interface TestClan {
  readonly db: Database;
  readonly ranks: readonly Rank[];
  /** Throws when there is no such rank. */
  rank(name: string): Rank;
  seed(member: MemberSeed): Promise<void>;
  /** Runs a change as a command would; returns its result and the effects it wrote. */
  change<T>(work: (tx: ChangeTransaction) => Promise<T>): Promise<{ result: T; effects: Effect[] }>;
  /** A change transaction over one that is open. */
  changing(tx: Queryable): ChangeTransaction & { readonly effects: Effect[] };
}

/** A person's id: 18 digits that end in the number. */
export function person(number: number): string {
  return `2${String(number).padStart(17, '0')}`;
}

/** The Roblox account that `seed` links somebody to where nothing is said; it is called `Roblox<id>`. */
export function accountOf(discordId: string): string {
  return String(Number(discordId.slice(-9)));
}

/** A migrated schema with six ranks and nobody in it. Close `db` at the end. */
export async function openTestClan(rows: readonly unknown[] = RANKS): Promise<TestClan> {
  return await fillTestClan(await openTestSchema(), rows);
}

/** A migrated schema in memory with nothing in it. `waiting`: how it waits after a conflict; otherwise in real time. */
export async function openTestSchema(waiting: Partial<ConflictRetryOptions> = {}): Promise<Database> {
  const db = await openSqlite(':memory:', waiting);
  await migrate(db, readMigrations(resolve(import.meta.dirname, '../../sql/migrations')));
  return db;
}

/** The same in a schema that is migrated and empty, on whatever engine. */
export async function fillTestClan(db: Database, rows: readonly unknown[] = RANKS): Promise<TestClan> {
  let ids = 0;
  function newId(): string {
    ids += 1;
    return `1300000000000000000-${ids}`;
  }
  const wanted = rows.map((row) => RankRow.parse(row));
  await db.transaction((tx) =>
    applyRanksPlan(tx, planRanks([], wanted, { members: new Map(), overwrite: false }), newId),
  );
  const ranks = await listRanks(db);

  function rank(name: string): Rank {
    const found = ranks.find((candidate) => candidate.name === name);
    if (found === undefined) throw new Error(`no rank is called ${name}`);
    return found;
  }
  function changing(tx: Queryable): ChangeTransaction & { readonly effects: Effect[] } {
    const effects: Effect[] = [];
    return {
      query: (row, statement, binds) => tx.query(row, statement, binds),
      execute: (statement, binds) => tx.execute(statement, binds),
      executeMany: (statement, binds) => tx.executeMany(statement, binds),
      newId,
      addEffect: async (effect) => {
        effects.push(effect);
        return newId();
      },
      effects,
    };
  }
  return {
    db,
    ranks,
    rank,
    changing,
    async seed(member) {
      const linked = member.robloxUserId !== null;
      const name = member.robloxName ?? `Roblox${accountOf(member.discordId)}`;
      const sums = {
        points: member.points ?? 0,
        total_points: member.totalPoints ?? member.points ?? 0,
        joined_at: member.joinedAt ?? NOON - 86_400_000,
      };
      await db.execute(ADD_MEMBER, {
        discord_id: member.discordId,
        roblox_user_id: linked ? (member.robloxUserId ?? accountOf(member.discordId)) : null,
        roblox_name: linked ? name : null,
        roblox_name_key: linked ? nameKey(name) : null,
        rank_id: rank(member.rank ?? 'Pending').id,
        roblox_role_ids: formatRoleIds(member.robloxRoleIds ?? []),
        linked_at: linked ? sums.joined_at : null,
        synced_at: member.syncedAt ?? null,
        ...sums,
      });
      await db.execute(ADD_OPENING, { entry_id: newId(), member_id: member.discordId, ...sums });
    },
    change(work) {
      return db.transaction(async (tx) => {
        const change = changing(tx);
        return { result: await work(change), effects: change.effects };
      });
    },
  };
}

/** Writes a due effect for a subject, as an earlier change would have left it. */
export async function leaveDueEffect(
  db: Database,
  subject: string,
  effectId = '1300000000000000001-1',
): Promise<void> {
  await db.execute(ADD_OUTBOX, {
    effect_id: effectId,
    subject,
    kind: 'roblox-roles',
    payload: '{}',
    due_at: NOON,
  });
}
