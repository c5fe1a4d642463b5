import * as z from 'zod/mini';
import { ClanRecord } from '../shared/clans/clan-record.ts';
import { PlatformEnvironmentError, type Variables } from './environment.ts';

/** The variables of `setup_example.env` that describe a clan, by the record's field. */
const FIELDS = {
  clan: 'CLAN_NAME',
  applicationId: 'DISCORD_APPLICATION_ID',
  publicKey: 'DISCORD_PUBLIC_KEY',
  guildId: 'GUILD_ID',
  botToken: 'DISCORD_BOT_TOKEN',
  robloxGroupId: 'ROBLOX_GROUP_ID',
  robloxApiKey: 'ROBLOX_API_KEY',
} as const;
const DatabaseVariables = z.object({
  DATABASE_SCHEMA: z.optional(z.string()),
  DATABASE_PASSWORD: z.optional(z.string()),
  DATABASE_CONNECT_STRING: z.optional(z.string()),
});

/**
 * The one clan that the environment (or `.env`) describes; `undefined` when it names none. Throws
 * `PlatformEnvironmentError` with every variable that is missing or wrong, without their values.
 */
export function recordOfEnvironment(variables: Variables): ClanRecord | undefined {
  if (!Object.values(FIELDS).some((name) => variables[name] !== undefined)) return undefined;
  const database = databaseOf(variables);
  const record = {
    ...Object.fromEntries(Object.entries(FIELDS).map(([field, name]) => [field, variables[name]])),
    ...(database === undefined ? {} : { database }),
  };
  const parsed = ClanRecord.safeParse(record);
  if (parsed.success) return parsed.data;
  const names: Readonly<Record<string, string>> = FIELDS;
  const problems = parsed.error.issues.map((issue) => {
    const name =
      names[String(issue.path[0])] ?? 'DATABASE_CONNECT_STRING, DATABASE_SCHEMA, DATABASE_PASSWORD';
    const isMissing = variables[name] === undefined;
    return `${name}: ${isMissing ? 'missing' : issue.message}`;
  });
  throw new PlatformEnvironmentError(
    [...problems, 'These variables describe one clan together; setup_example.env explains each.'].join('\n'),
  );
}

/** Oracle, when a connect string is set: the schema's user is the clan's name by default. */
function databaseOf(variables: Variables) {
  const given = DatabaseVariables.parse(variables);
  if (given.DATABASE_CONNECT_STRING === undefined) return undefined;
  if (given.DATABASE_PASSWORD === undefined) {
    throw new PlatformEnvironmentError(
      'DATABASE_PASSWORD: missing; DATABASE_CONNECT_STRING is set and needs it.',
    );
  }
  return {
    user: given.DATABASE_SCHEMA ?? variables['CLAN_NAME'] ?? '',
    password: given.DATABASE_PASSWORD,
    connectString: given.DATABASE_CONNECT_STRING,
  };
}
