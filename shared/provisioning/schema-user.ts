import { ClanName } from '../clans/clan-record.ts';
import { UserError } from '../errors/user-error.ts';

/** Accounts that exist in every Oracle database, and words that mean one. Never a clan's schema. */
const TAKEN = new Set([
  'admin',
  'anonymous',
  'audsys',
  'ctxsys',
  'dba',
  'dbsnmp',
  'dip',
  'dvsys',
  'ggsys',
  'internal',
  'lbacsys',
  'mdsys',
  'none',
  'null',
  'ords_metadata',
  'ords_public_user',
  'outln',
  'pdbadmin',
  'public',
  'remote_scheduler_agent',
  'resource',
  'sys',
  'sysbackup',
  'sysdg',
  'syskm',
  'sysman',
  'sysrac',
  'system',
  'user',
  'wmsys',
  'xdb',
  'xs$null',
]);

/**
 * The Oracle user that owns a clan's schema: its name in capitals, fit to stand between double quotes.
 * Throws `UserError` 'bad-clan-name' for anything that is no plain identifier or that Oracle has for itself.
 */
export function schemaUser(clan: string): string {
  if (!ClanName.safeParse(clan).success) {
    throw new UserError(
      'bad-clan-name',
      'The clan name is no safe schema name, so nothing was changed. Use 2 to 30 of a-z, 0-9 and _, starting with a letter.',
    );
  }
  if (TAKEN.has(clan)) {
    throw new UserError(
      'bad-clan-name',
      `"${clan}" is an account of Oracle's own, so nothing was changed. Choose another clan name.`,
    );
  }
  return clan.toUpperCase();
}
