import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { stoppedClansIn } from '../shared/clans/stopped-clans.ts';
import { ConfigError } from '../shared/configs/config-error.ts';
import { DatabaseError } from '../shared/database/errors.ts';
import { MigrationError } from '../shared/database/migration.ts';
import { DatabaseInUseError } from './database-lock.ts';
import { OwnFileError } from './own-file.ts';
import { writePrivateFile } from './private-file.ts';

/** A clan that cannot be served, and all that is wrong with it; no secret is in it. */
export interface StoppedClan {
  readonly clan: string;
  readonly problems: readonly string[];
}

/** None of the clans can be served. A line per problem. */
export class NoClanToServeError extends Error {
  override readonly name = 'NoClanToServeError';
}

/** In a few words that hold no path: `/health` shows them to anybody. */
const SHOWN = 'is not served: what it is set up with cannot be used; the console of the platform says why';

/**
 * The clans that the running platform does not serve: one clan's bad file stops that clan only. The functions and
 * `npm run job` see them in `DATA_DIR/stopped`.
 */
export class StoppedClans {
  readonly #directory: string;
  readonly #show: (line: string) => void;
  readonly #clans = new Map<string, StoppedClan>();
  #announced = false;

  private constructor(dataDir: string, show: (line: string) => void) {
    this.#directory = stoppedClansIn(dataDir);
    this.#show = show;
  }

  /** Begins with none; what a crash left there is removed. */
  static async begin(dataDir: string, show: (line: string) => void): Promise<StoppedClans> {
    const stopped = new StoppedClans(dataDir, show);
    await stopped.clear();
    await mkdir(stopped.#directory, { recursive: true, mode: 0o700 });
    return stopped;
  }

  async add(stopped: StoppedClan): Promise<void> {
    this.#clans.set(stopped.clan, stopped);
    await writePrivateFile(join(this.#directory, stopped.clan), `${stopped.problems.join('\n')}\n`);
    if (this.#announced) this.#showOne(stopped);
  }

  has(clan: string): boolean {
    return this.#clans.has(clan);
  }

  /** Says which clans are stopped and why, and says it of later ones at once. */
  announce(): void {
    this.#announced = true;
    for (const stopped of this.#clans.values()) this.#showOne(stopped);
  }

  /** A line for each of them, for `/health`. */
  problems(): string[] {
    return this.names().map((clan) => `${clan} ${SHOWN}`);
  }

  names(): string[] {
    return [...this.#clans.keys()];
  }

  /** Everything that is wrong with them, each once: a file may concern several. */
  reasons(): string[] {
    return [...new Set([...this.#clans.values()].flatMap(({ problems }) => problems))];
  }

  async clear(): Promise<void> {
    await rm(this.#directory, { recursive: true, force: true });
  }

  #showOne({ clan, problems }: StoppedClan): void {
    this.#show(`${clan} is not served. Correct this, then start again:`);
    for (const problem of problems) this.#show(`  ${problem}`);
  }
}

/** Why a running platform does not serve a clan; `undefined` when it does. */
export async function whyStopped(dataDir: string, clan: string): Promise<string | undefined> {
  try {
    return (await readFile(join(stoppedClansIn(dataDir), clan), 'utf8')).trimEnd();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** What is wrong with a clan that could not be prepared: its files, its schema, the file of its database. */
export function problemsOf(clan: string, error: unknown): readonly string[] {
  if (error instanceof ConfigError) return error.problems;
  if (error instanceof OwnFileError) return [error.message];
  if (error instanceof DatabaseInUseError) return [`${clan}: ${error.message}`];
  return [`${clan}: its schema cannot be prepared: ${isExpected(error) ? error.message : stackOf(error)}`];
}

/** The database, the migrator or the system refused. */
function isExpected(error: unknown): error is Error {
  if (error instanceof DatabaseError || error instanceof MigrationError) return true;
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
