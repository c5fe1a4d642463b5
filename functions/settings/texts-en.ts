import type { ChannelName, Settings } from '../../shared/clans/settings.ts';
import { permissionNames } from '../../shared/discord/permission-names.ts';
import type { Permission } from '../../shared/discord/permissions.ts';
import {
  channelMention,
  clip,
  escapeMarkdown,
  mention,
  roleMention,
  timestamp,
} from '../../shared/discord/text.ts';
import { writing } from '../../shared/languages/writing.ts';
import { listed } from './listed.ts';

const { number, plural } = writing('en');
const quoted = (permissions: readonly Permission[]) =>
  permissions.map((one) => `"${permissionNames.all.en[one]}"`).join(', ');
/** Names of ranks, ready to be shown. */
export const ranksShown = (ranks: readonly { readonly name: string }[]) =>
  ranks.map(({ name }) => `**${escapeMarkdown(clip(name, 60))}**`).join(', ');
const list = (ids: readonly string[], show: (id: string) => string) =>
  listed(ids, show, { nobody: 'nobody', andMore: (shown, count) => `${shown} and ${number(count)} more` });

export const en = {
  command: { name: 'settings', description: "The clan's settings" },
  commandShow: { name: 'show', description: 'Every setting, and which of them commands changed' },
  commandChannel: { name: 'channel', description: 'Choose the channel that the bot posts to' },
  commandRole: { name: 'role', description: 'Give a tier to a role, or take it away' },
  commandLogLevel: { name: 'log-level', description: 'What the bot reports in the log channel' },
  commandLanguage: { name: 'language', description: 'The language of what everybody sees' },
  commandTimeZone: {
    name: 'time-zone',
    description: 'The time zone in which the clan reads and shows times',
  },
  commandNickname: {
    name: 'nickname',
    description: 'What members are called in this server; shows it first',
  },
  optionLocale: { name: 'locale', description: 'The language' },
  optionZone: { name: 'zone', description: 'A city of it, such as Berlin or New York' },
  optionTemplate: {
    name: 'template',
    description: 'Such as [{tag}] {roblox_name}; also {display_name} and {rank}; off takes it away',
  },
  optionWhich: { name: 'which', description: 'For what' },
  optionChannel: { name: 'channel', description: 'The channel' },
  optionTier: { name: 'tier', description: 'The tier' },
  optionRole: { name: 'role', description: 'The role' },
  optionRemove: { name: 'remove', description: 'Take the tier away from the role instead' },
  optionLevel: { name: 'level', description: 'The least serious thing to report' },

  choices: {
    channels: {
      admin: 'Admin (reviews, promotion cards, notices)',
      event_log: 'Event log (public)',
      point_log: 'Point log',
      log: 'Log (errors, sync summaries)',
    } satisfies Record<ChannelName, string>,
    roles: {
      officer: 'Officer',
      moderator: 'Moderator',
      admin: 'Admin',
      verified: 'Verified (given to everybody who links)',
      on_leave: 'On leave (given while a leave lasts)',
    } satisfies Record<keyof Settings['roles'], string>,
    logLevels: {
      critical: 'Critical: only what stops the bot',
      error: 'Error: commands that failed too',
      warning: 'Warning: also what may become a problem',
      none: 'None: nothing',
    } satisfies Record<Settings['log_level'], string>,
  },

  badChoice: 'That is none of the choices offered. Nothing was changed. Choose one from the list.',
  badChannel: 'Discord did not say which channel that is. Nothing was changed. Choose it from the list.',
  otherGuild: 'That channel belongs to another server. Nothing was changed.',
  tooManyRoles: (max: number) =>
    `A tier can have ${max} roles at most. Nothing was changed. Take one away first.`,

  channelSet: (name: string, id: string) => `${name}: the bot now posts to ${channelMention(id)}.`,
  channelMissing: (id: string, missing: readonly Permission[]) =>
    `It cannot do so yet: in ${channelMention(id)} it lacks ${quoted(missing)}. ` +
    "Give these to the bot's role in the channel's permissions.",
  channelUnknown: 'It cannot do so yet: the bot is not in this server. Invite it; `/diagnose` shows how.',
  roleAdded: (tier: string, role: string, actors: string) =>
    `${roleMention(role)} now has the tier ${tier}.\n${tier}: ${actors}`,
  roleRemoved: (tier: string, role: string, actors: string) =>
    `${roleMention(role)} no longer has the tier ${tier}.\n${tier}: ${actors}`,
  roleHasTier: (tier: string, role: string, actors: string) =>
    `${roleMention(role)} has the tier ${tier} already, so nothing was changed. With \`remove\` it is taken away.\n${tier}: ${actors}`,
  roleLacksTier: (tier: string, role: string, actors: string) =>
    `${roleMention(role)} does not have the tier ${tier}, so nothing was changed.\n${tier}: ${actors}`,
  noSuchRole: 'This server has no such role. Nothing was changed.',
  powerfulRole: (objection: string) =>
    `That role ${objection}, and the bot must not hand that out. Nothing was changed. Choose another role, or have ` +
    'the person who runs the bot allow it (`powerful_roles` in settings.json).',
  given: {
    verified: {
      givesTier:
        'That role gives a tier of the bot, and everybody who links would get it. Nothing was changed. ' +
        'Take the tier away first (`/settings role` with `remove`), or choose another role.',
      set: (role: string) => `Everybody who links a Roblox account now gets ${roleMention(role)}.`,
      removed: (role: string) =>
        `${roleMention(role)} is no longer the Verified role. A role named Verified is found, or made, at the next link.`,
      isNot: (role: string) => `${roleMention(role)} is not the Verified role, so nothing was changed.`,
    },
    on_leave: {
      givesTier:
        'That role gives a tier of the bot, and everybody on leave would get it. Nothing was changed. ' +
        'Take the tier away first (`/settings role` with `remove`), or choose another role.',
      set: (role: string) =>
        `Everybody whose leave begins from now on gets ${roleMention(role)} while it lasts.`,
      removed: (role: string) =>
        `${roleMention(role)} is no longer given to those on leave. Whoever has it now loses it when their leave ends.`,
      isNot: (role: string) => `${roleMention(role)} is not given to those on leave, so nothing was changed.`,
    },
  },
  tierOfRank: (role: string, ranks: readonly { readonly name: string }[]) =>
    `⚠️ ${roleMention(role)} is also the role of ${ranksShown(ranks)}: everybody who gets such a rank gets the tier.`,
  tierIsGiven: {
    verified:
      'That role is the Verified role, which everybody who links gets, so it can stand for no tier. Nothing was changed.',
    on_leave: 'That role is given to everybody on leave, so it can stand for no tier. Nothing was changed.',
  },
  logLevelSet: (name: string) => `The log level is now **${name}**.`,
  logChannelMissing: 'There is no log channel yet: choose one with `/settings channel`.',

  badLanguage: (names: string) =>
    `The bot does not speak that language. Nothing was changed. It speaks ${names}: choose one from the list.`,
  languageSet: (name: string) =>
    `The clan's language is now ${name}: what everybody sees and direct messages are written in it. ` +
    'What only one person sees stays in the language of their Discord.',
  badZone:
    'There is no such time zone. Nothing was changed. Type a city of it, such as Berlin, and choose one from the list.',
  zoneChoice: (zone: string, time: string) => `${zone} (${time})`,
  zoneSet: (zone: string, time: string) =>
    `The clan's time zone is now ${zone}, where it is ${time}. Typed times are read in it, and its weeks and months begin then.`,

  nicknameTitle: 'Nicknames',
  nicknameTemplate: (template: string) => `Template: ${template}`,
  nicknameExample: (robloxName: string, nickname: string) => `${robloxName} → **${nickname}**`,
  nicknameCount: (count: number) =>
    plural(count, {
      one: 'It would rename 1 member.',
      other: `It would rename ${number(count)} members.`,
    }),
  nicknameCountAtLeast: (count: number) => `It would rename ${number(count)} members or more.`,
  nicknamePress: 'Nothing was changed yet. "Apply" begins to rename them.',
  nicknameSkips:
    "The server's owner and members above the bot keep their names: Discord lets no bot change these.",
  apply: 'Apply',
  nicknameGone:
    'Another template was proposed or applied meanwhile, so nothing was changed. Repeat `/settings nickname`.',
  nicknameSet: (template: string, count: number) =>
    count === 0
      ? `Nicknames now follow ${template}. Nobody has to be renamed.`
      : plural(count, {
          one: `Nicknames now follow ${template}. One member is renamed within the next minutes.`,
          other: `Nicknames now follow ${template}. ${number(count)} members are renamed one after the other within the next hour.`,
        }),
  nicknameMore: 'The hourly sync goes on with the others.',
  nicknameNotAllowed:
    '⚠️ The bot cannot rename anybody yet: give its role the permission Manage Nicknames, then use `/sync`.',
  nicknameOff: 'The bot sets no nicknames any more. Those that it set stay as they are.',
  nicknameOffAlready: 'The bot sets no nicknames, so nothing was changed.',

  title: 'Settings',
  channelsTitle: 'Channels',
  rolesTitle: 'Roles',
  rulesTitle: 'Rules',
  identityTitle: 'Clan',
  changedTitle: 'Changed by commands (wins over settings.json)',
  channelNames: {
    admin: 'Admin',
    event_log: 'Event log',
    point_log: 'Point log',
    log: 'Log',
  } satisfies Record<ChannelName, string>,
  labels: {
    name: 'Name',
    robloxGroup: 'Roblox group',
    timeZone: 'Time zone',
    language: 'Language',
    nickname: 'Nicknames',
    officer: 'Officer',
    moderator: 'Moderator',
    admin: 'Admin',
    adminsByName: 'Admins by name',
    verified: 'Verified',
    onLeave: 'On leave',
    manualMax: 'Points by an officer, at most',
    eventMax: 'Points for an event, at most',
    pointsHourly: 'Points by hand of one person in 60 minutes, at most',
    ranksHourly: 'Rank changes of one person in 60 minutes, at most',
    resets: 'A promotion resets points',
    eventTypes: 'Event types',
    fourEyes: 'Nobody reviews their own event',
    hostPoints: 'The host gets points',
    linking: 'Linking',
    refusal: 'When Roblox refuses a rank',
    logLevel: 'Log level',
    pictures: 'Pictures in replies',
  },
  linking: {
    'profile-code': 'profile-code',
    'group-only': 'group-only',
  } satisfies Record<Settings['verification'], string>,
  refusal: { show: 'show', compensate: 'compensate' } satisfies Record<Settings['roblox_refusal'], string>,
  logLevels: {
    critical: 'critical',
    error: 'error',
    warning: 'warning',
    none: 'none',
  } satisfies Record<Settings['log_level'], string>,
  notSet: 'not set',
  number,
  line: (name: string, value: string) => `**${name}:** ${value}`,
  roles: (ids: readonly string[]) => list(ids, roleMention),
  people: (ids: readonly string[]) => list(ids, mention),
  changed: (key: string, by: string | null, at: number) =>
    by === null
      ? `\`${key}\` by the bot, ${timestamp(at, 'R')}`
      : `\`${key}\` by ${mention(by)}, ${timestamp(at, 'R')}`,
  nothingChanged: 'Nothing: every setting is as in the file.',
  yes: 'yes',
  no: 'no',
};
export type Texts = typeof en;
