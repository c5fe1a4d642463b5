import { EventEmitter } from 'node:events';
import { refusals } from './api-error.ts';
import type { AttachmentFiles } from './attachment-files.ts';
import { has, memberChannelPermissions, type PERMISSIONS } from './permissions.ts';
import type { ApplicationSeed } from './seed.ts';
import type {
  ChannelState,
  DiscordState,
  GuildState,
  MemberState,
  MessageState,
  UserState,
} from './state.ts';

/** What happens to messages, for those who watch: the terminal and `waitFor`. */
export interface MessageEvent {
  readonly kind: 'created' | 'edited' | 'deleted';
  readonly message: MessageState;
}

/** An interaction on its way to the bot, as it was signed. */
export interface SentInteraction {
  readonly interactionId: string;
  readonly clan: string;
  readonly userId: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Unix milliseconds. */
  readonly at: number;
}

/** What came back from the bot's endpoint. */
export interface AnsweredInteraction {
  readonly interactionId: string;
  readonly ms: number;
  /** The HTTP status, or why there is none. */
  readonly status: string;
  readonly body: string;
}

/** The state with what every part of the emulator needs around it. */
export class World {
  readonly state: DiscordState;
  readonly files: AttachmentFiles;
  readonly applications: readonly ApplicationSeed[];
  readonly now: () => number;
  /** Called after every change, so that the state file follows. */
  readonly changed: () => void;
  readonly events = new EventEmitter<{
    message: [MessageEvent];
    interaction: [string];
    change: [];
    sent: [SentInteraction];
    answered: [AnsweredInteraction];
  }>();
  /** The interactions endpoint that an application has set, by application id. */
  readonly endpoints = new Map<string, string>();
  /** Where the CDN is reached; known once the server listens. */
  cdnUrl = '';
  #lastId = 0n;

  constructor(parts: {
    state: DiscordState;
    files: AttachmentFiles;
    applications: readonly ApplicationSeed[];
    now: () => number;
    changed: () => void;
  }) {
    this.state = parts.state;
    this.files = parts.files;
    this.applications = parts.applications;
    this.now = parts.now;
    this.changed = () => {
      parts.changed();
      this.events.emit('change');
    };
    this.events.setMaxListeners(0);
    const { messages, attachments, interactions, channels } = parts.state;
    for (const known of [messages, attachments, interactions, channels]) {
      for (const id of known.keys()) if (BigInt(id) > this.#lastId) this.#lastId = BigInt(id);
    }
  }

  /** A new snowflake, always larger than those before, also those of an earlier start. */
  newId(): string {
    const fromClock = (BigInt(this.now()) - 1_420_070_400_000n) << 22n;
    this.#lastId = fromClock > this.#lastId ? fromClock : this.#lastId + 1n;
    return `${this.#lastId}`;
  }

  applicationOf(clan: string): ApplicationSeed {
    const found = this.applications.find((application) => application.clan === clan);
    if (found === undefined) {
      throw new Error(
        `There is no clan "${clan}" here; there are: ${this.applications.map((a) => a.clan).join(', ')}.`,
      );
    }
    return found;
  }

  botUserId(application: ApplicationSeed): string {
    return application.botUserId ?? application.applicationId;
  }

  user(id: string): UserState {
    const user = this.state.users.get(id);
    if (user === undefined) throw refusals.unknownUser();
    return user;
  }

  /** The guild, when this application's bot is in it. */
  guildFor(application: ApplicationSeed, guildId: string): { guild: GuildState; bot: MemberState } {
    const guild = this.state.guilds.get(guildId);
    if (guild === undefined) throw refusals.unknownGuild();
    const bot = guild.members.get(this.botUserId(application));
    if (bot === undefined) throw refusals.missingAccess();
    return { guild, bot };
  }

  /** The channel, when this application's bot may see it. Throws 10003 or 50001. */
  channelFor(application: ApplicationSeed, channelId: string): ChannelState {
    const channel = this.state.channels.get(channelId);
    if (channel === undefined) throw refusals.unknownChannel();
    if (channel.guildId === null) {
      if (channel.botUserId !== this.botUserId(application)) throw refusals.missingAccess();
    } else if (!has(this.botPermissions(application, channel), 'VIEW_CHANNEL')) {
      throw refusals.missingAccess();
    }
    return channel;
  }

  /** What the bot may do in a channel; 0 where it is not a member. */
  botPermissions(application: ApplicationSeed, channel: ChannelState): bigint {
    const guild = channel.guildId === null ? undefined : this.state.guilds.get(channel.guildId);
    const bot = guild?.members.get(this.botUserId(application));
    return guild === undefined || bot === undefined ? 0n : memberChannelPermissions(guild, channel, bot);
  }

  /** Throws 50013 when the bot lacks a permission in a guild channel; in a DM there is nothing to lack. */
  requireIn(application: ApplicationSeed, channel: ChannelState, permission: keyof typeof PERMISSIONS): void {
    if (channel.guildId === null) return;
    if (!has(this.botPermissions(application, channel), permission)) throw refusals.missingPermissions();
  }

  announce(event: MessageEvent): void {
    this.changed();
    this.events.emit('message', event);
  }
}
