import { permissionNames } from '../../shared/discord/permission-names.ts';
import type { Permission } from '../../shared/discord/permissions.ts';
import { channelMention, clip, escapeMarkdown, roleMention, timestamp } from '../../shared/discord/text.ts';
import type { ServiceError } from '../../shared/http/service-error.ts';

const KEYS_PAGE = 'create.roblox.com, Open Cloud, API keys';

/** Every text of `/diagnose`. */
export const texts = {
  command: 'Check Roblox, Discord and the database, and say how to fix what is wrong',
  title: 'Diagnosis',
  roblox: 'Roblox',
  discord: 'Discord',
  database: 'Database',
  marks: { good: '✅', warning: '⚠️', bad: '❌' },
  allGood: 'Everything is as it should be.',
  toFix: (bad: number, warnings: number) => `To fix: ${bad}. Worth a look: ${warnings}.`,
  more: (count: number) => `…and ${count} more lines like these.`,

  group: (name: string, members: number | undefined) =>
    `Group "${escapeMarkdown(name)}"${members === undefined ? '' : `, ${members} members`}.`,
  robloxFailed: (what: string) => `${what}.`,
  /** By status; the rest passes by itself. */
  robloxFailedFix: (error: ServiceError) =>
    ({
      400: 'Is roblox_group_id in settings.json the number of the group?',
      401: `Is it the right key, and is it enabled? Look at ${KEYS_PAGE}; a new one is set with \`npm run set-secrets\`.`,
      403: `Does the key allow this group, with the scopes \`group:read\` and \`group:write\`? Look at ${KEYS_PAGE}.`,
      404: 'Is roblox_group_id in settings.json the number of the group, and does the group still exist?',
    })[error.status] ?? nextStepHere(error),
  keyGood: 'The key is enabled.',
  keyDisabled: 'The key is disabled.',
  keyDisabledFix: `Enable it at ${KEYS_PAGE}.`,
  keyExpired: 'The key has expired.',
  keyExpiredFix: `Make a new one at ${KEYS_PAGE} and set it with \`npm run set-secrets\`.`,
  keyEnds: (at: number) => `The key works until ${timestamp(at, 'D')} (${timestamp(at, 'R')}).`,
  keyEndsFix: `Extend it at ${KEYS_PAGE}, or make a new one and set it with \`npm run set-secrets\`.`,
  keyNoEnd:
    'The key has no end date; Roblox ends a key that is unused for 60 days, and the hourly sync uses it.',
  scopesGood: (scopes: readonly string[]) =>
    `The key may: ${scopes.map((scope) => `\`${scope}\``).join(', ')}.`,
  scopeMissing: (scope: string) => `The key lacks the scope \`${scope}\`.`,
  scopeMissingFix: `Add it to the key at ${KEYS_PAGE}, for this group.`,
  ceiling: (name: string, rank: number) =>
    `The highest rank the key can give is "${escapeMarkdown(name)}" (${rank}).`,
  ceilingUnknown: 'Which ranks the key can give is unknown: Roblox did not say whose key it is.',
  ceilingUnknownFix:
    'If promotions are refused, give the account that owns the key a higher role in the group.',
  keyOwnerOutside: 'The account that owns the key is not in the group, so the key can give no rank.',
  keyOwnerOutsideFix: 'Have that account join the group, with a role above every rank that the bot gives.',
  keyGivesNothing: 'The account that owns the key has the lowest role, so the key can give no rank.',
  outOfReach: (names: readonly string[]) => `Out of the key's reach: ${listed(names)}.`,
  outOfReachFix: 'Give the account that owns the key a role above them, or leave these ranks to people.',
  unmapped: (names: readonly string[]) => `No role of the group belongs to: ${listed(names)}.`,
  unmappedFix: 'Correct roblox_group_rank_id in ranks.json; `/ranks compare` shows both sides.',
  mapped: (count: number) => `All ${count} ranks have a role in the group.`,
  paused: 'Paused',
  pausedFix: 'Fix the cause shown here; the bot goes on by itself.',

  discordFailed: (what: string) => `${what}.`,
  /** By status; the rest passes by itself. */
  discordFailedFix: (error: ServiceError) =>
    ({
      401: 'Is the token the current one? A new one is set with `npm run set-secrets`.',
      403: 'Is the bot still in the server, and may it see the channels?',
      404: 'Is the bot still in the server, and is guild_id in settings.json its id?',
    })[error.status] ?? nextStepHere(error),
  manageRolesGood: 'The bot may manage roles.',
  manageRolesMissing: 'The bot lacks the permission "Manage Roles".',
  manageRolesMissingFix: "Server Settings, Roles, the bot's role: turn it on.",
  nicknamesGood: 'The bot may manage nicknames.',
  nicknamesMissing:
    'The bot lacks the permission "Manage Nicknames", and the clan has a template for nicknames.',
  rolesGood: (count: number) => `The bot's role stands above the ${count} rank roles.`,
  rolesAbove: (ids: readonly string[]) =>
    `The bot's role does not stand above ${counted(ids.map(roleMention))}.`,
  rolesAboveFix: "Server Settings, Roles: drag the bot's role above them.",
  rolesGone: (names: readonly string[]) => `The Discord role is gone of: ${listed(names)}.`,
  rolesGoneFix: 'Choose another one with `/ranks set-role`.',
  rolesRefused: (reasons: readonly string[]) =>
    `Of the rank roles, ${counted(reasons.map((reason) => escapeMarkdown(clip(reason, 200))))}`,
  roleWarnedFix: 'If that is not meant, choose another role with `/ranks set-role` or `/settings role`.',
  given: {
    verified: {
      gone: (id: string) => `The Verified role ${roleMention(id)} is gone.`,
      tier: (id: string) =>
        `The Verified role ${roleMention(id)} gives a tier of the bot, so it is not given to anybody.`,
      refused: (id: string, objection: string) =>
        `The Verified role ${roleMention(id)} ${objection}, so it is not given to anybody.`,
      fix: 'Choose another one with `/settings role`, tier Verified.',
    },
    onLeave: {
      gone: (id: string) => `The role of those on leave, ${roleMention(id)}, is gone.`,
      tier: (id: string) =>
        `The role of those on leave, ${roleMention(id)}, gives a tier of the bot, so it is not given to anybody.`,
      refused: (id: string, objection: string) =>
        `The role of those on leave, ${roleMention(id)}, ${objection}, so it is not given to anybody.`,
      fix: 'Choose another one with `/settings role`, tier On leave.',
    },
  },
  rolesOpen: (count: number) =>
    `${count === 1 ? '1 rank has' : `${count} ranks have`} no Discord role yet: one of the rank's name is made at the first promotion.`,
  channelGood: (name: string, id: string) => `${name}: ${channelMention(id)}.`,
  channelNotSet: (name: string) => `${name}: no channel is set.`,
  channelNotSetFix: (which: string) => `\`/settings channel\`, ${which}.`,
  channelGone: (name: string, id: string) =>
    `${name}: ${channelMention(id)} is gone, or the bot cannot see it.`,
  channelGoneFix: 'Let the bot see it, or choose another with `/settings channel`.',
  channelLacks: (name: string, id: string, missing: readonly Permission[]) =>
    `${name}: in ${channelMention(id)} the bot lacks ${missing.map((one) => `"${permissionNames('en')[one]}"`).join(', ')}.`,
  channelLacksFix: "Give them to the bot's role in the channel's permissions.",
  channelNames: { admin: 'Admin', event_log: 'Event log', point_log: 'Point log', log: 'Log' },

  reportsWait: (weeks: readonly string[]) =>
    `The quota report of the week from ${weeks.slice(0, 8).join(', ')} waits: there is no admin channel to post it in.`,
  reportsWaitFix: 'Choose an admin channel with `/settings channel`; it is posted within the hour.',
  schema: (version: number, engine: string) => `Schema version ${version} (${engine}).`,
  latency: (ms: number) => `A query took ${ms} ms.`,
  databaseFailed: (code: string) => `The database failed (${code}).`,
  databaseFailedFix: 'The log of the function tells more; look for the interaction id below.',
  waiting: (count: number) =>
    count === 1
      ? '1 message or role change is waiting to be delivered.'
      : `${count} messages and role changes are waiting to be delivered.`,
  waitingFix: 'They are tried again by themselves; what keeps them shows in the lines above.',
  nothingWaiting: 'Nothing is waiting to be delivered.',
  failed: (count: number) => `${count} could not be delivered in the last 24 hours.`,
  failedFix: 'The log channel (`/settings log-level`) tells why.',
  booksBalance: "Everybody's points equal the ledger.",
  booksDiffer: (count: number) => `The points of ${count} members differ from the ledger.`,
  booksDifferFix: 'Somebody changed the tables by hand. Compare with the last export before fixing.',
};

function nextStepHere({ pause, message, retryable }: ServiceError): string {
  if (pause !== undefined) return 'See the pause above.';
  return retryable ? 'Try again later.' : `It said: ${escapeMarkdown(clip(message, 200))}`;
}

const SHOWN = 6;
const NAME_SHOWN = 40;

function listed(names: readonly string[]): string {
  return counted(names.map((name) => escapeMarkdown(clip(name, NAME_SHOWN))));
}

function counted(parts: readonly string[]): string {
  const shown = parts.slice(0, SHOWN).join(', ');
  return parts.length > SHOWN ? `${shown} and ${parts.length - SHOWN} more` : shown;
}
