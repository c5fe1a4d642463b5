import * as z from 'zod/mini';
import { refusals } from './api-error.ts';
import { applyResponse } from './apply-response.ts';
import { byPath, type DiscordCall, type DiscordRoutes, done, flag, ok, parameter } from './call.ts';
import { FLAGS, parseMessageBody } from './message-body.ts';
import { messageJson } from './message-json.ts';
import type { InteractionState } from './state.ts';

const Callback = z.looseObject({ type: z.int() });
/** Response types whose message is given back: a reply, and an edit of the message that a component is on. */
const WITH_MESSAGE = [4, 7];

/** What `with_response` asks for: the interaction, and the message that the response made or edited. */
function callbackJson({ world }: DiscordCall, interaction: InteractionState): Record<string, unknown> {
  const type = interaction.acknowledgedAs ?? 0;
  const message =
    interaction.originalId === null ? undefined : world.state.messages.get(interaction.originalId);
  const made = type === 4 || type === 5 ? message : undefined;
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      ...(made === undefined
        ? {}
        : {
            response_message_id: made.id,
            response_message_loading: (made.flags & FLAGS.LOADING) !== 0,
            response_message_ephemeral: interaction.ephemeral,
          }),
      channel_id: interaction.channelId,
      ...(interaction.guildId === null ? {} : { guild_id: interaction.guildId }),
    },
    ...(message !== undefined && WITH_MESSAGE.includes(type)
      ? { resource: { type, message: messageJson(world, message) } }
      : {}),
  };
}

/** The other way to answer an interaction, which this bot does not use: by its callback URL. */
export const callbackRoutes: DiscordRoutes = {
  'POST /interactions/{interaction_id}/{interaction_token}/callback': byPath((call) => {
    const interaction = call.world.state.interactions.get(parameter(call, 'interaction_id'));
    if (interaction === undefined || interaction.token !== parameter(call, 'interaction_token'))
      throw refusals.unknownInteraction();
    if (interaction.state === 'failed') throw refusals.unknownInteraction();
    if (interaction.state === 'acknowledged') throw refusals.alreadyAcknowledged();
    applyResponse(call.world, interaction, parseMessageBody(Callback, call.body), call.files);
    return flag(call, 'with_response') ? ok(callbackJson(call, interaction)) : done;
  }),
};
