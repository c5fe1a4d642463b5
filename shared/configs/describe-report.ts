import type { KeptRank } from '../ranks/plan-ranks.ts';
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
  lines.push(...report.keptRanks.map((kept) => `set by commands, stays above ranks.json: ${keptRank(kept)}`));
  const isKept = report.keptSettings.length + report.keptRanks.length > 0;
  if (isKept) lines.push('`npm run migrate -- --clan <clan> --overwrite` takes what the files say instead');
  return lines;
}

function keptRank(kept: KeptRank): string {
  switch (kept.kind) {
    case 'field':
      return `${kept.rank}: ${kept.field} ${shown(kept.here)} (the file says ${shown(kept.inFile)})`;
    case 'added':
      return `${kept.rank}: added, the file does not have it`;
    case 'dropped':
      return `${kept.rank}: dropped, the file has it`;
    case 'name-taken':
      return `another rank has the name ${kept.rank}, so that the file's rank is left out`;
  }
}

function shown(value: unknown): string {
  return value === null ? 'none' : String(value);
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
