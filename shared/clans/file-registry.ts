import { type ClanFile, findClanFile, identityIn, readClanFile, readIdentities } from './clan-files.ts';
import { ClanRecord, type ClanRegistry } from './clan-record.ts';
import { IDENTITY_FIELDS } from './identity-fields.ts';
import { ClanRegistryError } from './registry-error.ts';

export interface FileRegistryOptions {
  /** Directory of `<clan>.json`, each one clan's whole record. */
  readonly directory: string;
  /** Called for a file that `identities` leaves out; the message names file and fields, no value. */
  readonly onProblem?: (message: string) => void;
  /** Clans that are not served; `identities` leaves them out. Default: none is. */
  readonly isStopped?: (clan: string) => boolean;
}

/**
 * Clan records in files of one directory, for one machine. Reads the files at each call, so that a changed one
 * counts at once; `createCachingRegistry` stands before it where that is too often. A malformed file concerns
 * its own clan only.
 */
export function createFileRegistry({
  directory,
  onProblem = () => {},
  isStopped = () => false,
}: FileRegistryOptions): ClanRegistry {
  return {
    async identity(applicationId) {
      const file = findClanFile(directory, applicationId);
      return file === undefined ? undefined : identityIn(file);
    },
    async record(applicationId) {
      const file = findClanFile(directory, applicationId);
      return file === undefined ? undefined : recordIn(file);
    },
    async recordOfClan(clan) {
      if (!IDENTITY_FIELDS.clan.form.test(clan)) return undefined;
      const file = readClanFile(directory, clan);
      return file === undefined ? undefined : recordIn(file);
    },
    identities: async () => readIdentities(directory, onProblem).filter(({ clan }) => !isStopped(clan)),
  };
}

function recordIn({ name, json }: ClanFile): ClanRecord {
  const parsed = ClanRecord.safeParse(json);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new ClanRegistryError(`${name}: ${problems.join('; ')}`);
}
