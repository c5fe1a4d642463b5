/** Lines that SQL*Plus keeps for itself. */
const OWN_COMMAND = /^(SET|WHENEVER|ACCEPT|PROMPT)\b/;

/**
 * The statements of `sql/setup_oracle_schema.sql` as SQL*Plus would send them: its own commands done, variables
 * put in, blocks ended by `/` and other statements by `;`.
 */
export function setupStatements(
  script: string,
  given: { readonly clan: string; readonly password: string },
): string[] {
  const statements: string[] = [];
  let lines: string[] = [];
  let isBlock = false;
  for (const line of script.split('\n')) {
    if (lines.length === 0 && (line.trim() === '' || line.startsWith('--') || OWN_COMMAND.test(line)))
      continue;
    if (lines.length === 0) isBlock = /^(DECLARE|BEGIN)\b/.test(line);
    if (isBlock && line === '/') {
      statements.push(lines.join('\n'));
      lines = [];
    } else if (!isBlock && line.endsWith(';')) {
      statements.push([...lines, line.slice(0, -1)].join('\n'));
      lines = [];
    } else lines.push(line);
  }
  return statements.map((text) =>
    text.replaceAll('&clan_password', given.password).replaceAll('&1', given.clan),
  );
}
