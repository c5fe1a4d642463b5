import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Migration, MigrationError } from './migration.ts';

/**
 * The migrations of a directory, by version. For scripts and the local platform; a bundled function imports
 * `clan-bot:migrations`. Throws `MigrationError` for a file that is not named `<4 digits>_<name>.sql`.
 */
export function readMigrations(directory: string): Migration[] {
  return readdirSync(directory)
    .sort()
    .map((file) => {
      const [, version, name] = /^(\d{4})_([a-z0-9_]+)\.sql$/.exec(file) ?? [];
      if (version === undefined || name === undefined) {
        throw new MigrationError(`${join(directory, file)}: expected a name such as 0002_add_medals.sql.`);
      }
      return { version: Number(version), name, text: readFileSync(join(directory, file), 'utf8') };
    });
}
