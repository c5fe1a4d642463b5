import { guildPermissions } from './permissions.ts';
import type { ChannelState, GuildState, MemberState, RoleState, UserState } from './state.ts';
import type { World } from './world.ts';

export function userJson(user: UserState): Record<string, unknown> {
  return {
    id: user.id,
    username: user.username,
    discriminator: user.bot ? '0001' : '0',
    global_name: user.globalName,
    avatar: null,
    avatar_decoration_data: null,
    banner: null,
    accent_color: null,
    bot: user.bot,
    public_flags: 0,
    flags: 0,
    primary_guild: null,
  };
}

/** A member without `user`, as it stands in resolved data and beside a user. */
export function partialMemberJson(member: MemberState): Record<string, unknown> {
  return {
    avatar: null,
    banner: null,
    communication_disabled_until:
      typeof member.mutedUntil === 'number' ? new Date(member.mutedUntil).toISOString() : null,
    flags: 0,
    joined_at: new Date(member.joinedAt).toISOString(),
    nick: member.nick,
    pending: false,
    premium_since: null,
    roles: member.roleIds,
  };
}

export function memberJson(world: World, member: MemberState): Record<string, unknown> {
  return {
    ...partialMemberJson(member),
    user: userJson(world.user(member.userId)),
    mute: false,
    deaf: false,
  };
}

export function roleJson(role: RoleState): Record<string, unknown> {
  return {
    id: role.id,
    name: role.name,
    permissions: role.permissions,
    position: role.position,
    color: role.color,
    colors: { primary_color: role.color, secondary_color: null, tertiary_color: null },
    hoist: role.hoist,
    managed: role.managed,
    mentionable: role.mentionable,
    icon: null,
    unicode_emoji: null,
    flags: 0,
  };
}

export function channelJson(world: World, channel: ChannelState): Record<string, unknown> {
  if (channel.guildId === null) {
    const recipient = channel.recipientId === null ? [] : [userJson(world.user(channel.recipientId))];
    return { id: channel.id, type: 1, flags: 0, last_message_id: null, recipients: recipient };
  }
  return {
    id: channel.id,
    type: 0,
    flags: 0,
    guild_id: channel.guildId,
    name: channel.name,
    position: 0,
    parent_id: null,
    topic: channel.topic ?? null,
    nsfw: false,
    last_message_id: null,
    rate_limit_per_user: 0,
    permission_overwrites: channel.overwrites,
  };
}

export function guildJson(guild: GuildState): Record<string, unknown> {
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    icon: null,
    description: null,
    home_header: null,
    splash: null,
    discovery_splash: null,
    features: [],
    banner: null,
    application_id: null,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: null,
    system_channel_flags: 0,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 1,
    roles: [...guild.roles.values()].map(roleJson),
    default_message_notifications: 1,
    mfa_level: 0,
    explicit_content_filter: 2,
    max_presences: null,
    max_members: 500_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    vanity_url_code: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: 'en-US',
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    public_updates_channel_id: null,
    premium_progress_bar_enabled: false,
    nsfw: false,
    nsfw_level: 0,
    emojis: [],
    stickers: [],
    incidents_data: null,
  };
}

/** The member of an interaction: with the permissions in its channel. */
export function interactionMemberJson(
  world: World,
  guild: GuildState,
  member: MemberState,
  permissions = guildPermissions(guild, member),
): Record<string, unknown> {
  return { ...memberJson(world, member), permissions: `${permissions}` };
}
