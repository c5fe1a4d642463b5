import type { Answer, CommandContext, Reply } from '../../shared/context/command-context.ts';
import { ConflictError } from '../../shared/database/errors.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import type { Member } from '../../shared/members/member.ts';
import type { ChangeTransaction } from '../../shared/outbox/change-transaction.ts';
import { applyRevert, MAX_REVERTED, planRevert, type RevertPlan } from '../../shared/points/revert.ts';
import { findRevert, markApplied } from '../../shared/points/revert-store.ts';
import { offerPromotions } from '../../shared/ranks/promotion-cards.ts';
import { ranksOf } from '../../shared/ranks/rank.ts';
import { embedColor } from '../../shared/settings/embed-color.ts';
import { postTo } from '../../shared/settings/post-to-channel.ts';
import { awardTexts } from './award-texts.ts';
import { refuseOwn } from './revert.ts';
import { planLines, scopeLines, sumsLine } from './revert-message.ts';
import { revertTexts } from './revert-texts.ts';
import { texts as pointTexts } from './texts.ts';

/** More messages than this are not followed one by one by the reply. */
const FOLLOWED = 100;

/** The Apply button of a preview: takes back what is still there of it, once. */
export async function applyPreview(context: CommandContext): Promise<Answer> {
  const { actor, interaction, settings } = context;
  const revertId = interaction.recordId ?? '';
  return {
    change: async (tx) => {
      const now = context.now();
      const revert = await findRevert(tx, revertId);
      if (revert === undefined)
        throw new UserError('no-such-revert', (locale) => revertTexts(locale).noSuchRevert);
      const { scope, appliedAt } = revert;
      refuseOwn(context, scope.officerId);
      if (appliedAt !== null) {
        throw new UserError('applied-before', (locale) => revertTexts(locale).appliedBefore(appliedAt));
      }
      if (!(await markApplied(tx, revertId, now)))
        throw new ConflictError(`${revertId} was applied meanwhile`);
      const plan = await planRevert(tx, scope, actor.id);
      if (plan.entries === 0)
        throw new UserError('nothing-left', (locale) => revertTexts(locale).nothingLeft);
      const by = { actorId: actor.id, now, timeZone: settings.time_zone, newId: tx.newId };
      const after = await applyRevert(tx, plan, by);
      const messages = await sendMessages(tx, context, plan, after);
      const log = [
        revertTexts(settings.locale).adminLog(actor.id),
        ...scopeLines(scope, settings.locale),
        sumsLine(plan, settings.locale),
      ];
      const logEffect = await postTo(tx, settings, 'admin', { content: log.join('\n') });
      const ranks = await ranksOf(tx, context);
      const cards = await offerPromotions(tx, { members: after, ranks, settings, now });
      return appliedReply(context, plan, { messages, logEffect, cards: cards.length });
    },
  };
}

async function sendMessages(
  tx: ChangeTransaction,
  { settings }: CommandContext,
  { members }: RevertPlan,
  after: readonly Member[],
): Promise<readonly string[]> {
  const texts = revertTexts(settings.locale);
  const effectIds: string[] = [];
  for (const [index, { member, entries, taken }] of members.entries()) {
    const sums = after[index] ?? member;
    const head = texts.messageHead(settings.clan_name, entries.length);
    const content = `${head}\n${texts.messageSums(texts.change(taken), sums)}`;
    effectIds.push(await tx.addEffect({ kind: 'dm', userId: member.discordId, message: { content } }));
  }
  return effectIds;
}

function appliedReply(
  { settings, interaction: { locale } }: CommandContext,
  plan: RevertPlan,
  effects: {
    readonly messages: readonly string[];
    readonly logEffect: string | undefined;
    readonly cards: number;
  },
): Reply {
  const { messages, logEffect, cards } = effects;
  const texts = revertTexts(locale);
  const said = pointTexts(locale);
  const [first, ...others] = messages;
  const isFollowed = messages.length <= FOLLOWED;
  const lines = [...planLines(plan, locale)];
  if (!isFollowed) lines.push(texts.manyMessages(messages.length));
  if (cards > 0) lines.push(awardTexts(locale).cards(cards));
  if (plan.hasMore) lines.push(texts.hasMore(MAX_REVERTED));
  if (logEffect === undefined) lines.push(said.noAdminChannel);
  const embed = { title: texts.doneTitle, description: lines.join('\n'), color: embedColor(settings) };
  return {
    message: { embeds: [embed], components: [] },
    shows: [
      ...(first !== undefined && isFollowed
        ? [{ label: texts.directMessagesLine, effectId: first, others, afterwards: true }]
        : []),
      ...(logEffect === undefined ? [] : [{ label: said.adminLogLine, effectId: logEffect }]),
    ],
  };
}
