import type { ChannelName } from '../../shared/clans/settings.ts';
import { permissionNames } from '../../shared/discord/permission-names.ts';
import type { Permission } from '../../shared/discord/permissions.ts';
import { channelMention, clip, escapeMarkdown, roleMention, timestamp } from '../../shared/discord/text.ts';
import { writing } from '../../shared/languages/writing.ts';
import { counted, countedClauses, countedNames, weeksShown } from './counted.ts';

const { number, plural } = writing('en');
const andMore = (shown: string, count: number) => `${shown} and ${number(count)} more`;
const keysPage = 'create.roblox.com, Open Cloud, API keys';
const onOwnMachine = (variable: string) =>
  `On a machine of your own: \`${variable}\` in the clan's file of variables, then a restart.`;
const nameOf = (permission: Permission) => `"${permissionNames.all.en[permission]}"`;

export const en = {
  command: {
    name: 'diagnose',
    description: 'Check Roblox, Discord and the database, and say how to fix what is wrong',
  },
  title: 'Diagnosis',
  roblox: 'Roblox',
  discord: 'Discord',
  database: 'Database',
  marks: { good: '✅', warning: '⚠️', bad: '❌' },
  allGood: 'Everything is as it should be.',
  toFix: (bad: number, warnings: number) => `To fix: ${bad}. Worth a look: ${warnings}.`,
  more: (count: number) => `…and ${count} more lines like these.`,
  seePause: 'See the pause above.',
  tryLater: 'Try again later.',
  itSaid: (message: string) => `It said: ${escapeMarkdown(clip(message, 200))}`,

  group: (name: string, members: number | undefined) =>
    members === undefined
      ? `Group "${escapeMarkdown(name)}".`
      : `Group "${escapeMarkdown(name)}", ${number(members)} members.`,
  robloxFailed: (what: string) => `${what}.`,
  /** By status; the rest passes by itself. */
  robloxFixes: {
    400: 'Is roblox_group_id in settings.json the number of the group?',
    401: `Is it the right key, and is it enabled? Look at ${keysPage}; a new one is set with \`npm run set-secrets\`. ${onOwnMachine('ROBLOX_API_KEY')}`,
    403: `Does the key allow this group, with the scopes \`group:read\` and \`group:write\`? Look at ${keysPage}.`,
    404: 'Is roblox_group_id in settings.json the number of the group, and does the group still exist?',
  },
  keyGood: 'The key is enabled.',
  keyDisabled: 'The key is disabled.',
  keyDisabledFix: `Enable it at ${keysPage}.`,
  keyExpired: 'The key has expired.',
  keyExpiredFix: `Make a new one at ${keysPage} and set it with \`npm run set-secrets\`. ${onOwnMachine('ROBLOX_API_KEY')}`,
  keyEnds: (at: number) => `The key works until ${timestamp(at, 'D')} (${timestamp(at, 'R')}).`,
  keyEndsFix: `Extend it at ${keysPage}, or make a new one and set it with \`npm run set-secrets\`. ${onOwnMachine('ROBLOX_API_KEY')}`,
  keyNoEnd:
    'The key has no end date; Roblox ends a key that is unused for 60 days, and the hourly sync uses it.',
  scopesGood: (scopes: readonly string[]) =>
    `The key may: ${scopes.map((scope) => `\`${scope}\``).join(', ')}.`,
  scopeMissing: (scope: string) => `The key lacks the scope \`${scope}\`.`,
  scopeMissingFix: `Add it to the key at ${keysPage}, for this group.`,
  ceiling: (name: string, rank: number) =>
    `The highest rank the key can give is "${escapeMarkdown(name)}" (${rank}).`,
  ceilingUnknown: 'Which ranks the key can give is unknown: Roblox did not say whose key it is.',
  ceilingUnknownFix:
    'If promotions are refused, give the account that owns the key a higher role in the group.',
  keyOwnerOutside: 'The account that owns the key is not in the group, so the key can give no rank.',
  keyOwnerOutsideFix: 'Have that account join the group, with a role above every rank that the bot gives.',
  keyGivesNothing: 'The account that owns the key has the lowest role, so the key can give no rank.',
  outOfReach: (names: readonly string[]) => `Out of the key's reach: ${countedNames(names, andMore)}.`,
  outOfReachFix: 'Give the account that owns the key a role above them, or leave these ranks to people.',
  unmapped: (names: readonly string[]) => `No role of the group belongs to: ${countedNames(names, andMore)}.`,
  unmappedFix: 'Correct roblox_group_rank_id in ranks.json; `/ranks compare` shows both sides.',
  mapped: (count: number) => `All ${number(count)} ranks have a role in the group.`,

  paused: 'Paused',
  pausedFix: 'Fix the cause shown here; the bot goes on by itself.',
  discordFailed: (what: string) => `${what}.`,
  /** By status; the rest passes by itself. */
  discordFixes: {
    401: `Is the token the current one? A new one is set with \`npm run set-secrets\`. ${onOwnMachine('DISCORD_BOT_TOKEN')}`,
    403: 'Is the bot still in the server, and may it see the channels?',
    404: 'Is the bot still in the server, and is guild_id in settings.json its id?',
  },
  manageRolesGood: 'The bot may manage roles.',
  manageRolesMissing: 'The bot lacks the permission "Manage Roles".',
  manageRolesMissingFix: "Server Settings, Roles, the bot's role: turn it on.",
  nicknamesGood: 'The bot may manage nicknames.',
  nicknamesMissing:
    'The bot lacks the permission "Manage Nicknames", and the clan has a template for nicknames.',
  rolesGood: (count: number) => `The bot's role stands above the ${number(count)} rank roles.`,
  rolesAbove: (ids: readonly string[]) =>
    `The bot's role does not stand above ${counted(ids.map(roleMention), andMore)}.`,
  rolesAboveFix: "Server Settings, Roles: drag the bot's role above them.",
  rolesGone: (names: readonly string[]) => `The Discord role is gone of: ${countedNames(names, andMore)}.`,
  rolesGoneFix: 'Choose another one with `/ranks set-role`.',
  rolesRefused: (clauses: readonly string[]) => `Of the rank roles, ${countedClauses(clauses, andMore)}.`,
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
    plural(count, {
      one: "1 rank has no Discord role yet: one of the rank's name is made at the first promotion.",
      other: `${number(count)} ranks have no Discord role yet: one of the rank's name is made at the first promotion.`,
    }),
  channelGood: (name: string, id: string) => `${name}: ${channelMention(id)}.`,
  channelNotSet: (name: string) => `${name}: no channel is set.`,
  channelNotSetFix: (name: string) => `\`/settings channel\`, ${name}.`,
  channelGone: (name: string, id: string) =>
    `${name}: ${channelMention(id)} is gone, or the bot cannot see it.`,
  channelGoneFix: 'Let the bot see it, or choose another with `/settings channel`.',
  channelLacks: (name: string, id: string, missing: readonly Permission[]) =>
    `${name}: in ${channelMention(id)} the bot lacks ${missing.map(nameOf).join(', ')}.`,
  channelLacksFix: "Give them to the bot's role in the channel's permissions.",
  channelNames: {
    admin: 'Admin',
    event_log: 'Event log',
    point_log: 'Point log',
    log: 'Log',
  } satisfies Record<ChannelName, string>,

  reportsWait: (weeks: readonly string[]) =>
    `The quota report of the week from ${weeksShown(weeks)} waits: there is no admin channel to post it in.`,
  reportsWaitFix: 'Choose an admin channel with `/settings channel`; it is posted within the hour.',
  schema: (version: number, engine: string) => `Schema version ${version} (${engine}).`,
  latency: (ms: number) => `A query took ${number(ms)} ms.`,
  databaseFailed: (code: string) => `The database failed (${code}).`,
  databaseFailedFix: 'The log of the function tells more; look for the interaction id below.',
  waiting: (count: number) =>
    plural(count, {
      one: '1 message or role change is waiting to be delivered.',
      other: `${number(count)} messages and role changes are waiting to be delivered.`,
    }),
  waitingFix: 'They are tried again by themselves; what keeps them shows in the lines above.',
  nothingWaiting: 'Nothing is waiting to be delivered.',
  failed: (count: number) => `${number(count)} could not be delivered in the last 24 hours.`,
  failedFix: 'The log channel (`/settings log-level`) tells why.',
  booksBalance: "Everybody's points equal the ledger.",
  booksDiffer: (count: number) => `The points of ${number(count)} members differ from the ledger.`,
  booksDifferFix: 'Somebody changed the tables by hand. Compare with the last export before fixing.',
};
export type Texts = typeof en;
