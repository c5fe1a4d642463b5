const COLUMN_LENGTH = 1000;

/** Role ids as one column keeps them: sorted, separated by commas. Null for none. Whole ids only, 1,000 characters. */
export function formatRoleIds(roleIds: readonly string[]): string | null {
  let text = '';
  for (const id of [...new Set(roleIds)].sort()) {
    const next = text === '' ? id : `${text},${id}`;
    if (next.length > COLUMN_LENGTH) break;
    text = next;
  }
  return text === '' ? null : text;
}

export function parseRoleIds(column: string | null): readonly string[] {
  return column === null || column === '' ? [] : column.split(',');
}

/** Whether both hold the same roles, in any order. */
export function sameRoles(a: readonly string[], b: readonly string[]): boolean {
  return formatRoleIds(a) === formatRoleIds(b);
}
