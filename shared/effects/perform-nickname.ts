import { DiscordError, isDiscordCode } from '../discord/errors.ts';
import { obstacleTo } from '../nicknames/nickname-obstacle.ts';
import { needsDisplayName, nicknameOf } from '../nicknames/nickname-of.ts';
import { findNamedMember, keepNickname } from '../nicknames/nickname-store.ts';
import type { Effect } from '../outbox/effect.ts';
import { ranksOf } from '../ranks/rank.ts';
import { auditTexts } from './audit-texts.ts';
import { LEFT_SERVER } from './perform-discord-roles.ts';
import type { DeliveryContext, EffectResult, Perform } from './performer.ts';
import { storedResults } from './result-texts.ts';
import { isUnauthorized } from './service-pause.ts';

type Nickname = Extract<Effect, { kind: 'nickname' }>;

/**
 * Gives a member the nickname that the clan's template gives them now, whatever it was when the effect was written. The
 * name that was set last is kept, so that none is written twice; so is one that Discord refuses for good, which is not
 * tried again until another name is due. The server's owner and members above the bot are skipped. No refusal of a name
 * counts towards a pause of Discord: it says something about one member, not about the bot's access.
 */
export const performNickname: Perform<Nickname> = async ({ memberId }, context) => {
  const { db, discord, roblox, settings } = context;
  const { nickname: template } = settings;
  if (template === null) return { done: storedResults.noNicknames };
  const known = await findNamedMember(db, memberId);
  if (known === undefined) return { done: storedResults.nobodyToName };
  const { member, kept } = known;
  const [user] = needsDisplayName(template) ? await roblox.usersById([member.robloxUserId]) : [];
  const ranks = await ranksOf(db, context);
  const wanted = nicknameOf(template, member, { ranks, displayName: user?.displayName });
  if (wanted === '') return { failed: storedResults.emptyName };
  if (kept?.nickname === wanted) {
    return {
      done: kept.status === 'set' ? storedResults.nothingToChange : (kept.reason ?? storedResults.leftAsIs),
    };
  }
  const person = await discord.member(memberId);
  if (person === undefined) return { done: LEFT_SERVER };
  const obstacle = await obstacleTo(context, person);
  if (obstacle?.of === 'bot') return { failed: obstacle.reason };
  if (obstacle !== undefined) return skipped(context, memberId, wanted, obstacle.reason);
  if (person.nick !== wanted) {
    const refused = await rename(context, memberId, wanted);
    if (refused !== undefined) return refused;
  }
  await keepNickname(db, memberId, { nickname: wanted, status: 'set', reason: null }, context.now());
  return { done: person.nick === wanted ? storedResults.nothingToChange : wanted };
};

/** Undefined: done. Throws what passes by itself or is fixed by a new token. */
async function rename(
  context: DeliveryContext,
  memberId: string,
  wanted: string,
): Promise<EffectResult | undefined> {
  try {
    await context.discord.setNickname(memberId, wanted, auditTexts(context.settings.locale).nickname);
    return undefined;
  } catch (error) {
    if (isDiscordCode(error, 'unknownMember', 'unknownUser')) return { done: LEFT_SERVER };
    if (!(error instanceof DiscordError) || error.retryable || isUnauthorized(error)) throw error;
    const reason = isDiscordCode(error, 'missingPermissions', 'missingAccess')
      ? storedResults.renameRefused
      : error.message;
    await keepNickname(context.db, memberId, { nickname: wanted, status: 'refused', reason }, context.now());
    return { failed: reason };
  }
}

async function skipped(
  { db, now }: DeliveryContext,
  memberId: string,
  wanted: string,
  why: string,
): Promise<EffectResult> {
  const reason = storedResults.leftBecause(why);
  await keepNickname(db, memberId, { nickname: wanted, status: 'refused', reason }, now());
  return { done: reason };
}
