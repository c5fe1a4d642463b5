import type { ClanContext } from '../context/clan-runtime.ts';
import { DatabaseError } from '../database/errors.ts';
import { makeSnowflake } from '../discord/snowflake.ts';
import { deliverEffects } from '../effects/deliver.ts';
import { LEFT_SERVER } from '../effects/perform-discord-roles.ts';
import { PERFORMERS } from '../effects/performers.ts';
import { changeTransaction } from '../outbox/change-transaction.ts';
import { effectState } from '../outbox/outbox-store.ts';
import { bothChangedText } from '../ranks/both-changed.ts';
import { rankById } from '../ranks/rank.ts';
import { RobloxError } from '../roblox/errors.ts';
import { applyExamined } from './apply-examined.ts';
import { rankRoleStep } from './compare-places.ts';
import { placeInGuild } from './discord-place.ts';
import type { Examined } from './examine-member.ts';
import { giveRankRole } from './give-rank-role.ts';
import type { SyncKnown, SyncRun } from './sync-clan.ts';
import { count, type SyncCount, withLines } from './sync-report.ts';
import { syncTexts } from './sync-texts.ts';

interface VisitOptions {
  readonly actorId: string | null;
  /** Unix milliseconds. */
  readonly deadline: number;
  readonly sayAll: boolean;
}

/** How one member came out. */
interface Ended {
  readonly as: SyncCount;
  readonly lines: readonly string[];
}

/**
 * Applies what differs: database first, then the Discord roles. `sayAll`: say also what was so at the last sync
 * (left the group, held); the hourly job does not repeat itself. One member's failure is a line, and the sync goes on.
 */
export function applyVisit(context: ClanContext, options: VisitOptions): SyncRun['visit'] {
  return async (examined, report, known) => {
    const ended = await visit(context, examined, known, options);
    return withLines(count(report, ended.as), ended.lines);
  };
}

async function visit(
  context: ClanContext,
  examined: Examined,
  known: SyncKnown,
  options: VisitOptions,
): Promise<Ended> {
  const { member } = examined;
  try {
    if (examined.isNew) return await apply(context, examined, known, options);
    if (examined.kind !== 'in-sync') {
      return { as: 'skipped', lines: options.sayAll ? [unchangedLine(examined, known)] : [] };
    }
    return await keepRole(context, examined, known, options);
  } catch (error) {
    if (error instanceof DatabaseError && error.retryable) throw error;
    context.log.error('A member could not be synced', { member: member.discordId, error });
    const reason = error instanceof Error ? error.message : 'unknown error';
    return { as: 'failed', lines: [syncTexts.memberFailed(member.discordId, reason)] };
  }
}

async function apply(
  context: ClanContext,
  examined: Examined,
  known: SyncKnown,
  options: VisitOptions,
): Promise<Ended> {
  const { member, reading } = examined;
  const id = member.discordId;
  const gone = reading.kind === 'left-group' && (await isAccountGone(context, member.robloxUserId));
  const outcome = await applyExamined(context, { reading, ranks: known.ranks, actorId: options.actorId });
  switch (outcome.kind) {
    case 'moved': {
      const { from, to, change } = outcome;
      const lines = [syncTexts.moved(id, from, to, change.resetPoints)];
      // The log channel, which gets the job's report, is told already.
      if (outcome.bothChanged && options.sayAll) lines.push(bothChangedText(id, to));
      return deliver(context, change.discordEffectId, { as: 'updated', lines }, examined, options);
    }
    case 'in-sync':
      return keepRole(context, examined, known, options);
    case 'left-group':
      return {
        as: 'skipped',
        lines: [(gone ? syncTexts.accountGone : syncTexts.leftGroup)(id, member.robloxName)],
      };
    case 'account-gone':
      return { as: 'skipped', lines: [syncTexts.accountGone(id, member.robloxName)] };
    case 'unmapped':
      return { as: 'skipped', lines: [syncTexts.unmapped(id, member.robloxName)] };
    case 'roblox-pending':
      return { as: 'skipped', lines: [syncTexts.pending(id)] };
    case 'held':
      return { as: 'skipped', lines: [syncTexts.held(id, rankById(known.ranks, member.rankId))] };
    case 'changed-meanwhile':
      return { as: 'skipped', lines: [syncTexts.changedMeanwhile(id)] };
  }
}

/** With the guild's members listed: gives a rank role that is missing. Roles of other kinds are not looked at. */
async function keepRole(
  context: ClanContext,
  examined: Examined,
  known: SyncKnown,
  options: VisitOptions,
): Promise<Ended> {
  const { member } = examined;
  const skipped = (line: string): Ended => ({ as: 'skipped', lines: options.sayAll ? [line] : [] });
  if (known.guild === undefined) return { as: 'inSync', lines: [] };
  const place = placeInGuild(known.guild, member.discordId);
  if (place.kind !== 'read') return skipped(syncTexts.leftServer(member.discordId, member.robloxName));
  const rank = rankById(known.ranks, member.rankId);
  const step = rankRoleStep(rank, place);
  if (step === undefined) return { as: 'inSync', lines: [] };
  if (step.kind === 'no-role') return skipped(syncTexts.roleRefused(member.discordId, step.reason));
  const { db, now, random } = context;
  const base = makeSnowflake(now(), random);
  const effectId = await db.transaction((tx) =>
    giveRankRole(changeTransaction(tx, { base, now: now() }), member.discordId),
  );
  const line = syncTexts.roleMissing(member.discordId, rank);
  return deliver(context, effectId, { as: 'updated', lines: [line] }, examined, options);
}

async function deliver(
  context: ClanContext,
  effectId: string,
  ended: Ended,
  { member }: Examined,
  options: { readonly deadline: number },
): Promise<Ended> {
  await deliverEffects(context, [effectId], { deadline: options.deadline, performers: PERFORMERS });
  const state = await effectState(context.db, effectId);
  if (state?.status === 'failed') {
    const line = syncTexts.effectFailed(member.discordId, state.result ?? '');
    return { as: 'failed', lines: [...ended.lines, line] };
  }
  if (state?.result === LEFT_SERVER) {
    const line = syncTexts.leftServer(member.discordId, member.robloxName);
    return { ...ended, lines: [...ended.lines, line] };
  }
  if (state?.status === 'due') {
    return { ...ended, lines: [...ended.lines, syncTexts.effectWaiting(member.discordId)] };
  }
  return ended;
}

/** Asked only when somebody is newly missing from the group. Not knowing is no reason to say so. */
async function isAccountGone({ roblox, log }: ClanContext, userId: string): Promise<boolean> {
  try {
    return (await roblox.usersById([userId])).length === 0;
  } catch (error) {
    if (!(error instanceof RobloxError)) throw error;
    log.info('Roblox could not say whether an account still exists', { error });
    return false;
  }
}

function unchangedLine({ member, kind }: Examined, { ranks }: SyncKnown): string {
  const { discordId, robloxName } = member;
  if (kind === 'held') return syncTexts.held(discordId, rankById(ranks, member.rankId));
  return kind === 'unmapped'
    ? syncTexts.unmapped(discordId, robloxName)
    : syncTexts.leftGroup(discordId, robloxName);
}
