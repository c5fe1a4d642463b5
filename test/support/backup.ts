// For tests only: an export in memory.

import type { ExportTail } from '../../scripts/backup/export-format.ts';
import { exportSchema } from '../../scripts/backup/export-schema.ts';
import { restoreSchema } from '../../scripts/backup/restore-schema.ts';
import type { Database } from '../../shared/database/database.ts';

export interface Exported {
  readonly lines: readonly string[];
  readonly tail: ExportTail;
}

export async function exported(db: Database, clan = 'tophat'): Promise<Exported> {
  let text = '';
  const begin = () => {
    text = '';
    return (lines: string) => {
      text += lines;
    };
  };
  const tail = await exportSchema({ db, clan, now: () => 1, begin, progress: () => {} });
  return { lines: text.trimEnd().split('\n'), tail };
}

export async function restored(
  db: Database,
  lines: readonly string[],
  options: {
    readonly replace?: boolean;
    readonly clan?: string;
    readonly progress?: (rows: number) => void;
  } = {},
): Promise<ExportTail> {
  const { replace = false, clan = 'tophat', progress = () => {} } = options;
  async function* read(): AsyncGenerator<string> {
    yield* lines;
  }
  return restoreSchema({ db, clan, replace, lines: read, progress });
}
