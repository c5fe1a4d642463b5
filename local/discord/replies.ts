import { type ShownMessage, shownMessage } from './shown-message.ts';
import type { InteractionState } from './state.ts';
import type { World } from './world.ts';

/** What an interaction has led to so far. */
export interface InteractionReply {
  readonly interactionId: string;
  readonly state: InteractionState['state'];
  /** The type of the first response, 4 to 9. */
  readonly acknowledgedAs: number | null;
  /** The reply; after types 6 and 7 the message that carries the component. Undefined when deleted or not yet there. */
  readonly original: ShownMessage | undefined;
  /** How often the original was edited with the interaction's token. */
  readonly originalEdits: number;
  readonly originalDeleted: boolean;
  readonly followUps: readonly ShownMessage[];
  readonly modal: unknown;
  readonly choices: unknown;
  /** What the member reads in the end: the last follow-up, else the original. */
  readonly last: ShownMessage | undefined;
  /** Grows with everything that happens to this interaction: its response, edits, follow-ups, a deletion. */
  readonly changes: number;
}

export function replyOf(world: World, interactionId: string): InteractionReply {
  const interaction = world.state.interactions.get(interactionId);
  if (interaction === undefined) throw new Error(`The emulator sent no interaction ${interactionId}.`);
  const shown = (id: string | null) => {
    const message = id === null ? undefined : world.state.messages.get(id);
    return message === undefined ? [] : [shownMessage(world, message)];
  };
  const [original] = shown(interaction.originalId);
  const followUps = interaction.followUpIds.flatMap(shown);
  return {
    interactionId,
    state: interaction.state,
    acknowledgedAs: interaction.acknowledgedAs,
    original,
    originalEdits: interaction.originalEdits,
    originalDeleted: interaction.originalDeleted,
    followUps,
    modal: interaction.modal,
    choices: interaction.choices,
    last: followUps.at(-1) ?? original,
    changes:
      (interaction.state === 'pending' ? 0 : 1) +
      interaction.originalEdits +
      (interaction.originalDeleted ? 1 : 0) +
      followUps.reduce((sum, message) => sum + 1 + message.edits, 0),
  };
}

/** Nothing more is to be expected by default: an edit or follow-up came, or the first response was the whole answer. */
export function isAnswered(reply: InteractionReply): boolean {
  if (reply.state === 'failed') return true;
  if (reply.state === 'pending') return false;
  const deferred = reply.acknowledgedAs === 5 || reply.acknowledgedAs === 6;
  return !deferred || reply.originalEdits > 0 || reply.followUps.length > 0;
}

/**
 * Resolves as soon as `until` holds, which is asked again whenever the interaction's messages change. Rejects with
 * what there was after `timeoutMs`.
 */
export function waitForReply(
  world: World,
  interactionId: string,
  until: (reply: InteractionReply) => boolean,
  timeoutMs: number,
): Promise<InteractionReply> {
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      world.events.off('interaction', look);
      settle();
    };
    const look = (changed: string) => {
      if (changed !== interactionId) return;
      const reply = replyOf(world, interactionId);
      if (until(reply)) finish(() => resolve(reply));
    };
    const timer = setTimeout(() => {
      const reply = replyOf(world, interactionId);
      const seen = `${reply.state}, response type ${reply.acknowledgedAs}, ${reply.originalEdits} edits, ${reply.followUps.length} follow-ups, last text: ${reply.last?.text ?? 'none'}`;
      finish(() =>
        reject(new Error(`Interaction ${interactionId} got no answer within ${timeoutMs} ms (${seen}).`)),
      );
    }, timeoutMs);
    world.events.on('interaction', look);
    try {
      look(interactionId);
    } catch (error) {
      finish(() => reject(error));
    }
  });
}
