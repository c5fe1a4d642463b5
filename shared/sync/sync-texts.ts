import { clip, escapeMarkdown, mention } from '../discord/text.ts';
import type { Rank } from '../ranks/rank.ts';
import type { SyncReport } from './sync-report.ts';

const rankName = (rank: Rank) => `**${escapeMarkdown(clip(rank.name, 100))}**`;
const robloxName = (name: string | null) => escapeMarkdown(clip(name ?? 'unknown', 64));

/** Every text that a sync says, in `/sync` and in the hourly job. */
export const syncTexts = {
  moved: (id: string, from: Rank, to: Rank, reset: number) =>
    `${mention(id)}: ${rankName(from)} → ${rankName(to)}, as on Roblox${reset > 0 ? ` (${reset} points reset)` : ''}.`,
  leftGroup: (id: string, name: string | null) =>
    `${mention(id)}: ${robloxName(name)} is no longer in the Roblox group. The rank stays as it is.`,
  accountGone: (id: string, name: string | null) =>
    `${mention(id)}: the Roblox account ${robloxName(name)} no longer exists or is banned. The rank stays as it is.`,
  renamed: (id: string, from: string | null, to: string) =>
    `${mention(id)}: renamed on Roblox, ${robloxName(from)} → ${robloxName(to)}.`,
  unmapped: (id: string, name: string | null) =>
    `${mention(id)}: no rank of the clan belongs to the Roblox roles of ${robloxName(name)}. The rank stays as it is.`,
  held: (id: string, rank: Rank) =>
    `${mention(id)}: Roblox refused ${rankName(rank)}, which the clan keeps; left alone until the roles on Roblox change.`,
  pending: (id: string) =>
    `${mention(id)}: an earlier change is still on its way to Roblox; skipped until it arrived.`,
  changedMeanwhile: (id: string) =>
    `${mention(id)}: changed while the sync looked; the next sync looks again.`,
  leftServer: (id: string, name: string | null) =>
    `${mention(id)}: ${robloxName(name)} has left the Discord server; there are no Discord roles to change.`,
  roleMissing: (id: string, rank: Rank) =>
    `${mention(id)}: the Discord role of ${rankName(rank)} was missing and is given.`,
  roleRefused: (id: string, reason: string) => `${mention(id)}: no Discord role is given: ${reason}`,
  effectFailed: (id: string, reason: string) =>
    `${mention(id)}: the Discord roles could not be changed: ${reason}`,
  effectWaiting: (id: string) => `${mention(id)}: the Discord roles will be changed shortly.`,
  memberFailed: (id: string, reason: string) =>
    `${mention(id)}: failed: ${escapeMarkdown(reason)} Nothing was changed.`,

  discordUnlisted:
    'Discord did not let the bot list the members (Server Members intent); only members whose rank changed had their Discord roles compared.',
  namesUnread: 'Roblox names could not be compared this time.',

  counts: (report: SyncReport) =>
    `Checked: **${report.checked}** · updated: **${report.updated}** · in sync: **${report.inSync}** · ` +
    `skipped: **${report.skipped}** · failed: **${report.failed}**`,
  moreLines: (more: number) => `…and ${more} more.`,
  unfinished: 'The time was up before everybody was looked at; the hourly sync goes on.',
};
