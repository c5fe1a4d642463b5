import { expect, it } from 'vitest';
import { exportSchema } from '../../../scripts/backup/export-schema.ts';
import { restoreSchema } from '../../../scripts/backup/restore-schema.ts';
import { savedTablesOf } from '../../../scripts/backup/saved-tables.ts';
import { NOON } from '../../support/clan.ts';
import { schemaColumns } from '../schema-columns.ts';
import { MIGRATIONS, type Store } from './store.ts';

const columns = schemaColumns(MIGRATIONS);

/** Words that a column's CHECK allows, where it allows only some. */
function allowed(definition: string): string | undefined {
  return /IN \('([^']+)'/.exec(definition)?.[1];
}

export function backupCases(store: Store): void {
  const saved = () => savedTablesOf(store.migrations.length);
  /** One row in every table, with something in every column that may hold it. */
  async function fillAllTables(): Promise<void> {
    await store.clan.seed({ discordId: '2' });
    for (const table of saved().filter((each) => !['ranks', 'members'].includes(each.name))) {
      const row = table.columns.map((name) => {
        const column = columns.find((each) => each.table === table.name && each.name === name);
        if (column === undefined) throw new Error(`${table.name} has no column ${name}`);
        if (column.type === 'NUMBER') return [name, /IN \(0, 1\)/.test(column.definition) ? 1 : 7];
        return [
          name,
          allowed(column.definition) ?? (column.size > 0 && column.size < 8 ? '2' : '2🐺'.slice(0, 3)),
        ];
      });
      await store.db.execute(table.add, {
        ...Object.fromEntries(row),
        ...(table.name === 'outbox' ? { status: 'due' } : {}),
      });
    }
  }
  async function exported(): Promise<{ lines: string[]; end: unknown }> {
    let text = '';
    const end = await exportSchema({
      db: store.db,
      clan: 'tophat',
      now: () => NOON,
      begin() {
        text = '';
        return (lines) => {
          text += lines;
        };
      },
      progress: () => undefined,
    });
    return { lines: text.trimEnd().split('\n'), end };
  }
  async function* each(lines: readonly string[]): AsyncGenerator<string> {
    yield* lines;
  }

  it('an export holds every table, and a restore leaves the same rows', async () => {
    await fillAllTables();
    const before = await exported();
    const restore = {
      db: store.db,
      clan: 'tophat',
      lines: () => each(before.lines),
      progress: () => undefined,
    };
    await expect(restoreSchema({ ...restore, replace: false })).rejects.toThrow(/holds data already/);
    expect(await restoreSchema({ ...restore, replace: true })).toEqual(before.end);
    expect(await exported()).toEqual(before);
    for (const table of saved()) expect(before.lines.join('\n')).toContain(`"table":"${table.name}"`);
  });
}
