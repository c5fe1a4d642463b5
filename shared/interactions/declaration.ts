/** Who may use a route. Each tier may do what the ones before it may. */
export const TIERS = ['member', 'officer', 'moderator', 'admin'] as const;
export type Tier = (typeof TIERS)[number];

/** One thing that a function answers to. */
export interface Route {
  readonly on: 'command' | 'user-menu' | 'autocomplete' | 'component' | 'modal';
  /** `points add` (command and subcommand), `Add points` (user menu), `review.approve` (first part of a custom id). */
  readonly key: string;
  /**
   * How the front door acknowledges, fixed for the interaction's life. `update` edits the message that carries
   * the component; `modal` opens the modal named in `modal` at once, without calling the function.
   */
  readonly reply: 'public' | 'ephemeral' | 'update' | 'modal' | 'choices';
  readonly tier: Tier;
  /** Seconds until the same person may use it again; starts on success. 0: none. */
  readonly cooldownSeconds: number;
  /** Whether a blacklisted person may use it. */
  readonly whenBlacklisted: 'refuse' | 'allow';
  /** With `reply: 'modal'`: the key of the modal, built in the function's `modals.ts`. */
  readonly modal?: string;
}

/**
 * What a function is, as plain data in `functions/<name>/declaration.ts`. Routing, the build, registration,
 * Terraform (`dist/functions.json`) and tests read it; nothing lists functions a second time.
 */
export interface Declaration {
  readonly name: string;
  readonly kind: 'front-door' | 'command' | 'job' | 'provision';
  readonly memoryMb: 128 | 256 | 512 | 1024 | 2048;
  /** Limit of a synchronous call, 300 s at most. */
  readonly timeoutSeconds: number;
  /** Limit of a detached call, in seconds; at most 840 where an interaction token (15 min) is involved. */
  readonly detachedTimeoutSeconds: number;
  readonly routes: readonly Route[];
}
