import { addToBlacklist, type Blacklisting, removeFromBlacklist } from '../../shared/blacklist/blacklist.ts';
import type { Answer } from '../../shared/context/command-context.ts';
import { namedMember, otherMember } from '../../shared/context/named-member.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { postTo } from '../../shared/settings/post-to-channel.ts';
import { cleanText, lengthOf } from '../../shared/text/typed-text.ts';
import type { Context } from './declaration.ts';
import { MAX_DAYS, MAX_REASON } from './limits.ts';
import { texts, withReason } from './texts.ts';

const DAY_MS = 86_400_000;

export async function add(context: Context<'command blacklist add'>): Promise<Answer> {
  const { interaction, actor, settings } = context;
  const memberId = otherMember(context, interaction.options['member'], 'blacklist');
  const now = context.now();
  const typed: Blacklisting = {
    discordId: memberId,
    reason: reasonOf(interaction.options['reason']),
    expiresAt: endOf(interaction.options['days'], now),
    createdBy: actor.id,
    createdAt: now,
  };
  return {
    change: async (tx) => {
      const { how, reason } = await addToBlacklist(tx, { ...typed, actorId: actor.id, now });
      const entry = { ...typed, reason };
      const forAdmins = texts(settings.locale);
      const logged = withReason(forAdmins.logAdded(entry, actor.id), entry, forAdmins);
      await postTo(tx, settings, 'admin', { content: logged });
      const said = texts(interaction.locale);
      const content =
        how === 'added'
          ? `${withReason(said.added(entry), entry, said)}\n${said.stillAllowed}`
          : withReason(said.changed(entry), entry, said);
      return { message: { content } };
    },
  };
}

export async function remove(context: Context<'command blacklist remove'>): Promise<Answer> {
  const { interaction, actor, settings } = context;
  const memberId = namedMember(interaction.options['member']);
  const now = context.now();
  return {
    change: async (tx) => {
      const held = await removeFromBlacklist(tx, memberId, now);
      if (held === undefined) {
        throw new UserError('not-blacklisted', (locale) => texts(locale).notListed(memberId));
      }
      await postTo(tx, settings, 'admin', {
        content: texts(settings.locale).logRemoved(memberId, actor.id),
      });
      return { message: { content: texts(interaction.locale).removed(memberId) } };
    },
  };
}

function reasonOf(option: string | number | boolean | undefined): string | null {
  const reason = cleanText(option);
  if (lengthOf(reason) > MAX_REASON) {
    throw new UserError('bad-reason', (locale) => texts(locale).badReason(MAX_REASON));
  }
  return reason === '' ? null : reason;
}

function endOf(option: string | number | boolean | undefined, now: number): number | null {
  if (option === undefined) return null;
  if (typeof option === 'number' && Number.isInteger(option) && option >= 1 && option <= MAX_DAYS) {
    return now + option * DAY_MS;
  }
  throw new UserError('bad-days', (locale) => texts(locale).badDays(MAX_DAYS));
}
