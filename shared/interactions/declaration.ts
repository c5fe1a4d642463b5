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
  /** Seconds until the same person may use it again; starts on success. Default 0: none. */
  readonly cooldownSeconds: number;
  /** `handle`: the handler looks at its cooldown and starts it by itself. Default: refuse before the handler runs. */
  readonly duringCooldown: 'refuse' | 'handle';
  /** Whether a blacklisted person may use it. Default: refuse. */
  readonly whenBlacklisted: 'refuse' | 'allow';
  /**
   * The handler changes nothing and there is no cooldown, so nothing is written: its answer is not kept either, and a
   * call that failed is made again. Default: false.
   */
  readonly readOnly: boolean;
  /**
   * The handler changes things one after the other, before its answer is committed: when it fails, part of it may be done,
   * and that is what is said. Default: false, all of it or nothing.
   */
  readonly inSteps: boolean;
  /** The command's options that the handler reads, as its builder names them. Default: none. */
  readonly options: readonly string[];
  /** Custom ids of the inputs that the handler reads: of a modal, or of a select menu. Default: none. */
  readonly fields: readonly string[];
  /** With `reply: 'modal'`: the key of the modal, built in the function's `modals.ts`. */
  readonly modal: string | undefined;
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

/** A route as it is declared: what may be left out has the default that `Route` names. */
type DeclaredRoute = Pick<Route, 'on' | 'key' | 'reply' | 'tier'> & Partial<Route>;
type RouteDefaults = typeof ROUTE_DEFAULTS;
type Filled<R> = R extends DeclaredRoute ? { readonly [K in keyof Route]: ValueOf<R, K> } : never;
type ValueOf<R, K> = K extends keyof R
  ? [Exclude<R[K], undefined>] extends [never]
    ? DefaultOf<K>
    : Exclude<R[K], undefined>
  : DefaultOf<K>;
type DefaultOf<K> = K extends keyof RouteDefaults ? RouteDefaults[K] : never;
type Declared<R> = Pick<Declaration, 'name' | 'kind'> &
  Partial<Omit<Declaration, 'routes'>> & { readonly routes?: readonly R[] };

const DEFAULTS = { memoryMb: 256, timeoutSeconds: 60, detachedTimeoutSeconds: 120, routes: [] } as const;
const ROUTE_DEFAULTS = {
  cooldownSeconds: 0,
  duringCooldown: 'refuse',
  whenBlacklisted: 'refuse',
  readOnly: false,
  inSteps: false,
  options: [],
  fields: [],
  modal: undefined,
} as const;

/**
 * Declares a function: `{name, kind, routes}`, and what differs from the defaults of 256 MB, 60 s and, detached,
 * 120 s. The result keeps each route's own type, by which its handlers and modals, and what they read, are checked.
 */
export function declare<const R extends DeclaredRoute = never>(
  declared: Declared<R>,
): Omit<Declaration, 'routes'> & { readonly routes: readonly Filled<R>[] };
export function declare(declared: Declared<DeclaredRoute>): Declaration {
  const { routes = [], ...rest } = declared;
  return { ...DEFAULTS, ...rest, routes: routes.map((route) => ({ ...ROUTE_DEFAULTS, ...route })) };
}

/** `command points add`: the names of a declaration's routes. */
export type RouteName<D extends Declaration> = NameOf<D['routes'][number]>;
type NameOf<R extends Route> = R extends Route ? `${R['on']} ${R['key']}` : never;

/** The route of that name. */
export type RouteNamed<D extends Declaration, N extends RouteName<D>> = Extract<
  D['routes'][number],
  NamedAs<N>
>;
type NamedAs<N extends string> = N extends `${infer On extends Route['on']} ${infer Key}`
  ? { readonly on: On; readonly key: Key }
  : never;

/** The keys of the modals that a declaration's routes open. */
export type ModalKey<D extends Declaration> = Extract<D['routes'][number], { reply: 'modal' }>['modal'] &
  string;
