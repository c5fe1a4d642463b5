import { EnvironmentError } from './environment-error.ts';
import { type FindFunctionId, parseFunctionIds } from './function-ids.ts';

const LEVELS = ['debug', 'info', 'warning', 'error', 'critical'] as const;

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
  /** How long the embedded engine waits at each round trip, as a database with a network does. Milliseconds. */
  readonly databaseLatencyMs: number;
  readonly discordApiUrl: string;
  readonly robloxApiUrl: string;
  readonly robloxUsersApiUrl: string;
  readonly discordCdnHosts: readonly string[];
  /** Base of the Functions API, and the ids of the functions that this one may call. */
  readonly invokeUrl: string | undefined;
  readonly functionId: FindFunctionId;
  readonly logLevel: (typeof LEVELS)[number];
  /** The variables as they are, for what only one function reads (the administrator's secret of `provision-clan`). */
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/**
 * Parses a function's environment once, at start. An empty variable counts as absent. Throws `EnvironmentError`.
 * By hand and not with zod, since the front door's cold start counts in milliseconds.
 */
export function parseEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const read = (name: string): string | undefined => variables[name] || undefined;
  return {
    functionName: read('FUNCTION_NAME') ?? 'function',
    registry: registryIn(read('VAULT_ID'), read('CLANS_DIR')),
    dataDir: read('DATA_DIR') ?? '.data',
    databasePath: read('DATABASE_PATH'),
    databaseLatencyMs: milliseconds('DATABASE_LATENCY_MS', read('DATABASE_LATENCY_MS') ?? '0'),
    discordApiUrl: url('DISCORD_API_URL', read('DISCORD_API_URL') ?? 'https://discord.com/api/v10'),
    robloxApiUrl: url('ROBLOX_API_URL', read('ROBLOX_API_URL') ?? 'https://apis.roblox.com'),
    robloxUsersApiUrl: url(
      'ROBLOX_USERS_API_URL',
      read('ROBLOX_USERS_API_URL') ?? 'https://users.roblox.com',
    ),
    discordCdnHosts: list(read('DISCORD_CDN_HOSTS') ?? 'cdn.discordapp.com,media.discordapp.net'),
    invokeUrl: read('INVOKE_URL') === undefined ? undefined : url('INVOKE_URL', read('INVOKE_URL') ?? ''),
    functionId: parseFunctionIds(read('FUNCTION_IDS') ?? '{}'),
    logLevel: logLevel(read('LOG_LEVEL') ?? 'info'),
    variables,
  };
}

function registryIn(vaultId: string | undefined, directory: string | undefined): Environment['registry'] {
  if (vaultId !== undefined) return { kind: 'vault', vaultId };
  if (directory !== undefined) return { kind: 'files', directory };
  throw new EnvironmentError('Set VAULT_ID (clan records in a vault) or CLANS_DIR (clan records in files).');
}

/** Without the slashes at its end, as every client expects it. */
function url(name: string, value: string): string {
  if (!/^https?:\/\/[^\s/]\S*$/.test(value)) throw new EnvironmentError(`${name}: expected an http(s) URL.`);
  return value.replace(/\/+$/, '');
}

function milliseconds(name: string, value: string): number {
  if (/^\d{1,4}$/.test(value)) return Number(value);
  throw new EnvironmentError(`${name}: expected whole milliseconds, 0 to 9999.`);
}

function list(value: string): readonly string[] {
  return value.split(',').flatMap((part) => part.trim() || []);
}

function logLevel(value: string): Environment['logLevel'] {
  const level = LEVELS.find((one) => one === value);
  if (level === undefined) throw new EnvironmentError(`LOG_LEVEL: expected one of ${LEVELS.join(', ')}.`);
  return level;
}
