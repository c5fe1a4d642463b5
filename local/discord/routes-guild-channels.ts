import * as z from 'zod/mini';
import { refusals } from './api-error.ts';
import { type BotCall, byBot, type DiscordRoutes, done, ok, parameter } from './call.ts';
import { badLength, invalidForm, tooLong } from './form-errors.ts';
import { audit, guildOf, requirePermission } from './guild-call.ts';
import { parseMessageBody } from './message-body.ts';
import { guildPermissions } from './permissions.ts';
import type { ChannelState, OverwriteState } from './state.ts';
import { channelJson } from './user-json.ts';
import { deleteMessage } from './write-message.ts';

const Bits = z.optional(z.nullable(z.union([z.string(), z.int()])));
const Permissions = z.object({ allow: Bits, deny: Bits });
const Overwrite = z.extend(Permissions, {
  id: z.string(),
  type: z._default(z.nullable(z.union([z.literal(0), z.literal(1)])), 0),
});
const ChannelBody = z.object({
  name: z.optional(z.nullable(z.string())),
  type: z.optional(z.nullable(z.int())),
  topic: z.optional(z.nullable(z.string())),
  permission_overwrites: z.optional(z.nullable(z.array(Overwrite))),
});
const OneOverwrite = z.extend(Permissions, {
  type: z._default(z.nullable(z.union([z.literal(0), z.literal(1)])), 0),
});
const Messages = z.object({ messages: z.array(z.string()) });
const BULK_AGE_MS = 14 * 86_400_000;
const TEXT_CHANNEL = 0;
const MOST_CHANNELS = 500;

/** A channel of the guild that the call is about; in a DM there is nothing to manage. */
function guildChannel(call: BotCall): { channel: ChannelState; guildId: string } {
  const channel = call.world.channelFor(call.application, parameter(call, 'channel_id'));
  const { guildId } = channel;
  if (guildId === null) throw refusals.notInDm();
  return { channel, guildId };
}

/** A bot allows and denies only what it may do itself. */
function overwriteOf(
  call: BotCall,
  guildId: string,
  given: { id: string; type: 0 | 1 | null } & z.infer<typeof Permissions>,
): OverwriteState {
  const { guild, bot } = call.world.guildFor(call.application, guildId);
  const [allow, deny] = [BigInt(given.allow ?? 0), BigInt(given.deny ?? 0)];
  if (((allow | deny) & ~guildPermissions(guild, bot)) !== 0n) throw refusals.missingPermissions();
  const type = given.type ?? 0;
  const known = type === 0 ? guild.roles.has(given.id) : guild.members.has(given.id);
  if (!known) throw refusals.unknownOverwrite();
  return { id: given.id, type, allow: `${allow}`, deny: `${deny}` };
}

/** Text channels only. Their names are kept in lower case, with dashes for spaces. */
function create(call: BotCall) {
  const inGuild = guildOf(call);
  requirePermission(inGuild, 'MANAGE_CHANNELS');
  const all = [...call.world.state.channels.values()].filter(({ guildId }) => guildId === inGuild.guild.id);
  if (all.length >= MOST_CHANNELS) throw refusals.tooManyChannels();
  const body = parseMessageBody(ChannelBody, call.body);
  if ((body.type ?? TEXT_CHANNEL) !== TEXT_CHANNEL)
    throw refusals.notEmulated(`channels of type ${body.type}`);
  const channel: ChannelState = {
    id: call.world.newId(),
    type: TEXT_CHANNEL,
    guildId: inGuild.guild.id,
    name: nameOf(body.name ?? ''),
    topic: topicOf(body.topic ?? null),
    overwrites: (body.permission_overwrites ?? []).map((given) => overwriteOf(call, inGuild.guild.id, given)),
    recipientId: null,
    botUserId: null,
  };
  call.world.state.channels.set(channel.id, channel);
  audit(call, 'channel-create', inGuild.guild.id, channel.id);
  return { status: 201, json: channelJson(call.world, channel) };
}

