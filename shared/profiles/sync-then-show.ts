import type { Answer, CommandContext, Reply } from '../context/command-context.ts';
import type { Queryable } from '../database/database.ts';
import { findMember, type LinkedMember, type Member } from '../members/member.ts';
import { applySync, type Synced } from '../ranks/apply-sync.ts';
import { ranksOf } from '../ranks/rank.ts';
import { readFromRobloxOrRefuse } from '../ranks/roblox-place.ts';
import { syncedSentences } from '../ranks/say-sync.ts';
import { refusalText } from '../refusals/read-or-refuse.ts';
import { profileTexts } from './texts.ts';

/** Reads a member's rank at Roblox, carries out what follows from it, and shows the member with what was found. */
export async function syncThenShow(
  context: CommandContext,
  member: LinkedMember,
  show: (q: Queryable, lines: readonly string[], member: Member | undefined) => Promise<Reply>,
): Promise<Answer> {
  const { db, settings } = context;
  const texts = profileTexts(context.interaction.locale);
  const ranks = await ranksOf(db, context);
  const roblox = await readFromRobloxOrRefuse(context, member);
  if (roblox.kind === 'away') {
    return show(
      db,
      [`⚠️ ${refusalText(context.interaction.locale, roblox.error, texts.robloxUnread)}`],
      member,
    );
  }
  return {
    change: async (tx) => {
      const facts = { member, ranks, roblox, discord: { kind: 'unread' } } as const;
      const synced = await applySync(tx, { facts, settings, actorId: null, now: context.now() });
      const { discordEffectId } = synced;
      const after = await findMember(tx, member.discordId);
      const reply = await show(tx, profileLines(context.interaction.locale, synced), after);
      return discordEffectId === undefined
        ? reply
        : { ...reply, shows: [{ label: texts.discordRoles, effectId: discordEffectId }] };
    },
  };
}

/** A new name and a change that came between are no news here: what is shown is read after them. */
function profileLines(locale: string | undefined, synced: Synced): readonly string[] {
  const { plan, moved } = synced;
  const differences = plan.differences.filter(
    ({ kind }) => kind !== 'changed-meanwhile' && kind !== 'renamed',
  );
  const mark = moved === undefined ? '⚠️' : '🔄';
  const told = { ...synced, plan: { ...plan, differences } };
  return syncedSentences(locale, told, { bothChanged: false }).map((sentence) => `${mark} ${sentence}`);
}
