import { setTimeout } from 'node:timers/promises';
import type { ClanRecord } from '../../shared/clans/clan-record.ts';
import { databaseLocation } from '../../shared/database/database-location.ts';
import type { Migration } from '../../shared/database/migration.ts';
import { openDatabase } from '../../shared/database/open-database.ts';
import { createDiscordClient } from '../../shared/discord/create-discord-client.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import type { Job, JobCall } from '../../shared/fn/job.ts';
import { openPlatform } from '../../shared/fn/open-platform.ts';
import type { Environment } from '../../shared/platform/environment.ts';
import { provisionClan } from '../../shared/provisioning/provision-clan.ts';
import { parseProvisionRequest } from '../../shared/provisioning/provision-request.ts';

const DEFAULT_QUOTA_MB = 500;
const DISCORD_MS = 10_000;

/**
 * Makes or renews a clan's schema; Terraform and `npm run migrate` call it. The clan's record is read past every
 * cache, since the password in the vault may be a minute old.
 */
export function createProvisionClan(migrations: readonly Migration[]): Job {
  return async (call) => {
    const request = parseProvisionRequest(call.body);
    const { registry } = await openPlatform(call.environment, (message) => call.log.error(message));
    const record = await registry.recordOfClan(request.clan);
    if (record === undefined) {
      throw new UserError(
        'no-such-clan',
        `There is no record of a clan ${request.clan}, so nothing was changed. Its secrets (or its file) come first.`,
      );
    }
    return provisionClan(request, record, databaseLocation(record, call.environment), {
      openDatabase: (location) => openDatabase(location),
      migrations,
      administrator: await administrator(call),
      quotaMb: quotaOf(call.environment),
      discord: discordOf(record, call),
      now: call.now,
      random: call.random,
      pause: (ms) => setTimeout(ms),
    });
  };
}

/** Discord is asked one thing, and a Discord that is away does not hold a clan up. */
function discordOf(record: ClanRecord, { environment, log, now }: JobCall) {
  const { discordApiUrl: apiUrl, discordCdnHosts: cdnHosts } = environment;
  const until = now() + DISCORD_MS;
  return createDiscordClient({ ...record, apiUrl, cdnHosts, log, deadline: () => until });
}

/** The name of the secret is configuration; only this function may read its content. */
async function administrator({ environment }: JobCall) {
  const { ADMIN_SECRET: secret, ADMIN_USER: user } = environment.variables;
  if (secret === undefined || environment.registry.kind !== 'vault') return undefined;
  const { readVaultSecret } = await import('../../shared/oci/sdk.ts');
  return { user: user ?? 'ADMIN', password: await readVaultSecret(environment, secret) };
}

function quotaOf({ variables }: Environment): number {
  const given = Number(variables['QUOTA_MB'] ?? DEFAULT_QUOTA_MB);
  if (Number.isSafeInteger(given) && given > 0) return given;
  throw new UserError(
    'bad-configuration',
    'QUOTA_MB: expected a whole number of megabytes. Nothing was changed.',
  );
}
