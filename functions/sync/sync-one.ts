import type { Answer, CommandContext, Reply } from '../../shared/context/command-context.ts';
import { type LinkedMember, requireLinked } from '../../shared/members/member.ts';
import type { ChangeTransaction } from '../../shared/outbox/change-transaction.ts';
import { bothChangedText } from '../../shared/ranks/both-changed.ts';
import { hasOpenRobloxEffect } from '../../shared/ranks/open-roblox-effect.ts';
import { listRanks, type Rank, rankById } from '../../shared/ranks/rank.ts';
import { applyDecision, readFromRoblox, type SyncOutcome } from '../../shared/ranks/sync-member.ts';
import { changesSomething, comparePlaces, rankRoleStep } from '../../shared/sync/compare-places.ts';
import { type DiscordPlace, discordPlaces } from '../../shared/sync/discord-place.ts';
import { giveRankRole } from '../../shared/sync/give-rank-role.ts';
import { syncTexts } from '../../shared/sync/sync-texts.ts';
import { previewLine } from './preview-line.ts';
import { texts } from './texts.ts';
import { applyButton, embed } from './view.ts';

/** Compares one member in all three places; changes nothing. */
export async function previewOne(context: CommandContext, memberId: string): Promise<Answer> {
  const { db, roblox } = context;
  const member = await requireLinked(db, memberId, 'they');
  const ranks = await listRanks(db);
  const hasOpenEffect = await hasOpenRobloxEffect(db, memberId);
  const [reading, groupRoles, discord] = await Promise.all([
    readFromRoblox(roblox, ranks, member),
    roblox.groupRoles(),
    discordPlaces(context, ranks)(memberId),
  ]);
  const comparison = comparePlaces({ member, ranks, groupRoles, reading, discord, hasOpenEffect });
  const line = previewLine(comparison);
  if (line === undefined) return { message: embed(context, texts.previewTitle, texts.oneInSync(memberId)) };
  const applicable = changesSomething(comparison);
  const remark = applicable ? texts.pressApply : texts.nothingWould;
  return {
    message: {
      ...embed(context, texts.previewTitle, `${line}\n\n${remark}`),
      components: applicable ? [applyButton(memberId)] : [],
    },
  };
}

/** Brings one member to what Roblox says. The Discord role of the rank is given even when only that was missing. */
export async function syncOne(context: CommandContext, memberId: string): Promise<Answer> {
  const { db, roblox, settings, actor } = context;
  const member = await requireLinked(db, memberId, 'they');
  const ranks = await listRanks(db);
  const [reading, discord] = await Promise.all([
    readFromRoblox(roblox, ranks, member),
    discordPlaces(context, ranks)(memberId),
  ]);
  const newName = reading.kind === 'account-gone' ? undefined : reading.robloxName;
  const renamed = newName === undefined || newName === member.robloxName ? [] : [newName];
  return {
    change: async (tx) => {
      const apply = { reading, ranks, settings, actorId: actor.id, now: context.now() };
      const { line, effectId } = await outcomeOf(tx, await applyDecision(tx, apply), {
        member,
        ranks,
        discord,
      });
      const lines = [line, ...renamed.map((name) => syncTexts.renamed(memberId, member.robloxName, name))];
      return {
        message: { ...embed(context, texts.title, lines.join('\n')), components: [] },
        ...shows(effectId),
      };
    },
  };
}

/** What a sync of one member came to, and the effect that changes their Discord roles. */
async function outcomeOf(
  tx: ChangeTransaction,
  outcome: SyncOutcome,
  of: { readonly member: LinkedMember; readonly ranks: readonly Rank[]; readonly discord: DiscordPlace },
): Promise<{ line: string; effectId?: string }> {
  const { member, ranks, discord } = of;
  const id = member.discordId;
  if (outcome.kind === 'moved') {
    const { from, to, change, bothChanged } = outcome;
    const moved = syncTexts.moved(id, from, to, change.resetPoints);
    const line = bothChanged ? `${moved}\n${bothChangedText(id, to)}` : moved;
    return { line, effectId: change.discordEffectId };
  }
  if (outcome.kind !== 'in-sync') return { line: texts.outcome(id, texts.outcomes[outcome.kind]) };
  if (discord.kind === 'left-server') return { line: syncTexts.leftServer(id, member.robloxName) };
  if (discord.kind !== 'read') return { line: texts.discordAway(id) };
  const rank = rankById(ranks, member.rankId);
  const step = rankRoleStep(rank, discord);
  if (step === undefined) return { line: texts.inSync(id) };
  if (step.kind === 'no-role') return { line: syncTexts.roleRefused(id, step.reason) };
  return { line: syncTexts.roleMissing(id, rank), effectId: await giveRankRole(tx, id) };
}

function shows(effectId: string | undefined): Pick<Reply, 'shows'> {
  return effectId === undefined ? {} : { shows: [{ label: texts.discordRoles, effectId }] };
}
