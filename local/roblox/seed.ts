/** What a Roblox emulator starts with. */
export interface RobloxSeed {
  readonly users: readonly RobloxUserSeed[];
  readonly groups: readonly GroupSeed[];
  readonly keys: readonly KeySeed[];
}

export interface RobloxUserSeed {
  readonly id: string;
  readonly name: string;
  /** Default: the name. */
  readonly displayName?: string;
  /** Names this user had before; the usernames route finds the user by them too. */
  readonly formerNames?: readonly string[];
  /** The profile text. */
  readonly about?: string;
  /** Unix milliseconds. */
  readonly createdAt?: number;
  readonly state?: 'active' | 'banned' | 'deleted';
}

export interface GroupSeed {
  readonly id: string;
  readonly name: string;
  readonly ownerId?: string;
  readonly roles: readonly GroupRoleSeed[];
  readonly members?: readonly { readonly userId: string; readonly roleIds: readonly string[] }[];
  /** Users who asked to join, the first one first. */
  readonly joinRequests?: readonly string[];
  /**
   * What unassigning the base role does: Roblox's documentation does not say. `ignored` (the default) answers as
   * for a role that is not held, `refused` answers 400.
   */
  readonly unassignBase?: 'ignored' | 'refused';
}

export interface GroupRoleSeed {
  readonly id: string;
  readonly name: string;
  /** 0 to 255; two roles may share one. */
  readonly rank: number;
  /** The base role, which every member always holds. Default: the role of the lowest rank above 0. */
  readonly base?: boolean;
}

/** An Open Cloud key. It acts with the powers of its owner. */
export interface KeySeed {
  readonly apiKey: string;
  readonly name?: string;
  readonly ownerId: string;
  /** Default `group:read` and `group:write`. */
  readonly scopes?: readonly string[];
  /** Default true. */
  readonly enabled?: boolean;
  /** Unix milliseconds; left out: it has no date of expiry. */
  readonly expiresAt?: number;
  /** The groups it may write to. Default: all. */
  readonly groupIds?: readonly string[];
}
