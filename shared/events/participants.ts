import { UserError } from '../errors/user-error.ts';
import type { Person } from '../interactions/interaction.ts';
import { nameKey } from '../members/name-key.ts';
import { participantTexts } from './texts.ts';
import { joinedNames, mentionedId, typedNames } from './typed-names.ts';

/** Somebody named in a submission: a Discord member, or a Roblox name that may or may not be a member's. */
export interface Participant {
  /** The same for everybody who was named the same way; unique within the event. */
  readonly key: string;
  /** Also of a name that Roblox says is a member's new one. */
  readonly discordId: string | null;
  /** As typed. Not escaped. */
  readonly robloxName: string | null;
  /** The ledger entry of the award, when there is one. */
  readonly entryId: string | null;
}

/** What is known about typed names; without it, "and" and "&" join nothing. */
export interface KnownNames {
  /** Whether a member or a Roblox account has this name. */
  readonly isKnown: (name: string) => boolean;
  /** The member of whom Roblox says that this is the name now, while the clan knows an earlier one. */
  readonly renamed: (name: string) => string | undefined;
}

/** More people than any event has; keeps one approval within one short transaction. */
export const MAX_PARTICIPANTS = 300;
const MAX_NAME = 64;
const MAX_KEY = 80;
const NOTHING_KNOWN: KnownNames = { isKnown: () => false, renamed: () => undefined };

/**
 * Who took part, from the selected members and the typed names, each once and in the order given; bots are left
 * out. Names come as `typedNames` reads them, a mention among them is a Discord member, and "and" or "&" separates
 * two names when both are known.
 * Throws `UserError` `no-participants`, `too-many-participants` and `bad-name`.
 */
export function readParticipants(
  selected: readonly Person[],
  names: string,
  known: KnownNames = NOTHING_KNOWN,
): readonly Participant[] {
  const all = [
    ...selected.filter((person) => !person.isBot).map((person) => discordParticipant(person.id)),
    ...typedNames(names)
      .flatMap((name) => separated(name, known))
      .map((name) => typedParticipant(name, known)),
  ];
  const byKey = new Map<string, Participant>();
  for (const participant of all) {
    if (!byKey.has(participant.key)) byKey.set(participant.key, participant);
  }
  if (byKey.size === 0) throw new UserError('no-participants', (locale) => participantTexts(locale).none);
  if (byKey.size > MAX_PARTICIPANTS) {
    throw new UserError('too-many-participants', (locale) =>
      participantTexts(locale).tooMany(byKey.size, MAX_PARTICIPANTS),
    );
  }
  return [...byKey.values()];
}

function separated(name: string, { isKnown }: KnownNames): readonly string[] {
  const parts = isKnown(name) ? undefined : joinedNames(name);
  return parts?.every(isKnown) ? parts : [name];
}

function typedParticipant(name: string, { renamed }: KnownNames): Participant {
  const mentioned = mentionedId(name);
  if (mentioned !== undefined) return discordParticipant(mentioned);
  const key = `r:${nameKey(name)}`;
  if (name.length > MAX_NAME || key.length > MAX_KEY) {
    throw new UserError('bad-name', (locale) => participantTexts(locale).badName(name));
  }
  return { key, discordId: renamed(name) ?? null, robloxName: name, entryId: null };
}

function discordParticipant(id: string): Participant {
  return { key: `d:${id}`, discordId: id, robloxName: null, entryId: null };
}
