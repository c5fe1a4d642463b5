import type { ConfigReport } from './apply-config.ts';

/** What applying a clan's files did, in lines for a console. Empty when nothing changed and nothing is above them. */
export function describeReport(report: ConfigReport): string[] {
  const lines: string[] = [];
  if (report.settings === 'applied') lines.push('settings.json applied');
  if (report.ranks === 'applied') lines.push(`ranks.json applied: ${rankChanges(report)}`);
  if (report.keptSettings.length > 0) {
    const keys = report.keptSettings.map((setting) => setting.key).join(', ');
    lines.push(`set by commands, stays above settings.json: ${keys}`);
  }
  for (const rank of report.keptRoles) {
    lines.push(`set by /ranks set-role, stays above ranks.json: ${rank.name}: role ${rank.discordRoleId}`);
  }
  return lines;
}

function rankChanges(report: ConfigReport): string {
  const renamed = report.renamed.map(({ from, to }) => `${from} to ${to}`);
  const parts = [
    part('added', report.added),
    part('changed', report.changed),
    part('renamed', renamed),
    part('dropped', report.dropped),
  ].filter((text) => text !== '');
  return parts.length === 0 ? 'no rank differs' : parts.join('; ');
}

function part(what: string, names: readonly string[]): string {
  if (names.length === 0) return '';
  return names.length > 5 ? `${names.length} ${what}` : `${what} ${names.join(', ')}`;
}
