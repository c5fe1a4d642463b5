import { refusals } from './api-error.ts';
import { byPath, type DiscordCall, type DiscordRoutes, done, ok, parameter } from './call.ts';
import { FLAGS, MessageBody, parseMessageBody } from './message-body.ts';
import { messageJson } from './message-json.ts';
import type { InteractionState, MessageState } from './state.ts';
import { createMessage, deleteMessage, editMessage } from './write-message.ts';

const TOKEN_LIFE_MS = 15 * 60_000;

/**
 * The interaction of a webhook token. 10015 before the acknowledgement has arrived (and after it failed), 50027
 * for a token that nobody was given or that is older than 15 minutes.
 */
function interactionOf(call: DiscordCall): InteractionState {
  const applicationId = parameter(call, 'webhook_id');
  if (!call.world.applications.some((entry) => entry.applicationId === applicationId))
    throw refusals.unknownWebhook();
  const token = parameter(call, 'webhook_token');
  for (const interaction of call.world.state.interactions.values()) {
    if (interaction.token !== token || interaction.applicationId !== applicationId) continue;
    if (interaction.expired || call.world.now() > interaction.createdAt + TOKEN_LIFE_MS)
      throw refusals.expiredToken();
    if (interaction.state !== 'acknowledged') throw refusals.unknownWebhook();
    return interaction;
  }
  throw refusals.expiredToken();
}

function originalOf(call: DiscordCall, interaction: InteractionState): MessageState {
  const message =
    interaction.originalId === null ? undefined : call.world.state.messages.get(interaction.originalId);
  if (message === undefined) throw refusals.unknownMessage();
  return message;
}

/** A follow-up of this interaction, or its original by id. */
function messageOf(call: DiscordCall, interaction: InteractionState): MessageState {
  const id = parameter(call, 'message_id');
  const message = call.world.state.messages.get(id);
  if (message === undefined || (id !== interaction.originalId && !interaction.followUpIds.includes(id)))
    throw refusals.unknownMessage();
  return message;
}

function edit(call: DiscordCall, interaction: InteractionState, message: MessageState) {
  editMessage(call.world, message, parseMessageBody(MessageBody, call.body), call.files);
  if (message.id === interaction.originalId) interaction.originalEdits += 1;
  call.world.events.emit('interaction', interaction.id);
  return ok(messageJson(call.world, message));
}

function remove(call: DiscordCall, interaction: InteractionState, message: MessageState) {
  deleteMessage(call.world, message);
  if (message.id === interaction.originalId) interaction.originalDeleted = true;
  call.world.events.emit('interaction', interaction.id);
  return done;
}

function followUp(call: DiscordCall) {
  const { world } = call;
  const interaction = interactionOf(call);
  const body = parseMessageBody(MessageBody, call.body);
  const original =
    interaction.originalId === null ? undefined : world.state.messages.get(interaction.originalId);
  if (original !== undefined && (original.flags & FLAGS.LOADING) !== 0) {
    // The first follow-up takes the place of "thinking" and inherits its visibility, not its own flags'.
    editMessage(world, original, body, call.files);
    interaction.originalEdits += 1;
    world.events.emit('interaction', interaction.id);
    return ok(messageJson(world, original));
  }
  const application = world.applications.find((entry) => entry.applicationId === interaction.applicationId);
  const message = createMessage(world, body, call.files, {
    channelId: interaction.channelId,
    authorId: application === undefined ? interaction.applicationId : world.botUserId(application),
    interactionId: interaction.id,
    visibleTo: ((body.flags ?? 0) & FLAGS.EPHEMERAL) !== 0 ? interaction.userId : undefined,
  });
  interaction.followUpIds.push(message.id);
  world.events.emit('interaction', interaction.id);
  return ok(messageJson(world, message));
}

const ORIGINAL = '/webhooks/{webhook_id}/{webhook_token}/messages/@original';
const MESSAGE = '/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}';

export const webhookRoutes: DiscordRoutes = {
  'POST /webhooks/{webhook_id}/{webhook_token}': byPath(followUp),
  [`GET ${ORIGINAL}`]: byPath((call) => ok(messageJson(call.world, originalOf(call, interactionOf(call))))),
  [`PATCH ${ORIGINAL}`]: byPath((call) => {
    const interaction = interactionOf(call);
    return edit(call, interaction, originalOf(call, interaction));
  }),
  [`DELETE ${ORIGINAL}`]: byPath((call) => {
    const interaction = interactionOf(call);
    return remove(call, interaction, originalOf(call, interaction));
  }),
  [`GET ${MESSAGE}`]: byPath((call) => ok(messageJson(call.world, messageOf(call, interactionOf(call))))),
  [`PATCH ${MESSAGE}`]: byPath((call) => {
    const interaction = interactionOf(call);
    return edit(call, interaction, messageOf(call, interaction));
  }),
  [`DELETE ${MESSAGE}`]: byPath((call) => {
    const interaction = interactionOf(call);
    return remove(call, interaction, messageOf(call, interaction));
  }),
};
