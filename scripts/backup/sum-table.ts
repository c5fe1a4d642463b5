import type { ExportTail } from './export-format.ts';

/** Rows and checksum of each table that holds anything, for a console. */
export function sumTable(tail: ExportTail): string[] {
  const tables = Object.entries(tail.tables).filter(([, { rows }]) => rows > 0);
  const width = Math.max(...tables.map(([name]) => name.length), 0);
  return tables.map(
    ([name, { rows, sha256 }]) =>
      `${name.padEnd(width)}  ${rows.toLocaleString('en-US').padStart(9)}  ${sha256.slice(0, 16)}`,
  );
}
