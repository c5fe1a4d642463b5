import type { CommandContext, Reply } from '../context/command-context.ts';
import { errorText } from '../errors/error-text.ts';
import { UserError } from '../errors/user-error.ts';
import type { ChangeTransaction } from '../outbox/change-transaction.ts';
import { postTo } from '../settings/post-to-channel.ts';
import { reachedMessage } from './guard-message.ts';
import { fitsAt, type GuardKind, markTold, readGuard, usedOf, useGuard } from './hourly-guard.ts';
import { guardTexts } from './texts.ts';

/** A use that is within the limit. */
export interface WithinLimit {
  /** Writes it down. To be called last, once it is certain. Throws `ConflictError` when others used it meanwhile. */
  readonly use: () => Promise<void>;
}

/**
 * Holds whoever acts to what one person may do in 60 minutes (`points.officer_hourly_max`, `ranks.hourly_max`). Within
 * it: gives the use, which is to be written down with the change. Beyond it, the first time in an hour: a reply that
 * refuses, and a message to the admin channel in this transaction, which must change nothing else. After that throws
 * `UserError` `hourly-limit`.
 */
export async function holdToLimit(
  tx: ChangeTransaction,
  context: CommandContext,
  { kind, amount }: { readonly kind: GuardKind; readonly amount: number },
): Promise<WithinLimit | Reply> {
  const { actor, interaction, settings } = context;
  const now = context.now();
  const max = kind === 'points' ? settings.points.officer_hourly_max : settings.ranks.hourly_max;
  const guard = await readGuard(tx, actor.id, kind, now);
  if (guard === undefined) return { use: async () => undefined };
  const used = usedOf(guard);
  if (used + amount <= max) return { use: () => useGuard(tx, guard, amount, now) };

  const free = fitsAt(guard, amount, max);
  const refusal = new UserError('hourly-limit', (locale) => {
    const texts = guardTexts(locale);
    const lines = [
      texts.refused[kind]({ amount, used, max }),
      free === undefined ? texts.neverFits : texts.fitsAt(free),
    ];
    if (settings.channels.admin === null) lines.push(texts.noAdminChannel);
    else if (free !== undefined) lines.push(texts.adminMayLift);
    return lines.join(' ');
  });
  if (guard.toldAt !== undefined || settings.channels.admin === null) throw refusal;
  await markTold(tx, guard, now);
  await postTo(
    tx,
    settings,
    'admin',
    reachedMessage({ discordId: actor.id, kind, max, toldAt: now }, settings),
  );
  return {
    message: { content: errorText(refusal.text(interaction.locale), refusal.code, interaction.id) },
    isRefusal: true,
  };
}
