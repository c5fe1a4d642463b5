/** What a Discord emulator starts with. Ids are snowflakes as text; roles may be named by id or by name. */
export interface DiscordSeed {
  /** One whose server is neither in the seed nor in the state is left out. */
  readonly applications: readonly ApplicationSeed[];
  readonly guilds: readonly GuildSeed[];
}

/** One clan's Discord application and its bot. */
export interface ApplicationSeed {
  /** The clan's name: the last part of its interactions URL. */
  readonly clan: string;
  readonly applicationId: string;
  /** 64 hex digits. */
  readonly publicKey: string;
  /** PKCS#8 PEM, or the 32-byte seed as 64 hex digits. Without it the emulator cannot send this clan's interactions. */
  readonly privateKey?: string;
  readonly botToken: string;
  readonly guildId: string;
  /** Default: the application's id, as with every application made since 2016. */
  readonly botUserId?: string;
  /** The privileged Server Members intent, which listing all members needs. Default false. */
  readonly serverMembersIntent?: boolean;
}

export interface GuildSeed {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  /** Without @everyone, which is always there; `everyonePermissions` changes what it may. */
  readonly roles?: readonly RoleSeed[];
  readonly channels?: readonly ChannelSeed[];
  readonly members?: readonly MemberSeed[];
  readonly everyonePermissions?: bigint;
  /** The managed role of the bot: where it stands (default: above all others) and what it may. */
  readonly botRole?: { readonly position?: number; readonly permissions?: bigint };
}

export interface RoleSeed {
  readonly id: string;
  readonly name: string;
  /** Default: by the order of the list, the first lowest. */
  readonly position?: number;
  readonly permissions?: bigint;
  readonly managed?: boolean;
  readonly color?: number;
}

export interface ChannelSeed {
  readonly id: string;
  readonly name: string;
  readonly overwrites?: readonly {
    readonly id: string;
    readonly type: 'role' | 'member';
    readonly allow?: bigint;
    readonly deny?: bigint;
  }[];
}

export interface MemberSeed {
  readonly userId: string;
  readonly username: string;
  readonly globalName?: string;
  readonly nick?: string;
  /** Role ids or names. */
  readonly roles?: readonly string[];
  /** Closed: the bot's direct messages are refused with 50007. Default open. */
  readonly dms?: 'open' | 'closed';
  readonly bot?: boolean;
}
