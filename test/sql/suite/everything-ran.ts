import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collectStatements } from '../collect-statements.ts';
import { schemaColumns } from '../schema-columns.ts';
import { bindColumns } from './bind-columns.ts';
import type { Ran } from './recording.ts';
import { MIGRATIONS } from './store.ts';

/** Files whose statements the suite need not run, and why. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'shared/provisioning/provision-clan.ts': 'asks whether a password works; provision-clan.test.ts runs it',
  'shared/provisioning/admin-statements.ts': 'makes users as an administrator; test:oracle runs it',
  'scripts/import/old-tables.ts':
    "reads the old bot's tables, on SQLite in its own tests and on H2 in old-oracle.test.ts",
  'scripts/import/old-oracle.ts': 'opens them on Oracle; old-oracle.test.ts runs it on H2',
  'scripts/backup/export-schema.ts': 'holds a snapshot on Oracle only',
};

const statements = (await collectStatements(join(import.meta.dirname, '../../..'))).filter(
  ({ file, isFragment }) =>
    !isFragment && /^(shared|functions|scripts)\//.test(file) && ELSEWHERE[file] === undefined,
);
const columns = schemaColumns(MIGRATIONS);

/** To be called after the suite: no statement of the product was left out, and each got the binds it needs. */
export function everythingRan(ran: Ran): void {
  describe('after all cases', () => {
    it('every statement of the product has run; one that has not needs a case in test/sql/suite', () => {
      expect(statements.filter(({ text }) => !ran.has(text)).map(({ name }) => name)).toEqual([]);
    });

    it('each bind had one type, the one of its column', () => {
      const wrong = statements.flatMap(({ name, text }) =>
        [...(ran.binds.get(text) ?? [])].flatMap(([bind, types]) => {
          const wanted = bindColumns(text, columns).get(bind);
          const seen = [...types].join(' and ');
          return types.size <= 1 && (wanted === undefined || seen === '' || seen === wanted)
            ? []
            : [
                `${name}: :${bind} was bound as ${seen}${wanted === undefined ? '' : `, its column is ${wanted}`}`,
              ];
        }),
      );
      expect(wrong).toEqual([]);
    });
  });
}
