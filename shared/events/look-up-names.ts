import type { Queryable } from '../database/database.ts';
import type { Logger } from '../log/logger.ts';
import { findMembersByName, findMembersByRobloxUser, nameKey } from '../members/member.ts';
import { refusalText } from '../refusals/read-or-refuse.ts';
import type { RobloxClient } from '../roblox/client.ts';
import { RobloxError } from '../roblox/errors.ts';
import { type KnownNames, MAX_PARTICIPANTS } from './participants.ts';
import { participantTexts } from './texts.ts';
import { joinedNames, mentionedId, typedNames } from './typed-names.ts';

/** A name that an account can have; Roblox is asked about no other. */
const ROBLOX_NAME = /^\w{3,20}$/;

export interface LookedUp extends KnownNames {
  /** For the reply, when names could not be looked up at Roblox. Markdown. */
  readonly notes: readonly string[];
}

/**
 * Looks the typed names up: among the clan's members, and at Roblox those that no member has on record, since
 * somebody who changed their name there may be named by the new one. At most 300 names are asked about, 100 a call.
 * A Roblox that does not answer or refuses is a note, no error.
 */
export async function lookUpNames(
  { db, roblox, log }: { readonly db: Queryable; readonly roblox: RobloxClient; readonly log: Logger },
  typed: string,
  locale?: string,
): Promise<LookedUp> {
  const names = typedNames(typed)
    .filter((name) => mentionedId(name) === undefined)
    .flatMap((name) => [name, ...(joinedNames(name) ?? [])]);
  const members = await findMembersByName(db, names);
  const known = new Set(members.keys());
  const renamed = new Map<string, string>();
  const keys = new Set(names.filter((name) => ROBLOX_NAME.test(name)).map(nameKey));
  const unknown = [...keys].filter((key) => !known.has(key)).slice(0, MAX_PARTICIPANTS);
  const looked: KnownNames = {
    isKnown: (name) => known.has(nameKey(name)),
    renamed: (name) => renamed.get(nameKey(name)),
  };
  if (unknown.length === 0) return { ...looked, notes: [] };
  try {
    const users = await roblox.usersByName(unknown);
    const holders = await findMembersByRobloxUser(
      db,
      users.map((user) => user.id),
    );
    for (const user of users) {
      known.add(nameKey(user.name));
      const holder = holders.get(user.id);
      if (holder !== undefined) renamed.set(nameKey(user.name), holder.discordId);
    }
    return { ...looked, notes: [] };
  } catch (error) {
    if (!(error instanceof RobloxError)) throw error;
    log.info('Typed names could not be looked up at Roblox', { error });
    return { ...looked, notes: [refusalText(locale, error, participantTexts(locale).notLookedUp)] };
  }
}
