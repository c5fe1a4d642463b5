import type { Settings } from '../clans/settings.ts';
import type { CommandContext, Reply } from '../context/command-context.ts';
import { errorText } from '../errors/error-text.ts';
import { UserError } from '../errors/user-error.ts';
import { holdToLimit } from '../guards/hold-to-limit.ts';
import { findMember, type LinkedMember, linkedMember } from '../members/member.ts';
import type { ChangeTransaction } from '../outbox/change-transaction.ts';
import { applySync, type Moved } from './apply-sync.ts';
import { changeRank } from './change-rank.ts';
import { moveTexts } from './move-texts.ts';
import { type Rank, rankById } from './rank.ts';
import type { MoveStart } from './read-before-move.ts';

export interface Move {
  readonly cause: 'promote' | 'demote' | 'set-rank' | 'card';
  /**
   * The rank to move to, decided on the member after the sync; or a reply, when there is none and something else
   * was changed instead. Throws `UserError` when nothing was. May run again with the transaction.
   */
  readonly choose: (member: LinkedMember, current: Rank) => Rank | Reply | Promise<Rank | Reply>;
}

/**
 * Brings the member to what Roblox says, then moves them as `choose` decides, with the effects for Discord, Roblox
 * and a direct message; the reply shows each with its own mark. When the sync moved the member and `choose` then
 * refuses, the sync stays and the reply says both.
 */
export async function moveMember(
  tx: ChangeTransaction,
  context: CommandContext,
  start: MoveStart,
  move: Move,
): Promise<Reply> {
  const { actor, interaction, settings } = context;
  const { ranks } = start;
  const memberId = start.member.discordId;
  const now = context.now();
  const limit = await holdToLimit(tx, context, { kind: 'ranks', amount: 1 });
  if ('message' in limit) return limit;
  const {
    plan,
    moved,
    member: unmoved,
  } = await applySync(tx, { facts: start, settings, actorId: actor.id, now });
  if (plan.differences.some(({ kind }) => kind === 'changed-meanwhile')) {
    throw new UserError('changed-meanwhile', (locale) => moveTexts(locale).changedMeanwhile(memberId));
  }
  const member = linkedMember(unmoved ?? (await findMember(tx, memberId)), memberId, 'they');
  const from = rankById(ranks, member.rankId);
  const to = await chosen(() => move.choose(member, from), moved, context);
  if ('message' in to) return withSync(to, moved, context);

  const change = await changeRank(tx, {
    member,
    to,
    ranks,
    cause: move.cause,
    actorId: actor.id,
    settings,
    now,
    roblox: 'write',
  });
  await limit.use();
  const up = to.order > from.order;
  const directEffect = await tx.addEffect({
    kind: 'dm',
    userId: memberId,
    message: { content: directMessage(settings, to, { up, resetPoints: change.resetPoints }) },
  });
  const texts = moveTexts(interaction.locale);
  const lines = [
    ...(moved === undefined ? [] : [texts.syncedFirst(moved.from, moved.to)]),
    texts.moved(memberId, from, to),
    ...(change.resetPoints > 0 ? [texts.pointsReset(change.resetPoints)] : []),
    texts.databaseDone,
  ];
  return {
    message: { content: lines.join('\n') },
    shows: [
      { label: texts.discordLine, effectId: change.discordEffectId },
      ...(change.robloxEffectId === undefined
        ? []
        : [{ label: texts.robloxLine, effectId: change.robloxEffectId }]),
      ...(change.nicknameEffectId === undefined
        ? []
        : [{ label: texts.nicknameLine, effectId: change.nicknameEffectId }]),
      { label: texts.directMessageLine, effectId: directEffect },
    ],
  };
}

/** It goes to the member, so it is in the clan's language. */
function directMessage(
  { clan_name, locale }: Settings,
  to: Rank,
  { up, resetPoints }: { readonly up: boolean; readonly resetPoints: number },
): string {
  const texts = moveTexts(locale);
  const said = up ? texts.promoted(clan_name, to) : texts.changed(clan_name, to);
  return resetPoints > 0 ? `${said} ${texts.progressReset}` : said;
}

/** A refusal is only a reply when the sync has something to keep; otherwise it undoes the transaction. */
async function chosen(
  choose: () => ReturnType<Move['choose']>,
  synced: Moved | undefined,
  { interaction }: CommandContext,
): Promise<Rank | Reply> {
  try {
    return await choose();
  } catch (error) {
    if (!(error instanceof UserError) || synced === undefined) throw error;
    return { message: { content: errorText(error.text(interaction.locale), error.code, interaction.id) } };
  }
}

function withSync(reply: Reply, synced: Moved | undefined, { interaction }: CommandContext): Reply {
  if (synced === undefined) return reply;
  const texts = moveTexts(interaction.locale);
  return {
    message: { content: `${texts.syncedOnly(synced.from, synced.to)}\n${reply.message.content ?? ''}` },
    shows: [{ label: texts.discordLine, effectId: synced.change.discordEffectId }, ...(reply.shows ?? [])],
  };
}
