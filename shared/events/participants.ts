import { UserError } from '../errors/user-error.ts';
import type { Person } from '../interactions/interaction.ts';
import { nameKey } from '../members/name-key.ts';
import { participantTexts } from './texts.ts';

/** Somebody named in a submission: a Discord member, or a Roblox name that may or may not be a member's. */
export interface Participant {
  /** The same for everybody who was named the same way; unique within the event. */
  readonly key: string;
  readonly discordId: string | null;
  /** As typed. Not escaped. */
  readonly robloxName: string | null;
  /** The ledger entry of the award, when there is one. */
  readonly entryId: string | null;
}

/** More people than any event has; keeps one approval within one short transaction. */
export const MAX_PARTICIPANTS = 300;
const MAX_NAME = 64;
const MAX_KEY = 80;

/**
 * Who took part, from the selected members and the typed names, each once and in the order given; bots are left
 * out. Names are separated by commas, semicolons or line ends; a mention among them is a Discord member.
 * Throws `UserError` `no-participants`, `too-many-participants` and `bad-name`.
 */
export function readParticipants(selected: readonly Person[], names: string): readonly Participant[] {
  const typed = names.split(/[,;\n\r\u2028\u2029]+/).map(withoutDecoration);
  const all = [
    ...selected.filter((person) => !person.isBot).map((person) => discordParticipant(person.id)),
    ...typed.filter((name) => name !== '').map(typedParticipant),
  ];
  const byKey = new Map<string, Participant>();
  for (const participant of all) {
    if (!byKey.has(participant.key)) byKey.set(participant.key, participant);
  }
  if (byKey.size === 0) throw new UserError('no-participants', participantTexts.none);
  if (byKey.size > MAX_PARTICIPANTS) {
    throw new UserError('too-many-participants', participantTexts.tooMany(byKey.size, MAX_PARTICIPANTS));
  }
  return [...byKey.values()];
}

function typedParticipant(name: string): Participant {
  const mentioned = /^<@!?(\d{17,20})>$/.exec(name)?.[1];
  if (mentioned !== undefined) return discordParticipant(mentioned);
  const plain = withoutDecoration(name.replace(/^@+/, ''));
  const key = `r:${nameKey(plain)}`;
  if (plain.length > MAX_NAME || key.length > MAX_KEY || plain === '') {
    throw new UserError('bad-name', participantTexts.badName(name));
  }
  return { key, discordId: null, robloxName: plain, entryId: null };
}

function discordParticipant(id: string): Participant {
  return { key: `d:${id}`, discordId: id, robloxName: null, entryId: null };
}

/** Without what people put around names in a list: bullets, quotes, and marks that nobody sees. */
function withoutDecoration(name: string): string {
  return name
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .trim()
    .replace(/^[-*•·]\s+/, '')
    .replace(/^(["'`])(.*)\1$/, '$2')
    .trim();
}
