import { ImpossibleActionError } from './interaction-request.ts';
import type { GuildState } from './state.ts';
import type { World } from './world.ts';

/** Discord's limit of a display name. */
const MOST_LETTERS = 32;

/** Somebody whom Discord has not seen joins a guild, without a role. Returns the new person's id. */
export function joinGuild(world: World, guild: GuildState, given: string): string {
  const name = given.trim();
  const username = name.toLowerCase().replace(/[^a-z0-9_.]/g, '');
  if (name === '' || name.length > MOST_LETTERS || username === '') {
    throw new ImpossibleActionError(
      `A name has 1 to ${MOST_LETTERS} letters, one of them at least from a to z or a digit, not "${given}".`,
    );
  }
  for (const user of world.state.users.values()) {
    if (user.username === username)
      throw new ImpossibleActionError(`"${username}" is taken; choose another name.`);
  }
  const id = world.newId();
  world.state.users.set(id, { id, username, globalName: name, bot: false, dms: 'open' });
  guild.members.set(id, { userId: id, nick: null, roleIds: [], joinedAt: world.now() });
  world.changed();
  return id;
}
