import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { ClanIdentity, ClanName, ClanRecord, type ClanRegistry, ClanRegistryError } from './clan-record.ts';

export interface FileRegistryOptions {
  /** Directory of `<clan>.json`, each one clan's whole record. */
  readonly directory: string;
  /** Told of a file that `identities` leaves out; the message names file and fields, no value. */
  readonly onProblem?: (message: string) => void;
}

/**
 * Clan records in files of one directory, for one machine. Reads the files at each call, so that a changed one
 * counts at once; `createCachingRegistry` stands before it where that is too often. A malformed file concerns
 * its own clan only.
 */
export function createFileRegistry({ directory, onProblem = () => {} }: FileRegistryOptions): ClanRegistry {
  async function find(applicationId: string): Promise<ClanFile | undefined> {
    let malformed: ClanRegistryError | undefined;
    for (const clan of await clansIn(directory)) {
      try {
        const file = await readClanFile(directory, clan);
        if (file?.applicationId === applicationId) return file;
      } catch (error) {
        if (!(error instanceof ClanRegistryError)) throw error;
        malformed = error;
      }
    }
    // The clan that was asked for may be the one whose file cannot be read.
    if (malformed !== undefined) throw malformed;
    return undefined;
  }

  return {
    async identity(applicationId) {
      const file = await find(applicationId);
      return file === undefined ? undefined : valid(ClanIdentity, file);
    },
    async record(applicationId) {
      const file = await find(applicationId);
      return file === undefined ? undefined : valid(ClanRecord, file);
    },
    async recordOfClan(clan) {
      if (!ClanName.safeParse(clan).success) return undefined;
      const file = await readClanFile(directory, clan);
      return file === undefined ? undefined : valid(ClanRecord, file);
    },
    async identities() {
      const found: ClanIdentity[] = [];
      for (const clan of await clansIn(directory)) {
        try {
          const file = await readClanFile(directory, clan);
          if (file !== undefined) found.push(valid(ClanIdentity, file));
        } catch (error) {
          if (!(error instanceof ClanRegistryError)) throw error;
          onProblem(error.message);
        }
      }
      return found;
    },
  };
}

interface ClanFile {
  readonly name: string;
  readonly json: unknown;
  readonly applicationId: string | undefined;
}

async function clansIn(directory: string): Promise<string[]> {
  try {
    const files = await readdir(directory);
    return files.flatMap((file) => (file.endsWith('.json') ? file.slice(0, -5) : [])).sort();
  } catch (error) {
    throw new ClanRegistryError(`The directory of clan records cannot be read: ${directory}`, {
      cause: error,
    });
  }
}

async function readClanFile(directory: string, clan: string): Promise<ClanFile | undefined> {
  const name = `${clan}.json`;
  let text: string;
  try {
    text = await readFile(join(directory, name), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new ClanRegistryError(`${name} cannot be read.`, { cause: error });
  }
  const json = parseJson(text, name);
  const head = z.object({ clan: z.string(), applicationId: z.string() }).safeParse(json);
  if (head.success && head.data.clan !== clan) {
    throw new ClanRegistryError(`${name}: clan: expected "${clan}", the name of the file.`);
  }
  return { name, json, applicationId: head.data?.applicationId };
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Without the cause: JSON.parse quotes the text, and this text holds secrets.
    throw new ClanRegistryError(`${name} is not JSON.`);
  }
}

function valid<T>(form: z.ZodMiniType<T>, { name, json }: ClanFile): T {
  const parsed = form.safeParse(json);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new ClanRegistryError(`${name}: ${problems.join('; ')}`);
}
