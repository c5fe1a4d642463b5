import * as z from 'zod/mini';

const Url = z.string().check(z.regex(/^https?:\/\/[^\s/]+[^\s]*$/, 'expected an http(s) URL'));
const List = z.pipe(
  z.string(),
  z.transform((value: string) =>
    value
      .split(',')
      .map((host) => host.trim())
      .filter((host) => host !== ''),
  ),
);

const FunctionIds = z.pipe(
  z.string(),
  z.transform((text: string, context): Record<string, string> => {
    try {
      const ids = z.record(z.string(), z.string()).safeParse(JSON.parse(text));
      if (ids.success) return ids.data;
    } catch {
      // The issue below says what was expected; the text itself stays out of the message.
    }
    context.issues.push({ code: 'custom', input: text, message: 'expected JSON: {"<function>": "<id>"}' });
    return {};
  }),
);

const Variables = z.object({
  FUNCTION_NAME: z._default(
    z.string().check(z.regex(/^[a-z][a-z0-9-]*$/, 'expected a function name')),
    'function',
  ),
  CLANS_DIR: z.optional(z.string()),
  VAULT_ID: z.optional(z.string()),
  DATA_DIR: z._default(z.string(), '.data'),
  DATABASE_PATH: z.optional(z.string()),
  DISCORD_API_URL: z._default(Url, 'https://discord.com/api/v10'),
  ROBLOX_API_URL: z._default(Url, 'https://apis.roblox.com'),
  ROBLOX_USERS_API_URL: z._default(Url, 'https://users.roblox.com'),
  DISCORD_CDN_HOSTS: z.prefault(List, 'cdn.discordapp.com,media.discordapp.net'),
  INVOKE_URL: z.optional(Url),
  FUNCTION_IDS: z.prefault(FunctionIds, '{}'),
  LOG_LEVEL: z._default(z.enum(['debug', 'info', 'warning', 'error', 'critical']), 'info'),
});

/** A function's configuration; holds no secret and nothing of a clan. */
export interface Environment {
  readonly functionName: string;
  /** `vault`: the clan records are secrets in an OCI vault, calls are signed. `files`: one machine, unsigned. */
  readonly registry:
    | { readonly kind: 'vault'; readonly vaultId: string }
    | { readonly kind: 'files'; readonly directory: string };
  readonly dataDir: string;
  /** One database for the one clan of this machine; wins over `DATA_DIR/<clan>/clan_data.db`. */
  readonly databasePath: string | undefined;
  readonly discordApiUrl: string;
  readonly robloxApiUrl: string;
  readonly robloxUsersApiUrl: string;
  readonly discordCdnHosts: readonly string[];
  /** Base of the Functions API, and the id of each function by name; without them nothing can be invoked. */
  readonly invokeUrl: string | undefined;
  readonly functionIds: Readonly<Record<string, string>>;
  readonly logLevel: 'debug' | 'info' | 'warning' | 'error' | 'critical';
  /** The variables as they are, for what only one function reads (the administrator's secret of `provision-clan`). */
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** The configuration is wrong. The message names the variable and what was expected, never its value. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

/** Parses a function's environment once, at start. An empty variable counts as absent. Throws `EnvironmentError`. */
export function parseEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = Variables.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new EnvironmentError(`The function's configuration is wrong. ${problems.join('; ')}`);
  }
  const set = parsed.data;
  if (set.VAULT_ID === undefined && set.CLANS_DIR === undefined) {
    throw new EnvironmentError(
      "The function's configuration is wrong. Set VAULT_ID (clan records in a vault) or CLANS_DIR (clan records in files).",
    );
  }
  return {
    functionName: set.FUNCTION_NAME,
    registry:
      set.VAULT_ID === undefined
        ? { kind: 'files', directory: set.CLANS_DIR ?? '' }
        : { kind: 'vault', vaultId: set.VAULT_ID },
    dataDir: set.DATA_DIR,
    databasePath: set.DATABASE_PATH,
    discordApiUrl: set.DISCORD_API_URL,
    robloxApiUrl: set.ROBLOX_API_URL,
    robloxUsersApiUrl: set.ROBLOX_USERS_API_URL,
    discordCdnHosts: set.DISCORD_CDN_HOSTS,
    invokeUrl: set.INVOKE_URL,
    functionIds: set.FUNCTION_IDS,
    logLevel: set.LOG_LEVEL,
    variables,
  };
}
