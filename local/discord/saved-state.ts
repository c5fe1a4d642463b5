import * as z from 'zod/mini';
import { type DiscordState, emptyState } from './state.ts';

/** The maps as lists of pairs; guilds have maps of their own. */
export function savedDiscordState(state: DiscordState): unknown {
  return {
    users: [...state.users],
    guilds: [...state.guilds].map(([id, guild]) => [
      id,
      { ...guild, roles: [...guild.roles], members: [...guild.members] },
    ]),
    channels: [...state.channels],
    messages: [...state.messages],
    attachments: [...state.attachments],
    interactions: [...state.interactions],
    commands: [...state.commands],
    audit: state.audit,
  };
}

// The file is written by this emulator only, so its outer shape is checked and the values are trusted.
function pairs<T>() {
  return z.array(z.tuple([z.string(), z.custom<T>((value) => typeof value === 'object' && value !== null)]));
}
type ValueOf<M> = M extends Map<string, infer V> ? V : never;
type Guild = ValueOf<DiscordState['guilds']>;

export const SavedDiscord = z.object({
  users: pairs<ValueOf<DiscordState['users']>>(),
  guilds: z.array(
    z.tuple([
      z.string(),
      z.object({
        id: z.string(),
        name: z.string(),
        ownerId: z.string(),
        roles: pairs<ValueOf<Guild['roles']>>(),
        members: pairs<ValueOf<Guild['members']>>(),
      }),
    ]),
  ),
  channels: pairs<ValueOf<DiscordState['channels']>>(),
  messages: pairs<ValueOf<DiscordState['messages']>>(),
  attachments: pairs<ValueOf<DiscordState['attachments']>>(),
  interactions: pairs<ValueOf<DiscordState['interactions']>>(),
  commands: pairs<ValueOf<DiscordState['commands']>>(),
  audit: z.array(
    z.custom<DiscordState['audit'][number]>((value) => typeof value === 'object' && value !== null),
  ),
});

/** Reads what `savedDiscordState` wrote; `undefined` gives an empty state. */
export function restoredDiscordState(parsed: z.infer<typeof SavedDiscord> | undefined): DiscordState {
  if (parsed === undefined) return emptyState();
  return {
    users: new Map(parsed.users),
    guilds: new Map(
      parsed.guilds.map(([id, guild]) => [
        id,
        { ...guild, roles: new Map(guild.roles), members: new Map(guild.members) },
      ]),
    ),
    channels: new Map(parsed.channels),
    messages: new Map(parsed.messages),
    attachments: new Map(parsed.attachments),
    interactions: new Map(parsed.interactions),
    commands: new Map(parsed.commands),
    audit: parsed.audit,
  };
}
