import type { CommandContext } from '../../shared/context/command-context.ts';
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
  const clan = settings.clan_name;
  const parts = new Map<string, string[]>();
  if (event.hostId !== null && event.hostId !== actor.id) {
    parts.set(event.hostId, [texts.approvedMessage(event, clan, awarded.length)]);
  }
  for (const member of awarded) {
    const award = texts.awardMessage(event.type, clan, event.points ?? 0, member);
    parts.set(member.discordId, [...(parts.get(member.discordId) ?? []), award]);
  }
  const effectIds: string[] = [];
  for (const [userId, lines] of parts) {
    effectIds.push(await tx.addEffect({ kind: 'dm', userId, message: { content: lines.join('\n') } }));
  }
  return effectIds;
}
