import { randomBytes } from 'node:crypto';
import { type ActionContext, commandData, userMenuData } from './build-command.ts';
import { componentData, findControl } from './build-component.ts';
import { modalData } from './build-modal.ts';
import { findGuildChannel, findGuildMember } from './find-in-guild.ts';
import { ImpossibleActionError, type InteractionRequest } from './interaction-request.ts';
import { messageJson } from './message-json.ts';
import { memberChannelPermissions } from './permissions.ts';
import type { ApplicationSeed } from './seed.ts';
import type { InteractionState, MessageState, RegisteredCommand } from './state.ts';
import { channelJson, interactionMemberJson } from './user-json.ts';
import type { World } from './world.ts';

const ATTACHMENT_SIZE_LIMIT = 10_485_760;

interface Made {
  readonly type: 2 | 3 | 4 | 5;
  readonly data: Readonly<Record<string, unknown>>;
  readonly message: MessageState | undefined;
}

/** What Discord would send for something a member does. Throws `ImpossibleActionError` where Discord's client would not let it. */
export function buildInteraction(
  world: World,
  request: InteractionRequest,
): Readonly<Record<string, unknown>> {
  const application = world.applicationOf(request.clan);
  const guild = world.state.guilds.get(application.guildId);
  if (guild === undefined)
    throw new ImpossibleActionError(`The guild ${application.guildId} of ${request.clan} does not exist.`);
  const member = findGuildMember(world, guild, request.user);
  const seenBy = {
    userId: member.userId,
    guildId: guild.id,
    channelId: request.channel === undefined ? undefined : findGuildChannel(world, guild, request.channel).id,
  };
  const target = 'click' in request ? findControl(world, seenBy, request.click, request.message) : undefined;
  const opener = 'submit' in request ? openerOf(world, member.userId, application, request.from) : undefined;
  const channelId = target?.message.channelId ?? opener?.channelId;
  const channel =
    (channelId === undefined ? undefined : world.state.channels.get(channelId)) ??
    (request.channel === undefined
      ? firstChannel(world, guild.id)
      : findGuildChannel(world, guild, request.channel));
  const bot = guild.members.get(world.botUserId(application));
  const scene: ActionContext = { world, guild, channel, member, bot, unchecked: request.unchecked === true };
  const made = make(scene, application, request, target, opener);
  return {
    id: world.newId(),
    application_id: application.applicationId,
    type: made.type,
    // Discord's tokens are long and url-safe; nothing may be read into them.
    token: `aW50ZXJhY3Rpb24${randomBytes(120).toString('base64url')}`,
    version: 1,
    guild_id: guild.id,
    guild: { id: guild.id, locale: 'en-US', features: [] },
    guild_locale: 'en-US',
    locale: request.locale ?? 'en-US',
    channel_id: channel.id,
    channel: channelJson(world, channel),
    member: interactionMemberJson(world, guild, member, memberChannelPermissions(guild, channel, member)),
    app_permissions: `${bot === undefined ? 0n : memberChannelPermissions(guild, channel, bot)}`,
    data: made.data,
    ...(made.message === undefined ? {} : { message: messageJson(world, made.message) }),
    entitlements: [],
    authorizing_integration_owners: { '0': guild.id },
    context: 0,
    attachment_size_limit: ATTACHMENT_SIZE_LIMIT,
  };
}

function make(
  scene: ActionContext,
  application: ApplicationSeed,
  request: InteractionRequest,
  target: ReturnType<typeof findControl> | undefined,
  opener: InteractionState | undefined,
): Made {
  const { world } = scene;
  const commands = commandsOf(world, application);
  if ('command' in request) {
    return {
      type: 2,
      data: commandData(scene, commands, request.command, request.options ?? {}, undefined),
      message: undefined,
    };
  }
  if ('userMenu' in request) {
    return {
      type: 2,
      data: userMenuData(scene, commands, request.userMenu, request.target),
      message: undefined,
    };
  }
  if ('autocomplete' in request) {
    return {
      type: 4,
      data: commandData(scene, commands, request.autocomplete, request.options ?? {}, request.focused),
      message: undefined,
    };
  }
  if ('click' in request) {
    if (target === undefined) throw new ImpossibleActionError('Nothing to click.');
    return {
      type: 3,
      data: componentData(scene, target.control, request.values ?? []),
      message: target.message,
    };
  }
  const source = opener?.sourceMessageId ?? null;
  return {
    type: 5,
    data: modalData(scene, opener?.modal, request.submit),
    message: source === null ? undefined : world.state.messages.get(source),
  };
}

/** The commands of the clan's guild and the global ones. */
export function commandsOf(world: World, application: ApplicationSeed): readonly RegisteredCommand[] {
  const { applicationId, guildId } = application;
  return [
    ...(world.state.commands.get(`${applicationId}:${guildId}`) ?? []),
    ...(world.state.commands.get(`${applicationId}:`) ?? []),
  ];
}

function openerOf(
  world: World,
  userId: string,
  application: ApplicationSeed,
  from: string | undefined,
): InteractionState {
  const all =
    from === undefined
      ? [...world.state.interactions.values()].reverse()
      : [world.state.interactions.get(from)];
  const found = all.find(
    (entry) =>
      entry?.userId === userId && entry.applicationId === application.applicationId && entry.modal !== null,
  );
  if (found === undefined) throw new ImpossibleActionError('No modal is open.');
  return found;
}

function firstChannel(world: World, guildId: string) {
  for (const channel of world.state.channels.values()) if (channel.guildId === guildId) return channel;
  throw new ImpossibleActionError('The guild has no channel.');
}
