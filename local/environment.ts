import { resolve } from 'node:path';
import * as z from 'zod/mini';

/** Text that `process.env` or `.env` gives; an empty value counts as not set. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** The environment is wrong. One line per variable: its name and what was expected, never its value. */
export class PlatformEnvironmentError extends Error {
  override readonly name: string = 'PlatformEnvironmentError';
}

const Url = z.string().check(z.regex(/^https?:\/\/[^\s/]+\S*$/, 'expected an http(s) URL'));
const Port = z.pipe(
  z.string().check(z.regex(/^\d{1,5}$/, 'expected a port, 0 to 65535')),
  z.pipe(z.transform(Number), z.int().check(z.maximum(65_535, 'expected a port, 0 to 65535'))),
);

const PlatformVariables = z.object({
  DISCORD_API_URL: z.optional(Url),
  ROBLOX_API_URL: z.optional(Url),
  ROBLOX_USERS_API_URL: z.optional(Url),
  DISCORD_CDN_HOSTS: z.optional(z.string()),
  DISCORD_ANY_USER_AGENT: z._default(z.enum(['true', 'false'], 'expected true or false'), 'false'),
  CLANS_DIR: z.optional(z.string()),
  CONFIGS_DIR: z._default(z.string(), 'configs'),
  DATA_DIR: z._default(z.string(), '.data'),
  DATABASE_PATH: z.optional(z.string()),
  FONTS_DIR: z.optional(z.string()),
  DATABASE_LATENCY_MS: z.optional(
    z.string().check(z.regex(/^\d{1,4}$/, 'expected whole milliseconds, 0 to 9999')),
  ),
  HOST: z._default(z.string(), '127.0.0.1'),
  KEEP_WARM: z._default(z.enum(['all', 'front-door'], 'expected all or front-door'), 'all'),
  PORT: z._default(Port, 8787),
  LOG_LEVEL: z._default(
    z.enum(
      ['debug', 'info', 'warning', 'error', 'critical'],
      'expected debug, info, warning, error or critical',
    ),
    'info',
  ),
});

/** The platform's environment variables. Paths are absolute; `configsDir` is as given, for messages. */
export interface PlatformEnvironment {
  /** Set: no emulator of Discord starts. */
  readonly discordApiUrl: string | undefined;
  readonly discordCdnHosts: string | undefined;
  /** The emulator of Discord takes requests whose User-Agent is no bot's. */
  readonly discordAnyUserAgent: boolean;
  /** Either of the two set: no emulator of Roblox starts. */
  readonly robloxApiUrl: string | undefined;
  readonly robloxUsersApiUrl: string | undefined;
  readonly clansDir: string | undefined;
  readonly configsDir: string;
  readonly dataDir: string;
  readonly databasePath: string | undefined;
  /** Fonts for pictures, beside those that come with the bot. */
  readonly fontsDir: string | undefined;
  /** Milliseconds, as text. */
  readonly databaseLatencyMs: string | undefined;
  readonly host: string;
  /** Whether the monitor also keeps a process of each command's function. */
  readonly keepCommandsWarm: boolean;
  readonly port: number;
  readonly logLevel: string;
  /** The variables themselves, for the record that `.env` makes. */
  readonly variables: Variables;
}

/** Parses the platform's environment. Throws `PlatformEnvironmentError`. */
export function parsePlatformEnvironment(
  variables: Variables,
  directory = process.cwd(),
): PlatformEnvironment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = PlatformVariables.safeParse(given);
  if (!parsed.success) {
    throw new PlatformEnvironmentError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'),
    );
  }
  const set = parsed.data;
  const absolute = (path: string) => resolve(directory, path);
  return {
    discordApiUrl: set.DISCORD_API_URL,
    discordCdnHosts: set.DISCORD_CDN_HOSTS,
    discordAnyUserAgent: set.DISCORD_ANY_USER_AGENT === 'true',
    robloxApiUrl: set.ROBLOX_API_URL,
    robloxUsersApiUrl: set.ROBLOX_USERS_API_URL,
    clansDir: set.CLANS_DIR === undefined ? undefined : absolute(set.CLANS_DIR),
    configsDir: set.CONFIGS_DIR,
    dataDir: absolute(set.DATA_DIR),
    databasePath: set.DATABASE_PATH === undefined ? undefined : absolute(set.DATABASE_PATH),
    databaseLatencyMs: set.DATABASE_LATENCY_MS,
    fontsDir: set.FONTS_DIR === undefined ? undefined : absolute(set.FONTS_DIR),
    host: set.HOST,
    keepCommandsWarm: set.KEEP_WARM === 'all',
    port: set.PORT,
    logLevel: set.LOG_LEVEL,
    variables: given,
  };
}
