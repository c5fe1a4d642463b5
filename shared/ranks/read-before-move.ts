import type { CommandContext } from '../context/command-context.ts';
import { otherMember } from '../context/named-member.ts';
import { UserError } from '../errors/user-error.ts';
import { requireLinked } from '../members/member.ts';
import { readOrRefuse } from '../refusals/read-or-refuse.ts';
import { moveTexts } from './move-texts.ts';
import { ranksOf } from './rank.ts';
import { readFromRoblox } from './roblox-place.ts';
import type { SyncFacts } from './sync-plan.ts';

/** A member whose rank somebody is about to change, with what Roblox says about them now. */
export type MoveStart = Omit<SyncFacts, 'hasOpenEffect'>;

/**
 * Reads what a rank change needs before it is made, in the order in which it is refused: not oneself and no bot,
 * linked, in the group. Roblox is the source of truth for a rank, so without its answer nothing is changed.
 * Throws `UserError` `no-member`, `not-yourself`, `not-bots`, `not-linked`, `left-group`, `account-gone`, and what
 * `readOrRefuse` throws.
 */
export async function readBeforeMove(context: CommandContext, named: unknown): Promise<MoveStart> {
  const { db, roblox } = context;
  const memberId = otherMember(context, named, 'rank');
  const member = await requireLinked(db, memberId, 'they', context.seen);
  const ranks = await ranksOf(db, context);
  const place = await readOrRefuse(
    context,
    (locale) => moveTexts(locale).robloxUnread,
    () => readFromRoblox(roblox, member),
  );
  if (place.kind === 'left-group') {
    throw new UserError('left-group', (locale) => moveTexts(locale).leftGroup(memberId));
  }
  if (place.kind === 'account-gone') {
    throw new UserError('account-gone', (locale) => moveTexts(locale).accountGone(memberId));
  }
  return { member, ranks, roblox: place, discord: { kind: 'unread' } };
}
