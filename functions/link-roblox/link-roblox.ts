import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import type { Message } from '../../shared/discord/message.ts';
import { CHALLENGE_MS, openChallenge } from '../../shared/members/link-challenge.ts';
import { requireFreeAccount } from '../../shared/ranks/link-member.ts';
import type { RobloxUser } from '../../shared/roblox/client.ts';
import { embedColor } from '../../shared/settings/embed-color.ts';
import { completeLink } from './complete-link.ts';
import type { Context } from './declaration.ts';
import { findAccount, rolesInGroup } from './find-account.ts';
import { makeCode } from './profile-code.ts';
import { texts } from './texts.ts';

/**
 * Finds the account and checks that it is in the group and free. Then asks for a code in its profile, or links at
 * once where the clan's settings say `group-only`.
 */
export async function linkRoblox(context: Context<'command link-roblox'>): Promise<Answer> {
  const { interaction, actor, db, settings } = context;
  const user = await findAccount(context, interaction.options['username']);
  const roles = await rolesInGroup(context, user);
  await requireFreeAccount(db, { discordId: actor.id, robloxUserId: user.id, now: context.now() });
  if (settings.verification === 'group-only') {
    return { change: (tx) => completeLink(tx, context, { user, ...roles }) };
  }
  const code = makeCode(context.random);
  const now = context.now();
  return {
    change: async (tx) => {
      const challengeId = tx.newId();
      await openChallenge(tx, {
        challengeId,
        discordId: actor.id,
        robloxUserId: user.id,
        robloxName: user.name,
        code,
        now,
      });
      return { message: codeMessage(context, { challengeId, user, code, expiresAt: now + CHALLENGE_MS }) };
    },
  };
}

function codeMessage(
  { interaction, settings }: CommandContext,
  challenge: {
    readonly challengeId: string;
    readonly user: RobloxUser;
    readonly code: string;
    readonly expiresAt: number;
  },
): Message {
  const { user, code, expiresAt } = challenge;
  const t = texts(interaction.locale);
  return {
    embeds: [
      {
        title: t.codeTitle,
        description: t.codeSteps(user.name, user.id, code, expiresAt),
        color: embedColor(settings),
      },
    ],
    components: [
      {
        type: 1,
        components: [{ type: 2, style: 3, label: t.check, custom_id: `link.check:${challenge.challengeId}` }],
      },
    ],
  };
}
