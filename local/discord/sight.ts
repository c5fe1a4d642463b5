import { has, memberChannelPermissions } from './permissions.ts';
import type { ChannelState, GuildState, MemberState, MessageState } from './state.ts';
import type { World } from './world.ts';

/** Somebody who looks at a clan's server: its channels that are open to them, and their direct messages with its bot. */
export interface Viewer {
  readonly clan: string;
  readonly guild: GuildState;
  readonly member: MemberState;
  readonly botUserId: string;
}

export function maySee({ guild, member, botUserId }: Viewer, channel: ChannelState): boolean {
  if (channel.guildId === null) {
    return channel.recipientId === member.userId && channel.botUserId === botUserId;
  }
  return (
    channel.guildId === guild.id && has(memberChannelPermissions(guild, channel, member), 'VIEW_CHANNEL')
  );
}

/** Whether the person can write there: never to a bot, which does not read. */
export function mayWrite(viewer: Viewer, channel: ChannelState): boolean {
  const { guild, member } = viewer;
  return (
    channel.guildId !== null &&
    maySee(viewer, channel) &&
    has(memberChannelPermissions(guild, channel, member), 'SEND_MESSAGES')
  );
}

/** An ephemeral message is seen by one person only, whoever else may see its channel. */
export function maySeeMessage(
  world: World,
  viewer: Viewer,
  message: Pick<MessageState, 'channelId' | 'visibleTo'>,
): boolean {
  const channel = world.state.channels.get(message.channelId);
  if (channel === undefined || !maySee(viewer, channel)) return false;
  return message.visibleTo === null || message.visibleTo === viewer.member.userId;
}

/** In the order in which they were made. */
export function channelsInSight(world: World, viewer: Viewer): ChannelState[] {
  return [...world.state.channels.values()].filter((channel) => maySee(viewer, channel));
}
