import type { ClanView } from './shapes.ts';

/** Discord's markup as plain text: mentions by name, timestamps as local time, Markdown without its signs. */
export function withoutMarkup(text: string, clan: ClanView): string {
  const byId = (list: readonly { id: string; name: string }[], id: string) =>
    list.find((entry) => entry.id === id)?.name ?? id;
  return text
    .replace(/<@!?(\d+)>/g, (_all, id: string) => `@${byId(clan.members, id)}`)
    .replace(/<@&(\d+)>/g, (_all, id: string) => `@${byId(clan.roles, id)}`)
    .replace(/<#(\d+)>/g, (_all, id: string) => `#${byId(clan.channels, id)}`)
    .replace(/<t:(-?\d+)(?::(\w))?>/g, (_all, seconds: string, style: string | undefined) =>
      timeText(Number(seconds), style),
    )
    .replace(/^-# /gm, '')
    .replace(/(\*\*|__|~~)([^\n]+?)\1/g, '$2')
    .replace(/\[([^\]\n]+)\]\((https?:[^)\s]+)\)/g, '$1 ($2)')
    .replace(/\\([\\`*_{}[\]()<>#+\-.!|~@:])/g, '$1');
}

function timeText(seconds: number, style: string | undefined): string {
  const date = new Date(seconds * 1000);
  if (style === 'R') return relative(seconds - Date.now() / 1000);
  if (style === 't' || style === 'T') return date.toLocaleTimeString('en-GB', { timeStyle: 'short' });
  if (style === 'd' || style === 'D') return date.toLocaleDateString('en-GB', { dateStyle: 'medium' });
  return date.toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
}

function relative(seconds: number): string {
  const format = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  for (const [unit, size] of [
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ] as const) {
    if (Math.abs(seconds) >= size) return format.format(Math.round(seconds / size), unit);
  }
  return format.format(Math.round(seconds), 'second');
}
