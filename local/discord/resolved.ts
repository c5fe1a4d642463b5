import { attachmentJson } from './attachments.ts';
import { memberChannelPermissions } from './permissions.ts';
import type { AttachmentState, ChannelState, GuildState, MemberState, RoleState } from './state.ts';
import { channelJson, partialMemberJson, roleJson, userJson } from './user-json.ts';
import type { World } from './world.ts';

/** Where an interaction takes place. */
export interface ResolvedIn {
  readonly world: World;
  readonly guild: GuildState;
  readonly channel: ChannelState;
  /** The application's bot, when it is in the guild. */
  readonly bot: MemberState | undefined;
}

/** `data.resolved`: what the ids in an interaction stand for. */
export class Resolved {
  readonly #world: World;
  readonly #guild: GuildState;
  readonly #channel: ChannelState;
  readonly #bot: MemberState | undefined;
  readonly #parts: Record<string, Record<string, unknown>> = {};

  constructor({ world, guild, channel, bot }: ResolvedIn) {
    this.#world = world;
    this.#guild = guild;
    this.#channel = channel;
    this.#bot = bot;
  }

  member(member: MemberState): string {
    this.#add('users', member.userId, userJson(this.#world.user(member.userId)));
    this.#add('members', member.userId, {
      ...partialMemberJson(member),
      permissions: `${memberChannelPermissions(this.#guild, this.#channel, member)}`,
    });
    return member.userId;
  }

  role(role: RoleState): string {
    this.#add('roles', role.id, roleJson(role));
    return role.id;
  }

  /** A channel as it stands in resolved data: without its overwrites, with what the member and the bot may do in it. */
  channel(channel: ChannelState, member: MemberState): string {
    const { permission_overwrites: _, ...partial } = channelJson(this.#world, channel);
    this.#add('channels', channel.id, {
      ...partial,
      permissions: `${memberChannelPermissions(this.#guild, channel, member)}`,
      ...(this.#bot === undefined
        ? {}
        : { app_permissions: `${memberChannelPermissions(this.#guild, channel, this.#bot)}` }),
    });
    return channel.id;
  }

  attachment(attachment: AttachmentState): string {
    this.#add('attachments', attachment.id, attachmentJson(this.#world, attachment));
    return attachment.id;
  }

  /** Undefined when nothing was resolved: the field is then left out. */
  json(): Readonly<Record<string, unknown>> | undefined {
    return Object.keys(this.#parts).length === 0 ? undefined : this.#parts;
  }

  #add(part: string, id: string, value: unknown): void {
    const values = this.#parts[part] ?? {};
    values[id] = value;
    this.#parts[part] = values;
  }
}
