import type { Settings } from '../../shared/clans/settings.ts';
import type { CommandContext } from '../../shared/context/command-context.ts';
import { escapeMarkdown } from '../../shared/discord/text.ts';
import type { ClanEvent } from '../../shared/events/event.ts';
import type { Member } from '../../shared/members/member.ts';
import type { ChangeTransaction } from '../../shared/outbox/change-transaction.ts';
import { texts } from './texts.ts';

/**
 * A direct message to each who got points and to the submitter; one message when the submitter is both. The
 * reviewer, who knows, is sent none. Returns their effects.
 */
export async function sendAwards(
  tx: ChangeTransaction,
  { actor, settings }: CommandContext,
  event: ClanEvent,
  awarded: readonly Member[],
): Promise<readonly string[]> {
  const t = texts(settings.locale);
  const clan = settings.clan_name;
  const each = event.points ?? 0;
  const parts = new Map<string, string[]>();
  if (event.hostId !== null && event.hostId !== actor.id) {
    parts.set(event.hostId, [approvedMessage(settings, event, awarded.length)]);
  }
  for (const member of awarded) {
    const award = `${t.awarded(event.type, clan, each)} ${t.balance(member)}`;
    parts.set(member.discordId, [...(parts.get(member.discordId) ?? []), award]);
  }
  const effectIds: string[] = [];
  for (const [userId, lines] of parts) {
    effectIds.push(await tx.addEffect({ kind: 'dm', userId, message: { content: lines.join('\n') } }));
  }
  return effectIds;
}

function approvedMessage(
  { locale, clan_name }: Pick<Settings, 'locale' | 'clan_name'>,
  event: ClanEvent,
  awarded: number,
): string {
  const t = texts(locale);
  const said = t.approvedMessage(
    escapeMarkdown(event.type),
    escapeMarkdown(clan_name),
    awarded,
    event.points ?? 0,
  );
  return event.note === null ? said : `${said}\n${t.noteIs(escapeMarkdown(event.note))}`;
}
