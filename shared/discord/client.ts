import type { Message, TextFile } from './message.ts';

/** A file's bytes, for proofs and pictures. */
export interface BinaryFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  /** What a picture shows, for who does not see it: 1,024 characters at most. */
  readonly description?: string;
}

export interface GuildMember {
  readonly userId: string;
  readonly displayName: string;
  /** Of this guild; null: none. */
  readonly nick: string | null;
  readonly roleIds: readonly string[];
}
export interface GuildRole {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  readonly permissions: bigint;
  readonly managed: boolean;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly guildId: string | undefined;
  /** What the channel allows and denies to one role or member, on top of the guild's roles. */
  readonly overwrites: readonly { readonly of: string; readonly allow: bigint; readonly deny: bigint }[];
}

/** As `channels` lists it. */
export interface GuildChannel extends Channel {
  readonly isText: boolean;
}
export interface NewOverwrite {
  readonly of: { readonly role: string } | { readonly member: string };
  readonly allow: bigint;
  readonly deny: bigint;
}

/** Answers to one interaction with its own token; needs no bot token. Every call may throw `DiscordError`. */
export interface InteractionReplies {
  /**
   * Edits the deferred reply (or, after type 6, the message that carries the component). The message is then
   * exactly `message`: content, embeds and components that it leaves out are cleared; attachments stay, but for a new
   * file, which takes the place of all.
   */
  editOriginal(message: Message, file?: BinaryFile | TextFile): Promise<void>;
  deleteOriginal(): Promise<void>;
  followUp(message: Message, options: { ephemeral: boolean; file?: BinaryFile | TextFile }): Promise<void>;
}

/**
 * Discord's REST API as this bot uses it, for one clan. Every method may throw `DiscordError`; none waits longer
 * than its timeout; texts are cut nowhere: callers keep Discord's limits.
 */
export interface DiscordClient {
  replies(applicationId: string, token: string): InteractionReplies;
  /** `nonce`: 25 characters at most; the same nonce within a few minutes returns the first message. */
  postMessage(
    channelId: string,
    message: Message,
    options: { nonce: string; file?: BinaryFile | TextFile },
  ): Promise<{ id: string; attachmentIds: readonly string[] }>;
  /** The message is then exactly `message`, as with `editOriginal`. */
  editMessage(channelId: string, messageId: string, message: Message): Promise<void>;
  sendDirectMessage(userId: string, message: Message, options: { nonce: string }): Promise<void>;
  /** Undefined when nobody of that id is in the guild (10007, 10013). */
  member(userId: string): Promise<GuildMember | undefined>;
  /** A page of up to 1,000 members by rising id; needs the Server Members intent, else 403. */
  members(after: string | undefined): Promise<readonly GuildMember[]>;
  roles(): Promise<readonly GuildRole[]>;
  createRole(name: string, reason: string): Promise<GuildRole>;
  addRole(userId: string, roleId: string, reason: string): Promise<void>;
  removeRole(userId: string, roleId: string, reason: string): Promise<void>;
  /** 32 characters at most. 403 (50013) for the guild's owner and whoever stands as high as the bot or higher. */
  setNickname(userId: string, nickname: string, reason: string): Promise<void>;
  /** The user id of the guild's owner. */
  guildOwner(): Promise<string>;
  /** The bot's own member in the guild. */
  self(): Promise<GuildMember>;
  /** The guild's channels; threads are none of them. */
  channels(): Promise<readonly GuildChannel[]>;
  /** A text channel. Who may do what in it is in force from its first moment. Needs Manage Channels. */
  createChannel(name: string, overwrites: readonly NewOverwrite[], reason: string): Promise<GuildChannel>;
  /** Undefined when there is no such channel (10003). */
  channel(channelId: string): Promise<Channel | undefined>;
  /**
   * Fetches an attachment from Discord's CDN. Other hosts, redirects and more than `maxBytes` are refused with a
   * `DiscordError` of status 0 that is not retryable; one that is gone or has expired has status 404.
   */
  download(url: string, maxBytes: number): Promise<Uint8Array>;
  registeredCommands(): Promise<readonly unknown[]>;
  overwriteCommands(commands: readonly unknown[]): Promise<readonly unknown[]>;
}
