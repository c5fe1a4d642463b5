import type { Blacklisting } from '../../shared/blacklist/blacklist.ts';
import { clip, escapeMarkdown, mention, timestamp } from '../../shared/discord/text.ts';

const SHOWN_REASON = 150;

/** Every text of `/blacklist`. */
export const texts = {
  command: 'Who may not use the bot',
  commandAdd: 'Keep somebody from everything but looking at their own figures',
  commandRemove: 'Let somebody use the bot again',
  commandView: 'Everybody on the blacklist',
  optionMember: 'Who',
  optionReason: 'Why (they are shown this)',
  optionDays: 'For how many days (left out: until somebody removes them)',

  badDays: (max: number) => `Days must be a whole number from 1 to ${max}. Nothing was changed.`,
  badReason: (max: number) => `The reason may be ${max} characters long at most. Nothing was changed.`,
  notListed: (id: string) => `${mention(id)} is not on the blacklist. Nothing was changed.`,

  added: (entry: Blacklisting) =>
    `${mention(entry.discordId)} is on the blacklist ${until(entry.expiresAt)}.${because(entry.reason)}\n` +
    'They can still use `/help`, `/xp`, `/leaderboard`, `/link-roblox`, `/show-my-id` and `/my-data`. ' +
    'Their points, rank and roles stay as they are.',
  changed: (entry: Blacklisting) =>
    `${mention(entry.discordId)} was on the blacklist already; the entry now holds ${until(entry.expiresAt)}.${because(entry.reason)}`,
  removed: (id: string) => `${mention(id)} is off the blacklist and may use everything again.`,

  logAdded: (entry: Blacklisting, actorId: string) =>
    `${mention(actorId)} put ${mention(entry.discordId)} on the blacklist ${until(entry.expiresAt)}.${because(entry.reason)}`,
  logRemoved: (id: string, actorId: string) => `${mention(actorId)} took ${mention(id)} off the blacklist.`,

  title: 'Blacklist',
  empty: 'Nobody is on the blacklist.',
  line: (entry: Blacklisting) =>
    `${mention(entry.discordId)} since ${timestamp(entry.createdAt, 'D')}` +
    `${entry.createdBy === null ? '' : ` by ${mention(entry.createdBy)}`}, ${until(entry.expiresAt)}.${because(entry.reason)}`,
  page: (page: number) => `Page ${page}`,
  previous: 'Newer',
  next: 'Older',
};

function until(expiresAt: number | null): string {
  return expiresAt === null ? 'until somebody removes them' : `until ${timestamp(expiresAt, 'f')}`;
}

function because(reason: string | null): string {
  return reason === null ? '' : ` Reason: ${escapeMarkdown(clip(reason, SHOWN_REASON))}`;
}
