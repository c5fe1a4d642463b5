import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import {
  findChallenge,
  isOpen,
  type LinkChallenge,
  useChallenge,
} from '../../shared/members/link-challenge.ts';
import { completeLink } from './complete-link.ts';
import { orRefuse, rolesInGroup } from './find-account.ts';
import { holdsCode } from './profile-code.ts';
import { texts } from './texts.ts';

/** The "Check" button: reads the profile, and links when the code is in it. A code that is missing stays valid. */
export async function checkCode(context: CommandContext): Promise<Answer> {
  const { actor, roblox } = context;
  const challenge = await openChallengeOf(context);
  const user = await orRefuse(context, () => roblox.user(challenge.robloxUserId));
  if (user === undefined) throw new UserError('account-gone', (locale) => texts(locale).accountGone);
  if (!holdsCode(user.about, challenge.code)) {
    throw new UserError('code-missing', (locale) => texts(locale).codeMissing(challenge.code));
  }
  const roles = await rolesInGroup(context, user);
  return {
    change: async (tx) => {
      const use = { challengeId: challenge.challengeId, discordId: actor.id, now: context.now() };
      if (!(await useChallenge(tx, use)))
        throw new UserError('no-challenge', (locale) => texts(locale).noChallenge);
      return completeLink(tx, context, { user, ...roles });
    },
  };
}

async function openChallengeOf(context: CommandContext): Promise<LinkChallenge> {
  const { interaction, actor, db } = context;
  const challenge = await findChallenge(db, interaction.recordId ?? '');
  if (challenge === undefined) throw new UserError('no-challenge', (locale) => texts(locale).noChallenge);
  if (challenge.discordId !== actor.id) throw new UserError('not-yours', (locale) => texts(locale).notYours);
  if (challenge.usedAt !== null) throw new UserError('code-used', (locale) => texts(locale).used);
  if (!isOpen(challenge, context.now()))
    throw new UserError('code-expired', (locale) => texts(locale).expired);
  return challenge;
}
