import type { CommandContext, Reply } from '../../shared/context/command-context.ts';
import { clip, escapeMarkdown } from '../../shared/discord/text.ts';
import type { ChangeTransaction } from '../../shared/outbox/change-transaction.ts';
import { linkMember } from '../../shared/ranks/link-member.ts';
import { ranksOf } from '../../shared/ranks/rank.ts';
import type { GroupRole } from '../../shared/roblox/client.ts';
import { embedColor } from '../../shared/settings/embed-color.ts';
import { postTo } from '../../shared/settings/post-to-channel.ts';
import { texts } from './texts.ts';

/** Links, tells the admin channel, and says what the member now has. */
export async function completeLink(
  tx: ChangeTransaction,
  context: CommandContext,
  account: {
    readonly user: { readonly id: string; readonly name: string };
    readonly roleIds: readonly string[];
    readonly groupRoles: readonly GroupRole[];
  },
): Promise<Reply> {
  const { actor, interaction, settings } = context;
  const t = texts(interaction.locale);
  const clanTexts = texts(settings.locale);
  const { user, roleIds, groupRoles } = account;
  const linked = await linkMember(tx, {
    discordId: actor.id,
    roblox: { userId: user.id, name: user.name },
    roleIds,
    groupRoles,
    ranks: await ranksOf(tx, context),
    settings,
    now: context.now(),
  });
  const { before } = linked;
  const rank = escapeMarkdown(clip(linked.rank.name, 100));
  const otherName = before !== undefined && before.robloxUserId !== user.id ? before.robloxName : null;
  await postTo(tx, settings, 'admin', {
    content: [
      clanTexts.adminLog(actor.id, user.name, user.id, rank),
      ...(otherName === null ? [] : [clanTexts.accountBefore(otherName)]),
    ].join(' '),
  });
  const lines = [
    t.linked(user.name, rank),
    ...(linked.mapped ? [] : [t.unmapped(rank)]),
    ...(before === undefined ? [] : [t.kept(before.points, before.totalPoints)]),
    t.next,
  ];
  return {
    message: {
      embeds: [{ title: t.linkedTitle, description: lines.join('\n'), color: embedColor(settings) }],
      components: [],
    },
    shows: [
      { label: t.verifiedRole, effectId: linked.verifiedEffectId },
      { label: t.rankRole, effectId: linked.discordEffectId },
      ...(linked.nicknameEffectId === undefined
        ? []
        : [{ label: t.nickname, effectId: linked.nicknameEffectId }]),
    ],
  };
}