function edit(call: BotCall) {
  const { channel, guildId } = guildChannel(call);
  call.world.requireIn(call.application, channel, 'MANAGE_CHANNELS');
  const { name, topic, permission_overwrites: overwrites } = parseMessageBody(ChannelBody, call.body ?? {});
  if (overwrites !== undefined) {
    call.world.requireIn(call.application, channel, 'MANAGE_ROLES');
    channel.overwrites = (overwrites ?? []).map((given) => overwriteOf(call, guildId, given));
  }
  if (name !== undefined && name !== null) channel.name = nameOf(name);
  if (topic !== undefined) channel.topic = topicOf(topic);
  audit(call, 'channel-update', guildId, channel.id);
  return ok(channelJson(call.world, channel));
}

function remove(call: BotCall) {
  const { world, application } = call;
  const { channel, guildId } = guildChannel(call);
  world.requireIn(application, channel, 'MANAGE_CHANNELS');
  for (const message of [...world.state.messages.values()])
    if (message.channelId === channel.id) deleteMessage(world, message);
  world.state.channels.delete(channel.id);
  audit(call, 'channel-delete', guildId, channel.id);
  return ok(channelJson(world, channel));
}

function setOverwrite(call: BotCall) {
  const { channel, guildId } = guildChannel(call);
  call.world.requireIn(call.application, channel, 'MANAGE_ROLES');
  const id = parameter(call, 'overwrite_id');
  const made = overwriteOf(call, guildId, { id, ...parseMessageBody(OneOverwrite, call.body ?? {}) });
  channel.overwrites = [...channel.overwrites.filter((entry) => entry.id !== id), made];
  audit(call, 'channel-update', guildId, channel.id);
  return done;
}

function removeOverwrite(call: BotCall) {
  const { channel, guildId } = guildChannel(call);
  call.world.requireIn(call.application, channel, 'MANAGE_ROLES');
  const left = channel.overwrites.filter((entry) => entry.id !== parameter(call, 'overwrite_id'));
  if (left.length === channel.overwrites.length) throw refusals.unknownOverwrite();
  channel.overwrites = left;
  audit(call, 'channel-update', guildId, channel.id);
  return done;
}

/** 2 to 100 messages, none older than two weeks; ids that are not there are passed over. */
function bulkDelete(call: BotCall) {
  const { world, application } = call;
  const { channel } = guildChannel(call);
  world.requireIn(application, channel, 'MANAGE_MESSAGES');
  const ids = new Set(parseMessageBody(Messages, call.body).messages);
  if (ids.size < 2 || ids.size > 100) throw refusals.wrongNumberToDelete();
  const found = [...ids].flatMap((id) => world.state.messages.get(id) ?? []);
  if (found.some((message) => message.createdAt < world.now() - BULK_AGE_MS)) throw refusals.tooOldToDelete();
  for (const message of found) if (message.channelId === channel.id) deleteMessage(world, message);
  return done;
}

function nameOf(given: string): string {
  if (given.length < 1 || given.length > 100) throw invalidForm([badLength(['name'], 1, 100)]);
  return given.trim().toLowerCase().replace(/\s+/g, '-');
}

function topicOf(topic: string | null): string | null {
  if ((topic ?? '').length > 1024) throw invalidForm([tooLong(['topic'], 1024)]);
  return topic;
}

export const guildChannelRoutes: DiscordRoutes = {
  'POST /guilds/{guild_id}/channels': byBot(create),
  'PATCH /channels/{channel_id}': byBot(edit),
  'DELETE /channels/{channel_id}': byBot(remove),
  'PUT /channels/{channel_id}/permissions/{overwrite_id}': byBot(setOverwrite),
  'DELETE /channels/{channel_id}/permissions/{overwrite_id}': byBot(removeOverwrite),
  'POST /channels/{channel_id}/messages/bulk-delete': byBot(bulkDelete),
  'POST /channels/{channel_id}/typing': byBot((call) => {
    const channel = call.world.channelFor(call.application, parameter(call, 'channel_id'));
    call.world.requireIn(call.application, channel, 'SEND_MESSAGES');
    return done;
  }),
};
