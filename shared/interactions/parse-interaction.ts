import * as z from 'zod/mini';
import { DiscordId } from '../discord/snowflake.ts';
import { type JsonObject, objectAt } from '../json/json.ts';
import type { Attachment, Interaction, Person } from './interaction.ts';
import { leafOptions, routeKeyOf, splitCustomId } from './route-key.ts';
import { type ModalComponent, ModalComponents, submittedFields } from './submitted-fields.ts';

const Bits = z.string().check(z.regex(/^\d{1,40}$/, 'expected a permission bitset'));
const optional = <T extends z.ZodMiniType>(inner: T) => z.optional(z.nullable(inner));

const User = z.object({
  id: DiscordId,
  username: z.string(),
  global_name: optional(z.string()),
  bot: optional(z.boolean()),
});
const Nickname = z.object({ nick: optional(z.string()) });
const File = z.object({
  id: DiscordId,
  filename: z.string(),
  content_type: optional(z.string()),
  size: z.int().check(z.minimum(0)),
  url: z.string(),
});
const Channel = z.object({ id: DiscordId, guild_id: optional(DiscordId), app_permissions: optional(Bits) });
const Resolved = z.object({
  users: optional(z.record(z.string(), User)),
  members: optional(z.record(z.string(), Nickname)),
  attachments: optional(z.record(z.string(), File)),
  channels: optional(z.record(z.string(), Channel)),
});
const Option = z.object({
  name: z.string(),
  value: z.optional(z.union([z.string(), z.number(), z.boolean()])),
  focused: optional(z.boolean()),
});
const Data = z.object({
  custom_id: z.optional(z.string()),
  target_id: z.optional(DiscordId),
  values: z.optional(z.array(z.string())),
  components: z.optional(ModalComponents),
  resolved: optional(Resolved),
});
/** A message's flag: only one member sees it. */
const EPHEMERAL = 64;
const Body = z.object({
  id: DiscordId,
  application_id: DiscordId,
  token: z.string().check(z.minLength(1), z.maxLength(1000)),
  guild_id: DiscordId,
  channel_id: optional(DiscordId),
  channel: optional(z.object({ id: DiscordId })),
  app_permissions: optional(Bits),
  locale: optional(z.string().check(z.maxLength(35))),
  member: z.extend(Nickname, { user: User, roles: z.array(DiscordId), permissions: Bits }),
  message: optional(z.object({ id: DiscordId, channel_id: optional(DiscordId), flags: optional(z.int()) })),
  data: Data,
});

/** Discord sent something this version does not understand. The message names fields, never their values. */
export class InteractionFormError extends Error {
  override readonly name = 'InteractionFormError';
}

/**
 * Parses a verified interaction of a guild from Discord's JSON (API v10). Throws `InteractionFormError` when it
 * has no route (message menus) or not the form that Discord documents. What the member typed is kept as it is.
 */
export function parseInteraction(json: JsonObject): Interaction {
  const route = routeKeyOf(json);
  if (route === undefined)
    throw new InteractionFormError('An interaction of a kind this bot has no routes for.');
  const body = documented(Body, json);
  const { data } = body;
  const isCommand = route.on === 'command' || route.on === 'autocomplete';
  const options = isCommand ? documented(z.array(Option), leafOptions(objectAt(json, 'data'))) : [];
  const focused = options.find((option) => option.focused === true);
  const customId = data.custom_id === undefined ? undefined : splitCustomId(data.custom_id);
  const channelId = body.channel_id ?? body.channel?.id ?? undefined;
  return {
    id: body.id,
    applicationId: body.application_id,
    token: body.token,
    guildId: body.guild_id,
    channelId,
    user: person(body.member.user, body.member.nick),
    locale: body.locale ?? undefined,
    permissions: BigInt(body.member.permissions),
    roleIds: body.member.roles,
    appPermissions: BigInt(body.app_permissions ?? '0'),
    on: route.on,
    key: route.key,
    recordId: customId?.recordId,
    argument: customId?.argument,
    options: valuesOf(options),
    focused: focused === undefined ? undefined : { name: focused.name, value: String(focused.value ?? '') },
    targetId: data.target_id,
    fields: fieldsOf(data.custom_id, data.values, data.components),
    people: peopleOf(data.resolved ?? {}),
    attachments: attachmentsOf(data.resolved ?? {}),
    channels: channelsOf(data.resolved ?? {}),
    message: messageOf(body.message ?? undefined, channelId),
  };
}

function documented<T>(form: z.ZodMiniType<T>, value: unknown): T {
  const parsed = form.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new InteractionFormError(
    `An interaction is not as Discord documents it: ${fields.slice(0, 5).join('; ')}`,
  );
}

function valuesOf(options: readonly z.infer<typeof Option>[]): Interaction['options'] {
  const given: [string, string | number | boolean][] = [];
  for (const { name, value } of options) if (value !== undefined) given.push([name, value]);
  return recordOf(given);
}

function fieldsOf(
  customId: string | undefined,
  values: readonly string[] | undefined,
  components: readonly ModalComponent[] | undefined,
): Interaction['fields'] {
  if (components !== undefined) return submittedFields(components);
  return customId === undefined || values === undefined ? {} : { [customId]: values };
}

function person(user: z.infer<typeof User>, nick: string | null | undefined): Person {
  return {
    id: user.id,
    displayName: nick ?? user.global_name ?? user.username,
    isBot: user.bot === true,
  };
}

function peopleOf(resolved: z.infer<typeof Resolved>): Interaction['people'] {
  const users = Object.entries(resolved.users ?? {});
  return recordOf(users.map(([id, user]) => [id, person(user, resolved.members?.[id]?.nick)]));
}

function attachmentsOf(resolved: z.infer<typeof Resolved>): Interaction['attachments'] {
  const files = Object.entries(resolved.attachments ?? {});
  return recordOf(files.map(([id, file]) => [id, attachment(file)]));
}

function channelsOf(resolved: z.infer<typeof Resolved>): Interaction['channels'] {
  const channels = Object.entries(resolved.channels ?? {});
  return recordOf(
    channels.map(([id, channel]) => {
      const bits = channel.app_permissions ?? undefined;
      const appPermissions = bits === undefined ? undefined : BigInt(bits);
      return [id, { id: channel.id, guildId: channel.guild_id ?? undefined, appPermissions }];
    }),
  );
}

/** What members send chooses keys of it, so it inherits none: `constructor` is not in it. */
function recordOf<T>(entries: readonly (readonly [string, T])[]): Readonly<Record<string, T>> {
  const record = Object.fromEntries(entries);
  Object.setPrototypeOf(record, null);
  return record;
}

function attachment(file: z.infer<typeof File>): Attachment {
  return {
    id: file.id,
    name: file.filename,
    contentType: file.content_type ?? undefined,
    size: file.size,
    url: file.url,
  };
}

function messageOf(
  message:
    | { id: string; channel_id?: string | null | undefined; flags?: number | null | undefined }
    | undefined,
  channelId: string | undefined,
): Interaction['message'] {
  const channel = message?.channel_id ?? channelId;
  if (message === undefined || channel === undefined) return undefined;
  const isEphemeral = ((message.flags ?? 0) & EPHEMERAL) !== 0;
  return { id: message.id, channelId: channel, ...(isEphemeral ? { isEphemeral } : {}) };
}
