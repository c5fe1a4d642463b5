import { type Binds, type Queryable, type Sql, sql } from '../../shared/database/database.ts';
import { ConflictError } from '../../shared/database/errors.ts';
import { writeOnce } from '../../shared/database/write-rows.ts';
import { nameKey } from '../../shared/members/name-key.ts';
import {
  findFigures,
  findHolders,
  findImported,
  findImportedRanks,
  type ImportedMember,
} from './already-here.ts';
import { type Account, accountFor } from './member-account.ts';
import type { NameStore } from './name-store.ts';
import type { PlannedMember } from './plan-member.ts';
import type { ImportRun } from './run.ts';

const ADD_MEMBER = sql`
INSERT INTO members (discord_id, roblox_user_id, roblox_name, roblox_name_key, rank_id, points, total_points, joined_at,
  linked_at)
VALUES (:discord_id, :roblox_user_id, :roblox_name, :roblox_name_key, :rank_id, :points, :total_points, :joined_at,
  :linked_at)`;
const ADD_OPENING = sql`
INSERT INTO point_entries (entry_id, member_id, points_delta, lifetime_delta, kind, reason, once_key, created_at)
VALUES (:entry_id, :member_id, :points_delta, :lifetime_delta, 'opening', 'Brought from the old bot', :once_key,
  :created_at)`;
const ADD_CHANGE = sql`
INSERT INTO rank_changes (change_id, member_id, old_rank_id, new_rank_id, cause, roblox_state, created_at)
VALUES (:change_id, :member_id, :old_rank_id, :new_rank_id, 'import', 'none', :created_at)`;
/** A link to the same account may have outlived its member. */
const DROP_LINK = sql`
DELETE FROM roblox_links WHERE roblox_user_id = :roblox_user_id AND discord_id = :discord_id`;
const ADD_LINK = sql`
INSERT INTO roblox_links (roblox_user_id, discord_id, linked_at) VALUES (:roblox_user_id, :discord_id, :linked_at)`;
const SET_ACCOUNT = sql`
UPDATE members SET roblox_user_id = :roblox_user_id, roblox_name = :roblox_name, roblox_name_key = :roblox_name_key,
  linked_at = :linked_at
WHERE discord_id = :discord_id AND roblox_user_id IS NULL`;
const SET_POINTS = sql`
UPDATE members SET points = points + :points_delta, total_points = total_points + :lifetime_delta
WHERE discord_id = :discord_id AND points = :seen_points AND total_points = :seen_total`;
const SET_RANK = sql`
UPDATE members SET rank_id = :rank_id WHERE discord_id = :discord_id AND rank_id = :seen_rank_id`;

/** What one page of members calls for, by statement. */
class Writes {
  readonly #rows = new Map<Sql, Binds[]>();

  add(statement: Sql, binds: Binds): void {
    const rows = this.#rows.get(statement) ?? [];
    this.#rows.set(statement, rows);
    rows.push(binds);
  }

  /** Throws `ConflictError` when somebody changed a row that was read a moment ago, or became a member meanwhile. */
  async send(tx: Queryable): Promise<void> {
    // Oracle lets somebody come in between.
    const added = this.#rows.get(ADD_MEMBER) ?? [];
    await writeOnce(tx, ADD_MEMBER, added);
    for (const statement of [SET_POINTS, SET_RANK, SET_ACCOUNT, DROP_LINK, ADD_LINK]) {
      const rows = this.#rows.get(statement) ?? [];
      const changed = rows.length === 0 ? 0 : await tx.executeMany(statement, rows);
      if (changed !== rows.length && statement !== DROP_LINK)
        throw new ConflictError('a member changed during the import');
    }
    for (const statement of [ADD_OPENING, ADD_CHANGE]) {
      const rows = this.#rows.get(statement) ?? [];
      if (rows.length > 0) await tx.executeMany(statement, rows);
    }
  }
}

const NOBODY: ReadonlyMap<string, ImportedMember> = new Map();

/**
 * Brings a page of members along: who is not here is added; of who is, only what the old bot changed since the last
 * import follows. Every figure of `comparison` is then read back. Throws `ConflictError`.
 */
export async function writeMembers(
  run: ImportRun,
  page: readonly PlannedMember[],
  names: NameStore,
): Promise<void> {
  const { tx } = run;
  const ids = page.map((member) => member.discordId);
  const here = run.wasEmpty ? NOBODY : await findImported(tx, ids);
  const importedRanks = await findImportedRanks(tx, [...here.keys()]);
  const outcomes = new Map(page.map((member) => [member.discordId, names.outcome(member)]));
  const wanted = [...outcomes.values()].flatMap((found) => (found?.kind === 'account' ? found.userId : []));
  const holders = await findHolders(tx, wanted);
  const writes = new Writes();
  for (const member of page) {
    const existing = here.get(member.discordId);
    const account = accountFor(member, {
      outcome: outcomes.get(member.discordId),
      here: existing,
      holders,
      anomalies: run.anomalies,
    });
    if (existing !== undefined)
      update(
        run,
        writes,
        member,
        { ...existing, importedRankId: importedRanks.get(member.discordId) },
        account,
      );
    else if (isGone(run, member)) leaveOut(run, member);
    else add(run, writes, member, account);
  }
  await writes.send(tx);
  await readBack(run, page);
}

