import * as z from 'zod/mini';
import { refusals } from './api-error.ts';
import { type BotCall, byBot, type DiscordRoutes, done, ok, parameter } from './call.ts';
import { MessageBody, parseMessageBody } from './message-body.ts';
import { messageJson } from './message-json.ts';
import type { ChannelState, MessageState } from './state.ts';
import { channelJson } from './user-json.ts';
import { createMessage, deleteMessage, editMessage } from './write-message.ts';

const NONCE_LIFE_MS = 5 * 60_000;
const OpenDm = z.object({
  recipient_id: z.pipe(
    z.union([z.string(), z.int()]),
    z.transform((id: string | number) => `${id}`),
  ),
});

function post(call: BotCall) {
  const { world, application } = call;
  const channel = world.channelFor(application, parameter(call, 'channel_id'));
  world.requireIn(application, channel, 'SEND_MESSAGES');
  if (channel.recipientId !== null) requireOpenDm(call, channel.recipientId);
  const body = parseMessageBody(MessageBody, call.body);
  if ((body.embeds ?? []).length > 0) world.requireIn(application, channel, 'EMBED_LINKS');
  if (call.files.size > 0) world.requireIn(application, channel, 'ATTACH_FILES');
  const authorId = world.botUserId(application);
  if (body.enforce_nonce === true && (body.nonce ?? '') !== '') {
    const earlier = findByNonce(call, authorId, body.nonce ?? '');
    if (earlier !== undefined) return ok(messageJson(world, earlier));
  }
  return ok(messageJson(world, createMessage(world, body, call.files, { channelId: channel.id, authorId })));
}

/** The message that the same author sent with this nonce in the past few minutes. */
function findByNonce(call: BotCall, authorId: string, nonce: string): MessageState | undefined {
  const since = call.world.now() - NONCE_LIFE_MS;
  for (const message of call.world.state.messages.values()) {
    if (message.nonce === nonce && message.authorId === authorId && message.createdAt >= since)
      return message;
  }
  return undefined;
}

function requireOpenDm(call: BotCall, userId: string): void {
  if (call.world.user(userId).dms === 'closed') throw refusals.closedToMessages();
  const guild = call.world.state.guilds.get(call.application.guildId);
  if (guild?.members.has(userId) !== true) throw refusals.noMutualGuild();
}

/** A message of a channel; ephemeral ones are not there for anybody but their interaction. */
function messageOf(call: BotCall, channel: ChannelState): MessageState {
  const message = call.world.state.messages.get(parameter(call, 'message_id'));
  if (message === undefined || message.channelId !== channel.id || message.visibleTo !== null)
    throw refusals.unknownMessage();
  return message;
}

function openDm(call: BotCall) {
  const { world, application } = call;
  const userId = parseMessageBody(OpenDm, call.body).recipient_id;
  const person = world.user(userId);
  const botUserId = world.botUserId(application);
  if (person.bot) throw refusals.closedToMessages();
  for (const channel of world.state.channels.values()) {
    if (channel.recipientId === userId && channel.botUserId === botUserId)
      return ok(channelJson(world, channel));
  }
  const channel: ChannelState = {
    id: world.newId(),
    type: 1,
    guildId: null,
    name: person.username,
    overwrites: [],
    recipientId: userId,
    botUserId,
  };
  world.state.channels.set(channel.id, channel);
  world.changed();
  return ok(channelJson(world, channel));
}

/** A page of a channel's messages, the latest first: those before, after or around an id, else the latest. */
function list(call: BotCall) {
  const channel = call.world.channelFor(call.application, parameter(call, 'channel_id'));
  call.world.requireIn(call.application, channel, 'READ_MESSAGE_HISTORY');
  const messages = [...call.world.state.messages.values()]
    .filter((message) => message.channelId === channel.id && message.visibleTo === null)
    .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
  return ok(
    pageOf(messages, call.query)
      .reverse()
      .map((message) => messageJson(call.world, message)),
  );
}

/** `messages` are in the order of their ids. `around` gives those on both sides of an id, and the id's own. */
function pageOf(messages: readonly MessageState[], query: URLSearchParams): MessageState[] {
  const limit = Math.min(Number(query.get('limit') ?? 50), 100);
  const at = (name: string) => {
    const id = query.get(name);
    return id === null || !/^\d+$/.test(id) ? undefined : BigInt(id);
  };
  const around = at('around');
  if (around !== undefined) {
    const before = messages.filter((message) => BigInt(message.id) < around);
    const from = messages.filter((message) => BigInt(message.id) >= around);
    const half = Math.floor(limit / 2);
    return [...before.slice(Math.max(0, before.length - half)), ...from.slice(0, limit - half)];
  }
  const before = at('before');
  const after = at('after');
  if (before !== undefined) return messages.filter((message) => BigInt(message.id) < before).slice(-limit);
  if (after !== undefined) return messages.filter((message) => BigInt(message.id) > after).slice(0, limit);
  return messages.slice(-limit);
}

export const channelRoutes: DiscordRoutes = {
  'GET /channels/{channel_id}': byBot((call) =>
    ok(channelJson(call.world, call.world.channelFor(call.application, parameter(call, 'channel_id')))),
  ),
  'GET /channels/{channel_id}/messages': byBot(list),
  'POST /channels/{channel_id}/messages': byBot(post),
  'GET /channels/{channel_id}/messages/{message_id}': byBot((call) => {
    const channel = call.world.channelFor(call.application, parameter(call, 'channel_id'));
    call.world.requireIn(call.application, channel, 'READ_MESSAGE_HISTORY');
    return ok(messageJson(call.world, messageOf(call, channel)));
  }),
  'PATCH /channels/{channel_id}/messages/{message_id}': byBot((call) => {
    const channel = call.world.channelFor(call.application, parameter(call, 'channel_id'));
    const message = messageOf(call, channel);
    if (message.authorId !== call.world.botUserId(call.application)) throw refusals.notYourMessage();
    editMessage(call.world, message, parseMessageBody(MessageBody, call.body), call.files);
    return ok(messageJson(call.world, message));
  }),
  'DELETE /channels/{channel_id}/messages/{message_id}': byBot((call) => {
    const channel = call.world.channelFor(call.application, parameter(call, 'channel_id'));
    const message = messageOf(call, channel);
    if (message.authorId !== call.world.botUserId(call.application)) {
      call.world.requireIn(call.application, channel, 'MANAGE_MESSAGES');
    }
    deleteMessage(call.world, message);
    return done;
  }),
  'POST /users/@me/channels': byBot(openDm),
};
