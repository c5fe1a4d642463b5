export interface RobloxUser {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
}
/** A role of the group. Several may share one `rank` (0 to 255); the id is what is assigned. */
export interface GroupRole {
  readonly id: string;
  readonly name: string;
  readonly rank: number;
  readonly memberCount: number | undefined;
  /** Roblox's own word that every member holds it; undefined: it did not say. */
  readonly isBase?: boolean | undefined;
}
export interface Membership {
  /** `groups/G/memberships/M`; M is opaque. */
  readonly path: string;
  readonly userId: string;
  /** All roles held, not only the highest. */
  readonly roleIds: readonly string[];
}

/** Somebody asks to join the group. */
export interface JoinRequest {
  /** `groups/G/join-requests/R`; R is opaque. */
  readonly path: string;
  readonly userId: string;
  /** Unix milliseconds. */
  readonly askedAt: number;
}

/** Roblox Open Cloud for one clan's group. Every method may throw `RobloxError`; none waits longer than its timeout. */
export interface RobloxClient {
  /** By current names, any number (100 a call); a name that nobody holds now is missing from the answer. */
  usersByName(names: readonly string[]): Promise<readonly RobloxUser[]>;
  /** By ids, any number (100 a call); an account that is deleted or banned is missing from the answer. */
  usersById(userIds: readonly string[]): Promise<readonly RobloxUser[]>;
  /** `about` is the profile text, `createdAt` is in Unix milliseconds where Roblox tells it. Undefined: no such user. */
  user(
    userId: string,
  ): Promise<{ id: string; name: string; about: string; createdAt: number | undefined } | undefined>;
  /** Undefined: not in the group. */
  membership(userId: string): Promise<Membership | undefined>;
  /** Up to 50 users a call; those not in the group are missing. */
  memberships(userIds: readonly string[]): Promise<readonly Membership[]>;
  /** One page of the whole group, 100 a page. */
  groupMemberships(
    pageToken: string | undefined,
  ): Promise<{ memberships: readonly Membership[]; next: string | undefined }>;
  /** All roles of the group, by rising rank; from memory for up to a minute. */
  groupRoles(): Promise<readonly GroupRole[]>;
  /** The same, never from memory. */
  groupRolesNow(): Promise<readonly GroupRole[]>;
  group(): Promise<{ id: string; name: string; memberCount: number | undefined }>;
  /** No-op when already so. */
  assignRole(membershipPath: string, roleId: string): Promise<void>;
  unassignRole(membershipPath: string, roleId: string): Promise<void>;
  /** One page of the requests to join, 20 a page. */
  joinRequests(
    pageToken: string | undefined,
  ): Promise<{ requests: readonly JoinRequest[]; next: string | undefined }>;
  /** Undefined: they do not ask to join. */
  joinRequest(userId: string): Promise<JoinRequest | undefined>;
  /**
   * Accepts or declines one. It is sent once: when the answer is lost, `RobloxError` says so, and a second call is
   * answered 404 where the first one was carried out.
   */
  decideJoinRequest(path: string, decision: 'accept' | 'decline'): Promise<void>;
  /** What the key is and may do; using it also keeps it from expiring. */
  introspectKey(): Promise<{
    enabled: boolean;
    expired: boolean;
    /** The user whose powers the key has; undefined when Roblox does not tell. */
    ownerId: string | undefined;
    expiresAt: number | undefined;
    scopes: readonly string[];
  }>;
}