function add(run: ImportRun, writes: Writes, member: PlannedMember, account: Account): void {
  const { discordId, points, totalPoints } = member;
  const sums = { points, total_points: totalPoints };
  writes.add(ADD_MEMBER, {
    ...accountBinds(member, account),
    rank_id: member.rankId,
    ...sums,
    joined_at: member.joinedAt,
  });
  if (account?.userId != null) addLink(writes, member, account.userId);
  if (points !== 0 || totalPoints !== 0) addOpening(run, writes, discordId, points, totalPoints, 0);
  addChange(run, writes, discordId, null, member.rankId);
}

function update(
  run: ImportRun,
  writes: Writes,
  member: PlannedMember,
  here: ImportedMember & { readonly importedRankId: string | undefined },
  account: Account,
): void {
  const { discordId } = member;
  const points = change(run, 'points', member, here.points, member.points - here.opening.points);
  const lifetime = change(
    run,
    'lifetime points',
    member,
    here.totalPoints,
    member.totalPoints - here.opening.lifetime,
  );
  if (points !== 0 || lifetime !== 0) {
    const seen = { seen_points: here.points, seen_total: here.totalPoints };
    writes.add(SET_POINTS, {
      discord_id: discordId,
      points_delta: points,
      lifetime_delta: lifetime,
      ...seen,
    });
    addOpening(run, writes, discordId, points, lifetime, here.opening.entries);
  }
  const moved = here.importedRankId !== undefined && here.importedRankId !== member.rankId;
  if (moved && here.rankId === here.importedRankId) {
    writes.add(SET_RANK, { discord_id: discordId, rank_id: member.rankId, seen_rank_id: here.rankId });
    addChange(run, writes, discordId, here.rankId, member.rankId);
  } else if (here.rankId !== member.rankId) {
    run.anomalies.add('rank-kept', nameOf(member));
    if (member.isOldRank) run.comparison.explain('on their old rank', -1);
  }
  if (account === undefined || here.robloxUserId !== null) return;
  if (account.userId === null && account.name === here.robloxName) return;
  writes.add(SET_ACCOUNT, accountBinds(member, account));
  if (account.userId !== null) addLink(writes, member, account.userId);
}

/** What a sum changes by; it stops at 0. */
function change(
  run: ImportRun,
  what: 'points' | 'lifetime points',
  member: PlannedMember,
  here: number,
  wanted: number,
): number {
  if (here + wanted >= 0) return wanted;
  run.anomalies.add('points-stop-at-0', nameOf(member), `${here} ${what} here, ${-wanted} lost there`);
  run.comparison.explain(what, -here - wanted);
  return 0 - here;
}

function isGone({ seenUntil }: ImportRun, member: PlannedMember): boolean {
  return seenUntil !== undefined && member.isDated && member.joinedAt <= seenUntil;
}

function leaveOut({ anomalies, comparison }: ImportRun, member: PlannedMember): void {
  anomalies.add('deleted-here', nameOf(member), `${member.points} points, ${member.totalPoints} lifetime`);
  comparison.explain('members', -1);
  comparison.explain('points', -member.points);
  comparison.explain('lifetime points', -member.totalPoints);
  if (member.isOldRank) comparison.explain('on their old rank', -1);
}

async function readBack({ tx, comparison }: ImportRun, page: readonly PlannedMember[]): Promise<void> {
  const here = await findFigures(
    tx,
    page.map((member) => member.discordId),
  );
  comparison.now('members', here.size);
  for (const member of page) {
    const found = here.get(member.discordId);
    const isLinked = found !== undefined && found.roblox_user_id !== null ? 1 : 0;
    const isNamed = member.name === null ? 0 : 1;
    comparison.old('with a Roblox account', isNamed);
    comparison.now('with a Roblox account', isLinked);
    comparison.explain('with a Roblox account', isLinked - isNamed);
    comparison.now('points', found?.opening_points ?? 0);
    comparison.now('lifetime points', found?.opening_lifetime ?? 0);
    if (member.isOldRank && found?.rank_id === member.rankId) comparison.now('on their old rank', 1);
  }
}

function addOpening(
  run: ImportRun,
  writes: Writes,
  discordId: string,
  points: number,
  lifetime: number,
  earlier: number,
): void {
  writes.add(ADD_OPENING, {
    entry_id: run.newId(),
    member_id: discordId,
    points_delta: points,
    lifetime_delta: lifetime,
    once_key: `import:${discordId}:${earlier + 1}`,
    created_at: run.now,
  });
}

function addChange(run: ImportRun, writes: Writes, discordId: string, from: string | null, to: string): void {
  writes.add(ADD_CHANGE, {
    change_id: run.newId(),
    member_id: discordId,
    old_rank_id: from,
    new_rank_id: to,
    created_at: run.now,
  });
}

function addLink(writes: Writes, member: PlannedMember, userId: string): void {
  const link = { roblox_user_id: userId, discord_id: member.discordId };
  writes.add(DROP_LINK, link);
  writes.add(ADD_LINK, { ...link, linked_at: member.joinedAt });
}

function accountBinds(member: PlannedMember, account: Account): Binds {
  const userId = account?.userId ?? null;
  const name = account?.name ?? null;
  return {
    discord_id: member.discordId,
    roblox_user_id: userId,
    roblox_name: name,
    roblox_name_key: name === null ? null : nameKey(name),
    linked_at: userId === null ? null : member.joinedAt,
  };
}

function nameOf(member: PlannedMember): string {
  return `member ${member.discordId}${member.name === null ? '' : ` (${member.name})`}`;
}
