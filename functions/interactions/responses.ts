import { InteractionResponseFlags, InteractionResponseType } from 'discord-interactions';
import { errorText } from '../../shared/errors/error-text.ts';

const { EPHEMERAL } = InteractionResponseFlags;
const Type = InteractionResponseType;

/** Discord's JSON for the first response to an interaction (API v10, "Interaction response object"). */
export type Response =
  | { readonly type: InteractionResponseType.PONG }
  | { readonly type: InteractionResponseType.CHANNEL_MESSAGE_WITH_SOURCE; readonly data: object }
  | {
      readonly type: InteractionResponseType.DEFERRED_CHANNEL_MESSAGE_WITH_SOURCE;
      readonly data?: { readonly flags: number };
    }
  | { readonly type: InteractionResponseType.DEFERRED_UPDATE_MESSAGE }
  | {
      readonly type: InteractionResponseType.APPLICATION_COMMAND_AUTOCOMPLETE_RESULT;
      readonly data: { readonly choices: readonly Choice[] };
    }
  | { readonly type: InteractionResponseType.MODAL; readonly data: object };

export interface Choice {
  readonly name: string;
  readonly value: string;
}

export const PONG: Response = { type: Type.PONG };
export const NO_CHOICES: Response = choicesOf([]);

/** What is answered when the function that handles the interaction has it, by how its route is declared. */
export const ACKNOWLEDGEMENTS: Readonly<Record<'public' | 'ephemeral' | 'update', Response>> = {
  public: { type: Type.DEFERRED_CHANNEL_MESSAGE_WITH_SOURCE },
  ephemeral: { type: Type.DEFERRED_CHANNEL_MESSAGE_WITH_SOURCE, data: { flags: EPHEMERAL } },
  update: { type: Type.DEFERRED_UPDATE_MESSAGE },
};

export function choicesOf(choices: readonly Choice[]): Response {
  return { type: Type.APPLICATION_COMMAND_AUTOCOMPLETE_RESULT, data: { choices } };
}

/** A message that only the member sees, in place of an acknowledgement. */
export function refusal(text: string, code: string, interactionId: string): Response {
  const content = errorText(text, code, interactionId);
  return {
    type: Type.CHANNEL_MESSAGE_WITH_SOURCE,
    data: { content, flags: EPHEMERAL, allowed_mentions: { parse: [] } },
  };
}
