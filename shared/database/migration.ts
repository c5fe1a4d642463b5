import { createHash } from 'node:crypto';
import { excerpt } from './statement-text.ts';

/** One file of `sql/migrations`: `0001_clan.sql` is version 1, name `clan`. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly text: string;
}

/** One statement of a migration. `step` counts from 1. */
export interface MigrationStep {
  readonly step: number;
  readonly statement: string;
  /** SHA-256 of the statement; comments and white space do not count. */
  readonly checksum: string;
  /** A table, index or column is made or dropped: Oracle commits such a statement by itself. */
  readonly isDdl: boolean;
}

/** The migrations are not what the schema was made with, or not what the migrator may run. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

const ALLOWED =
  /^(CREATE TABLE|CREATE (UNIQUE )?INDEX|ALTER TABLE \w+ (ADD|DROP COLUMN)|DROP (TABLE|INDEX)|INSERT INTO|UPDATE) /i;

/**
 * The statements of a migration: each ends with `;` at the end of a line; lines that begin with `--` are
 * comments. Throws `MigrationError` for a kind of statement that the two engines do not share.
 */
export function stepsOf(migration: Migration): MigrationStep[] {
  const code = migration.text.replace(/^\s*--.*$/gm, '');
  const pieces = code.split(/;[ \t]*(?:\r?\n|$)/).map((piece) => piece.trim());
  if (pieces.at(-1) !== '')
    throw new MigrationError(`${label(migration)}: the last statement has no ";" at its end.`);
  const statements = pieces.filter((piece) => piece !== '');
  if (statements.length === 0) throw new MigrationError(`${label(migration)} holds no statement.`);
  return statements.map((statement, index) => {
    const flat = statement.replace(/\s+/g, ' ');
    if (!ALLOWED.test(flat) || /[;:]/.test(flat.replace(/'(?:[^']|'')*'/g, "''"))) {
      throw new MigrationError(
        `${label(migration)}, statement ${index + 1} ("${excerpt(flat)}"): a migration may hold CREATE TABLE, ` +
          'CREATE INDEX, ALTER TABLE t ADD c, ALTER TABLE t DROP COLUMN c, DROP, INSERT and UPDATE, ' +
          'one statement per ";" at the end of a line, without binds.',
      );
    }
    return {
      step: index + 1,
      statement,
      checksum: createHash('sha256').update(flat).digest('hex'),
      isDdl: !/^(INSERT|UPDATE) /i.test(flat),
    };
  });
}

/** `0001_clan`, as the file is named. */
export function label(migration: Migration): string {
  return `${String(migration.version).padStart(4, '0')}_${migration.name}`;
}

/** In order of version. Throws `MigrationError` when two have the same version. */
export function inOrder(migrations: readonly Migration[]): Migration[] {
  const sorted = [...migrations].sort((a, b) => a.version - b.version);
  for (const [index, migration] of sorted.entries()) {
    const next = sorted[index + 1];
    if (next?.version === migration.version) {
      throw new MigrationError(
        `Two migrations have version ${migration.version}: ${label(migration)} and ${label(next)}.`,
      );
    }
  }
  return sorted;
}
