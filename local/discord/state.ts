/** Everything the Discord emulator knows: plain values in maps, saved as JSON by `saved-state.ts`. */
export interface UserState {
  readonly id: string;
  username: string;
  globalName: string | null;
  readonly bot: boolean;
  dms: 'open' | 'closed';
}

export interface RoleState {
  readonly id: string;
  name: string;
  color: number;
  /** The bitset in decimal digits. */
  permissions: string;
  position: number;
  readonly managed: boolean;
  mentionable: boolean;
  hoist: boolean;
}

export interface MemberState {
  readonly userId: string;
  nick: string | null;
  /** Timed out until then, in Unix milliseconds. */
  mutedUntil?: number | null;
  roleIds: string[];
  /** Unix milliseconds. */
  readonly joinedAt: number;
}

export interface GuildState {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly roles: Map<string, RoleState>;
  readonly members: Map<string, MemberState>;
}

export interface OverwriteState {
  readonly id: string;
  /** 0 a role, 1 a member. */
  readonly type: 0 | 1;
  readonly allow: string;
  readonly deny: string;
}

export interface ChannelState {
  readonly id: string;
  /** 0 a text channel of a guild, 1 a DM. */
  readonly type: 0 | 1;
  readonly guildId: string | null;
  name: string;
  /** Absent where none was set. */
  topic?: string | null;
  overwrites: OverwriteState[];
  /** Of a DM: the person, and the bot that opened it. */
  readonly recipientId: string | null;
  readonly botUserId: string | null;
}

export interface AttachmentState {
  readonly id: string;
  readonly channelId: string;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  /** The text for those who cannot see it, and a title: absent when none was given. */
  description?: string;
  title?: string;
  spoiler?: boolean;
  /** From a slash command or a modal: gone some minutes later. */
  readonly ephemeral: boolean;
  readonly createdAt: number;
  /** The CDN answers 404 from then on, even if the URL has not expired. */
  removed: boolean;
}

/** What a message may say in its own part; an edit replaces parts of it. */
export interface MessageContent {
  content: string;
  embeds: unknown[];
  components: unknown[];
  attachmentIds: string[];
}

export interface MessageState extends MessageContent {
  readonly id: string;
  readonly channelId: string;
  readonly authorId: string;
  flags: number;
  readonly createdAt: number;
  editedAt: number | null;
  nonce: string | null;
  /** Who was really notified: what the content names and `allowed_mentions` let through. */
  pinged: Pinged;
  /** Of a reply to an interaction: its id. */
  readonly interactionId: string | null;
  /** Of an ephemeral message: the only person who sees it. */
  readonly visibleTo: string | null;
  /** What the message said before each edit, oldest first. */
  readonly earlier: MessageContent[];
}

export interface Pinged {
  readonly everyone: boolean;
  readonly users: readonly string[];
  readonly roles: readonly string[];
}

export interface InteractionState {
  readonly id: string;
  readonly token: string;
  readonly applicationId: string;
  readonly guildId: string | null;
  readonly channelId: string;
  readonly userId: string;
  /** 2 command, 3 component, 4 autocomplete, 5 modal. */
  readonly type: number;
  /** `/points add`, a menu's name, or the key of a button or form. Absent in states of earlier versions. */
  readonly name?: string;
  readonly createdAt: number;
  state: 'pending' | 'acknowledged' | 'failed';
  /** The type of the first response: 4 to 9. */
  acknowledgedAs: number | null;
  ephemeral: boolean;
  /** The reply, or after types 6 and 7 the message that carries the component. */
  originalId: string | null;
  /** The message whose component (or whose modal) this came from. */
  readonly sourceMessageId: string | null;
  originalDeleted: boolean;
  originalEdits: number;
  readonly followUpIds: string[];
  expired: boolean;
  /** The modal that answered it. */
  modal: unknown;
  /** The choices that answered it (autocomplete). */
  choices: unknown;
}

export interface AuditEntry {
  readonly action:
    | 'member-role-add'
    | 'member-role-remove'
    | 'member-update'
    | 'member-kick'
    | 'role-create'
    | 'role-update'
    | 'role-delete'
    | 'channel-create'
    | 'channel-update'
    | 'channel-delete';
  readonly guildId: string;
  readonly targetId: string;
  readonly roleId: string | null;
  readonly reason: string | null;
  readonly at: number;
}

export interface RegisteredCommand {
  readonly id: string;
  readonly applicationId: string;
  readonly guildId: string | null;
  readonly version: string;
  /** The command as it was registered: name, type, description, options, permissions. */
  readonly definition: Readonly<Record<string, unknown>>;
}

export interface DiscordState {
  readonly users: Map<string, UserState>;
  readonly guilds: Map<string, GuildState>;
  readonly channels: Map<string, ChannelState>;
  readonly messages: Map<string, MessageState>;
  readonly attachments: Map<string, AttachmentState>;
  readonly interactions: Map<string, InteractionState>;
  /** By `<application id>:<guild id>`; the global ones by `<application id>:`. */
  readonly commands: Map<string, RegisteredCommand[]>;
  readonly audit: AuditEntry[];
}

export function emptyState(): DiscordState {
  return {
    users: new Map(),
    guilds: new Map(),
    channels: new Map(),
    messages: new Map(),
    attachments: new Map(),
    interactions: new Map(),
    commands: new Map(),
    audit: [],
  };
}
