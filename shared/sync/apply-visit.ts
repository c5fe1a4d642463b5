import { DatabaseError } from '../database/errors.ts';
import { deliverEffects } from '../outbox/deliver.ts';
import { effectState } from '../outbox/outbox-store.ts';
import type { ClanDelivery } from '../outbox/performer.ts';
import { PERFORMERS } from '../outbox/performers.ts';
import { rankById } from '../ranks/rank.ts';
import { RobloxError } from '../roblox/errors.ts';
import { applyExamined, giveRankRole, wantedRole } from './apply-examined.ts';
import type { Examined } from './examine-member.ts';
import type { SyncKnown, SyncRun } from './sync-clan.ts';
import { count, type SyncCount, withLines } from './sync-report.ts';
import { syncTexts } from './sync-texts.ts';

/** How one member came out. */
interface Ended {
  readonly as: SyncCount;
  readonly lines: readonly string[];
}

/**
 * Applies what differs: database first, then the Discord roles. `sayAll`: say also what was so at the last sync
 * (left the group, held); the hourly job does not repeat itself. One member's failure is a line, and the sync goes on.
 */
export function applyVisit(
  context: ClanDelivery,
  options: { readonly actorId: string | null; readonly deadline: number; readonly sayAll: boolean },
): SyncRun['visit'] {
  return async (examined, report, known) => {
    const ended = await visit(context, examined, known, options);
    return withLines(count(report, ended.as), ended.lines);
  };
}

async function visit(
  context: ClanDelivery,
  examined: Examined,
  known: SyncKnown,
  options: { readonly actorId: string | null; readonly deadline: number; readonly sayAll: boolean },
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
  context: ClanDelivery,
  examined: Examined,
  known: SyncKnown,
  options: { readonly actorId: string | null; readonly deadline: number },
): Promise<Ended> {
  const { member, reading } = examined;
  const id = member.discordId;
  const gone = reading.kind === 'left-group' && (await isAccountGone(context, member.robloxUserId));
  const { outcome, bothChanged } = await applyExamined(context, {
    reading,
    ranks: known.ranks,
    actorId: options.actorId,
  });
  switch (outcome.kind) {
    case 'moved': {
      const { from, to, change } = outcome;
      const lines = [syncTexts.moved(id, from, to, change.resetPoints)];
      if (bothChanged) lines.push(syncTexts.bothChanged(id, to));
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
  context: ClanDelivery,
  examined: Examined,
  known: SyncKnown,
  options: { readonly deadline: number; readonly sayAll?: boolean },
): Promise<Ended> {
  const { member } = examined;
  if (known.guildMembers === undefined) return { as: 'inSync', lines: [] };
  const held = known.guildMembers.get(member.discordId);
  if (held === undefined) {
    const line = syncTexts.leftServer(member.discordId, member.robloxName);
    return { as: 'skipped', lines: options.sayAll === true ? [line] : [] };
  }
  const wanted = wantedRole(member, known.ranks);
  if (wanted !== null && held.includes(wanted)) return { as: 'inSync', lines: [] };
  const effectId = await giveRankRole(context, member);
  const line = syncTexts.roleMissing(member.discordId, rankById(known.ranks, member.rankId));
  return deliver(context, effectId, { as: 'updated', lines: [line] }, examined, options);
}

async function deliver(
  context: ClanDelivery,
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
  if (state?.status === 'due') {
    return { ...ended, lines: [...ended.lines, syncTexts.effectWaiting(member.discordId)] };
  }
  return ended;
}

/** Asked only when somebody is newly missing from the group. Not knowing is no reason to say so. */
async function isAccountGone({ roblox, log }: ClanDelivery, userId: string): Promise<boolean> {
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
