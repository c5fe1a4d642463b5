import type { ClanContext } from '../context/clan-runtime.ts';
import { ranksOf } from '../ranks/rank.ts';
import { RobloxError } from '../roblox/errors.ts';
import { needsDisplayName, nicknameOf } from './nickname-of.ts';
import { findNamedMember, type NamedMember, namedMembersAfter } from './nickname-store.ts';

const MEMBERS_A_CHUNK = 500;
/** As many accounts as Roblox names in one call. */
const NAMES_A_CALL = 100;
/** More of them are not named: a report shows fewer. */
const MOST_REFUSED = 1_000;

/** A member whose nickname is another than the one that was set last. */
export interface DueNickname extends NamedMember {
  readonly wanted: string;
}

export interface DueNicknames {
  readonly due: readonly DueNickname[];
  /** Whose nickname Discord refused for good, or who were skipped, and who would have the same one again; 1,000 at most. */
  readonly refused: readonly NamedMember[];
  /** Behind whom to go on; undefined: from the beginning. */
  readonly next: string | undefined;
  /** The look came to the last member. */
  readonly isWhole: boolean;
}

/**
 * Whose nickname the template would change, behind the member `after`. Stops when `most` are found, or when `isOver`.
 * Templates with the display name ask Roblox for it, 100 members a call and `nameCalls` calls at most; a Roblox that does
 * not answer ends the look. Nobody whose nickname is on its way is among them. Throws `DatabaseError`.
 */
export async function dueNicknames(
  context: ClanContext,
  template: string,
  look: {
    readonly after: string | undefined;
    readonly most: number;
    readonly nameCalls: number;
    readonly isOver: () => boolean;
  },
): Promise<DueNicknames> {
  const { db, roblox, log } = context;
  const asks = needsDisplayName(template);
  const ranks = await ranksOf(db, context);
  const due: DueNickname[] = [];
  const refused: NamedMember[] = [];
  let after = look.after;
  for (let calls = 0; !look.isOver() && (!asks || calls < look.nameCalls); calls += 1) {
    const members = await namedMembersAfter(db, after, asks ? NAMES_A_CALL : MEMBERS_A_CHUNK);
    if (members.length === 0) return { due, refused, next: undefined, isWhole: true };
    let names = new Map<string, string>();
    try {
      const users = asks ? await roblox.usersById(members.map(({ member }) => member.robloxUserId)) : [];
      names = new Map(users.map((user) => [user.id, user.displayName]));
    } catch (error) {
      if (!(error instanceof RobloxError)) throw error;
      log.info('Display names could not be read, so nicknames wait', { error });
      break;
    }
    for (const named of members) {
      const { member, kept } = named;
      const displayName = names.get(member.robloxUserId);
      const wanted = nicknameOf(template, member, { ranks, displayName });
      // An account that is gone has no display name; the name that it had stays.
      const isKnown = !asks || displayName !== undefined;
      if (isKnown && wanted !== '' && wanted !== kept?.nickname) due.push({ ...named, wanted });
      else if (kept?.status === 'refused' && refused.length < MOST_REFUSED) refused.push(named);
      after = member.discordId;
      if (due.length >= look.most) return { due, refused, next: after, isWhole: false };
    }
  }
  return { due, refused, next: after, isWhole: false };
}

/**
 * The nickname that one member is to get, where it differs from the one set last; with a template of the display name it is
 * asked for. Undefined: none, the clan sets none, or they are not linked. Throws `RobloxError`.
 */
export async function dueNickname(context: ClanContext, memberId: string): Promise<string | undefined> {
  const { db, roblox, settings } = context;
  const { nickname: template } = settings;
  const named = template === null ? undefined : await findNamedMember(db, memberId);
  if (template === null || named === undefined) return undefined;
  const { member, kept } = named;
  const [user] = needsDisplayName(template) ? await roblox.usersById([member.robloxUserId]) : [];
  const wanted = nicknameOf(template, member, {
    ranks: await ranksOf(db, context),
    displayName: user?.displayName,
  });
  return wanted === '' || wanted === kept?.nickname ? undefined : wanted;
}
