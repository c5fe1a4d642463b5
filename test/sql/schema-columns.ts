import { type Migration, stepsOf } from '../../shared/database/migration.ts';
import { LEASE_TABLE } from '../../shared/database/migration-lease.ts';
import { RECORD_TABLE } from '../../shared/database/migration-record.ts';

export interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: 'VARCHAR2' | 'NUMBER' | 'CLOB';
  /** Characters of a VARCHAR2, digits of a NUMBER; 0 for a CLOB. */
  readonly size: number;
  readonly nullable: boolean;
  /** Its definition, as the migration has it. */
  readonly definition: string;
}

const COLUMN = /^(\w+) (VARCHAR2|NUMBER|CLOB)(?:\((\d+)\))?(.*)$/s;

/** Every statement that makes a clan's schema, the migrator's own tables included. */
export function schemaStatements(migrations: readonly Migration[]): string[] {
  return [LEASE_TABLE, RECORD_TABLE, ...migrations.flatMap(stepsOf).map((step) => step.statement)];
}

/** The columns of a clan's schema, as the migrations leave it. Throws for a definition that it cannot read. */
export function schemaColumns(migrations: readonly Migration[]): Column[] {
  return schemaStatements(migrations).flatMap((statement) => {
    const [, table, body] = /^CREATE TABLE (\w+) \((.*)\)$/s.exec(statement) ?? [];
    if (table !== undefined && body !== undefined) {
      const parts = atTopLevel(body).filter((part) => !/^(CONSTRAINT|CHECK)\b/.test(part));
      return parts.map((part) => columnOf(table, part));
    }
    const [, altered, added] = /^ALTER TABLE (\w+) ADD (.*)$/s.exec(statement) ?? [];
    return altered === undefined || added === undefined ? [] : [columnOf(altered, added)];
  });
}

function columnOf(table: string, definition: string): Column {
  const [, name, type, size, rest = ''] = COLUMN.exec(definition.replace(/\s+/g, ' ').trim()) ?? [];
  if (name === undefined || (type !== 'VARCHAR2' && type !== 'NUMBER' && type !== 'CLOB')) {
    throw new Error(`${table}: "${definition}" is no column of type VARCHAR2(n), NUMBER(n) or CLOB.`);
  }
  return { table, name, type, size: Number(size ?? 0), nullable: !/\bNOT NULL\b/.test(rest), definition };
}

/** The parts between the commas that stand in no parentheses. */
export function atTopLevel(list: string): string[] {
  let depth = 0;
  const parts = [''];
  for (const character of list) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim());
}
