import { escapeMarkdown, mention } from '../discord/text.ts';
import type { SyncReport } from './sync-report.ts';

/** What a sync says of a whole run, in `/sync` and in the hourly job; what it says of a member is in shared/ranks. */
export const syncTexts = {
  ofNamed: (name: string, id: string, sentence: string) =>
    `${name === '' ? id : `${name} (${id})`}: ${sentence}`,
  ofMember: (id: string, sentence: string) => `${mention(id)}: ${sentence}`,
  effectFailed: (reason: string) => `The Discord roles could not be changed: ${escapeMarkdown(reason)}`,
  effectWaiting: 'The Discord roles will be changed shortly.',
  memberFailed: (reason: string) => `Failed: ${escapeMarkdown(reason)} Nothing was changed.`,

  discordUnlisted:
    'Discord did not let the bot list the members (Server Members intent); only members whose rank changed had their Discord roles compared.',

  counts: (report: SyncReport) =>
    `Checked: **${report.checked}** · updated: **${report.updated}** · in sync: **${report.inSync}** · ` +
    `skipped: **${report.skipped}** · failed: **${report.failed}**`,
  moreLines: (more: number) => `…and ${more} more.`,
  nicknameLeft: (reason: string) => `Nickname: ${escapeMarkdown(reason)}.`,
  nicknamesQueued: (count: number) =>
    count === 1
      ? 'One nickname is set within the next minutes.'
      : `${count} nicknames are set one after the other within the next hour.`,
  nicknamesMore: 'The hourly sync goes on with more nicknames.',
  nicknamesNotAllowed:
    'Nicknames were not set: the bot needs the permission Manage Nicknames. `/diagnose` says how to give it.',
  unfinished: 'The time was up before everybody was looked at; the hourly sync goes on.',
};
