import type { Settings } from '../clans/settings.ts';
import type { Queryable } from '../database/database.ts';
import { clip, escapeMarkdown, mention } from '../discord/text.ts';
import { catalogue } from '../languages/catalogue.ts';
import type { Member } from '../members/member.ts';
import type { ChangeTransaction } from '../outbox/change-transaction.ts';
import { postTo } from '../settings/post-to-channel.ts';
import type { Rank } from './rank.ts';
import { type RankChangeCause, rankChangesOf } from './rank-change.ts';

/** What people do with commands; a sync, a link and the bot's own corrections follow Roblox anyway. */
const BY_PEOPLE: readonly RankChangeCause[] = ['promote', 'demote', 'set-rank', 'card'];

/**
 * Whether somebody changed this rank with a command that Roblox has not taken over: after Roblox was last read, or
 * in a way that Roblox refused.
 */
export async function changedHereToo(q: Queryable, member: Member): Promise<boolean> {
  const [latest] = await rankChangesOf(q, member.discordId, 1);
  if (latest === undefined || !BY_PEOPLE.includes(latest.cause)) return false;
  return latest.robloxState === 'refused' || latest.createdAt > (member.syncedAt ?? 0);
}

const texts = catalogue({
  en: { said: (rank: string) => `Changed in Discord and on Roblox; Roblox wins with ${rank}.` },
  de: { said: (rank) => `In Discord und auf Roblox geändert; es gilt Roblox mit ${rank}.` },
  'es-ES': { said: (rank) => `Cambiado en Discord y en Roblox; vale lo de Roblox: ${rank}.` },
  fr: { said: (rank) => `Changé dans Discord et sur Roblox ; c’est Roblox qui compte, avec ${rank}.` },
  'pt-BR': { said: (rank) => `Alterado no Discord e no Roblox; vale o do Roblox: ${rank}.` },
});

export function bothChangedText(to: Rank, locale: string | undefined): string {
  return texts(locale).said(`**${escapeMarkdown(clip(to.name, 100))}**`);
}

/** Tells the log channel, in the clan's language. */
export async function logBothChanged(
  tx: ChangeTransaction,
  settings: Settings,
  change: { readonly memberId: string; readonly to: Rank },
): Promise<void> {
  await postTo(tx, settings, 'log', {
    content: `${mention(change.memberId)}: ${bothChangedText(change.to, settings.locale)}`,
  });
}
