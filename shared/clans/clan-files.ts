// Synchronous on purpose: a few files of some hundred bytes, and node:fs/promises would take longer to load than
// they take to read.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject, type JsonObject } from '../json/json.ts';
import type { ClanIdentity } from './clan-record.ts';
import { IDENTITY_FIELDS } from './identity-fields.ts';
import { ClanRegistryError } from './registry-error.ts';

/** One clan's record as it stands in its file, not validated beyond its name. */
export interface ClanFile {
  /** `tophat.json`. */
  readonly name: string;
  readonly json: JsonObject;
}

/** The clans that have a file. Throws `ClanRegistryError`. */
function clansIn(directory: string): readonly string[] {
  try {
    const files = readdirSync(directory);
    return files.flatMap((file) => (file.endsWith('.json') ? file.slice(0, -5) : [])).sort();
  } catch (error) {
    throw new ClanRegistryError(`The directory of clan records cannot be read: ${directory}`, {
      cause: error,
    });
  }
}

/** A clan's file; `undefined` when there is none. Throws `ClanRegistryError`, which quotes nothing of it. */
export function readClanFile(directory: string, clan: string): ClanFile | undefined {
  const name = `${clan}.json`;
  let text: string;
  try {
    text = readFileSync(join(directory, name), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new ClanRegistryError(`${name} cannot be read.`, { cause: error });
  }
  const json = parseJson(text, name);
  if (typeof json['clan'] === 'string' && json['clan'] !== clan) {
    throw new ClanRegistryError(`${name}: clan: expected "${clan}", the name of the file.`);
  }
  return { name, json };
}

/**
 * The file of the clan with this application. A malformed file concerns its own clan only, so it is an error when
 * no other is the one that was asked for.
 */
export function findClanFile(directory: string, applicationId: string): ClanFile | undefined {
  let malformed: ClanRegistryError | undefined;
  for (const clan of clansIn(directory)) {
    try {
      const file = readClanFile(directory, clan);
      if (file?.json['applicationId'] === applicationId) return file;
    } catch (error) {
      if (!(error instanceof ClanRegistryError)) throw error;
      malformed = error;
    }
  }
  if (malformed !== undefined) throw malformed;
  return undefined;
}

/**
 * The application ids of all clans, one after the other. Throws `ClanRegistryError` at the end where a file could not
 * be read, since it may hold any id.
 */
export function* listClanFiles(directory: string): Generator<string, void> {
  let malformed: ClanRegistryError | undefined;
  for (const clan of clansIn(directory)) {
    try {
      const applicationId = readClanFile(directory, clan)?.json['applicationId'];
      if (typeof applicationId === 'string') yield applicationId;
    } catch (error) {
      if (!(error instanceof ClanRegistryError)) throw error;
      malformed = error;
    }
  }
  if (malformed !== undefined) throw malformed;
}

/**
 * Every clan whose file can be read; `onProblem` is called for the others, without values. Throws
 * `ClanRegistryError` when the directory cannot be read.
 */
export function readIdentities(directory: string, onProblem: (message: string) => void): ClanIdentity[] {
  const found: ClanIdentity[] = [];
  for (const clan of clansIn(directory)) {
    try {
      const file = readClanFile(directory, clan);
      if (file !== undefined) found.push(identityIn(file));
    } catch (error) {
      if (!(error instanceof ClanRegistryError)) throw error;
      onProblem(error.message);
    }
  }
  return found;
}

/** Who the clan is. Throws `ClanRegistryError` with file, field and expectation. */
export function identityIn({ name, json }: ClanFile): ClanIdentity {
  const field = (key: keyof ClanIdentity): string => {
    const value = json[key];
    const { form, expected } = IDENTITY_FIELDS[key];
    if (typeof value === 'string' && form.test(value)) return value;
    throw new ClanRegistryError(`${name}: ${key}: ${expected}`);
  };
  return {
    clan: field('clan'),
    applicationId: field('applicationId'),
    publicKey: field('publicKey'),
    guildId: field('guildId'),
    robloxGroupId: field('robloxGroupId'),
  };
}

function parseJson(text: string, name: string): JsonObject {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    // Without the cause: JSON.parse quotes the text, and this text holds secrets.
    throw new ClanRegistryError(`${name} is not JSON.`);
  }
  if (!isObject(json)) throw new ClanRegistryError(`${name} is not a JSON object.`);
  return json;
}
