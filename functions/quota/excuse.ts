import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { otherMember } from '../../shared/context/named-member.ts';
import { pageNumber } from '../../shared/discord/page-buttons.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { findMembersById, isLinked, requireLinked } from '../../shared/members/member.ts';
import { excuse, excuseAll } from '../../shared/quota/excuses.ts';
import { postTo } from '../../shared/settings/post-to-channel.ts';
import { cleanText, lengthOf } from '../../shared/text/typed-text.ts';
import { chosenWeek } from './chosen-week.ts';
import type { Context } from './declaration.ts';
import { MAX_REASON } from './limits.ts';
import { page } from './show.ts';
import { texts } from './texts.ts';

const MOST_AT_ONCE = 25;

/** Excuses somebody else for one of the last weeks. Throws `UserError` `bad-reason`, `bad-week`, `not-linked`. */
export async function excuseMember(context: Context<'command quota excuse'>): Promise<Answer> {
  const { interaction, actor, settings } = context;
  const { options } = interaction;
  const memberId = otherMember(context, options.member, 'quota');
  const week = chosenWeek(context, options.week);
  const reason = cleanText(options.reason);
  if (reason === '' || lengthOf(reason) > MAX_REASON) {
    throw new UserError('bad-reason', (locale) => texts(locale).badReason(MAX_REASON));
  }
  return {
    change: async (tx) => {
      await requireLinked(tx, memberId, 'they', context.seen);
      await excuse(tx, memberId, { weekKey: week.key, reason, actorId: actor.id, now: context.now() });
      const excused = { actorId: actor.id, memberIds: [memberId], monday: week.monday };
      const content = texts(settings.locale).loggedBecause(excused, reason);
      const effectId = await postTo(tx, settings, 'admin', { content });
      const said = texts(interaction.locale);
      return {
        message: { content: said.excused(memberId, week.monday) },
        shows: effectId === undefined ? [] : [{ label: said.logLine, effectId }],
      };
    },
  };
}

/** The select of a page: `quota.excuse:<week>:<page>`. The page then shows them as excused. */
export async function excuseOnPage(context: CommandContext): Promise<Answer> {
  const { interaction, actor, settings } = context;
  const week = chosenWeek(context, interaction.recordId);
  const fields: Readonly<Record<string, readonly string[]>> = interaction.fields;
  const chosen = [...new Set(Object.values(fields).flat())].filter((id) => /^\d{17,20}$/.test(id));
  const others = chosen.filter((id) => id !== actor.id).slice(0, MOST_AT_ONCE);
  if (others.length === 0) {
    throw new UserError('not-yourself', (locale) => texts(locale).notYourself);
  }
  return {
    change: async (tx) => {
      const now = context.now();
      const known = await findMembersById(tx, others);
      const memberIds = [...known.values()].filter(isLinked).map(({ discordId }) => discordId);
      const [first] = others;
      if (memberIds.length === 0 && first !== undefined) await requireLinked(tx, first, 'they', context.seen);
      await excuseAll(tx, memberIds, { weekKey: week.key, reason: null, actorId: actor.id, now });
      const excused = { actorId: actor.id, memberIds, monday: week.monday };
      await postTo(tx, settings, 'admin', { content: texts(settings.locale).logged(excused) });
      return page(tx, context, week, pageNumber(interaction.argument));
    },
  };
}
