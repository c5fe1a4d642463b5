import { isRecord, listOf } from '../../local/emulator/plain.ts';
import type { Dice } from '../storm/random.ts';
import type { SentEnvelope } from '../support/envelope-test.ts';
import { ADMIN_CHANNEL } from '../support/identity.ts';
import { PEOPLE, type PlayedClan } from './clan.ts';

/** Something that somebody does, and what the model says of it. */
export interface Act {
  readonly name: string;
  readonly sent: Omit<SentEnvelope, 'id' | 'at'>;
  /** Whether the bot has to do it, as the clan is now. */
  readonly isAllowed: boolean;
  /** It can be done once, whoever does it: an administrator may do the same at the same moment. */
  readonly isOnce?: true;
  /** It works beside the main thread (a picture is decoded), so nothing happens at the same moment. */
  readonly isAlone?: true;
  /** What it changes, once the bot said that it is done. */
  readonly done: () => Promise<void> | void;
}

/** A button that can be pressed in the admin channel: what it stands for, and whom its message names first. */
export interface Offered {
  readonly recordId: string;
  readonly memberId: string;
}

/** The buttons of a kind that are not disabled. */
export function offered({ scene }: PlayedClan, key: string): readonly Offered[] {
  const messages = [...scene.guild.world.state.messages.values()].filter(
    ({ channelId }) => channelId === ADMIN_CHANNEL,
  );
  return messages.flatMap((message) =>
    message.components
      .flatMap((row) => (isRecord(row) ? listOf(row['components']) : []))
      .filter(isRecord)
      .filter(({ custom_id: id, disabled }) => String(id).startsWith(`${key}:`) && disabled !== true)
      .map(({ custom_id: id }) => ({
        recordId: String(id).slice(key.length + 1),
        memberId: /<@(\d+)>/.exec(JSON.stringify(message.embeds) + message.content)?.[1] ?? '',
      })),
  );
}

/** A reason by which what was said of an act is found again. */
export function marker(dice: Dice): string {
  return `reason-${dice.under(2 ** 31)}`;
}

export function officer(dice: Dice): string {
  return dice.one(PEOPLE.slice(0, 2));
}

/** One of those who are linked. */
export function anybody({ model }: PlayedClan, dice: Dice): string {
  return dice.one([...model.members.keys()]);
}
