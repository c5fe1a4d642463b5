import type { Tier } from '../../shared/interactions/declaration.ts';

/** Every text of `/help`. */
export const texts = {
  command: 'What you can do with this bot',
  optionCommand: 'One command in detail',

  title: 'What you can use',
  tiers: {
    member: '__**Everybody**__',
    officer: '__**Officers**__',
    moderator: '__**Moderators**__',
    admin: '__**Admins**__',
  } satisfies Record<Tier, string>,
  line: (command: string, description: string) => `${command} · ${description}`,
  mention: (key: string, id: string) => `</${key}:${id}>`,
  typed: (key: string) => `\`/${key}\``,
  menu: (name: string) => `**${name}**`,
  menuDescription: 'right-click or hold a member, then Apps',
  blacklisted: 'You are on the blacklist, so there is no more that you can use.',
  detail: 'Tap a command to use it. `/help command` shows one in detail.',
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  previous: 'Previous',
  next: 'Next',

  none: (typed: string) =>
    `There is no command ${typed}. Nothing was changed. Choose one from the list, or leave it out to see all.`,
  commandTitle: (key: string) => `/${key}`,
  inputs: 'What you can fill in',
  required: (name: string, description: string) => `\`${name}\` (required): ${description}`,
  optional: (name: string, description: string) => `\`${name}\`: ${description}`,
  limit: (option: string, limit: string) => `${option} · ${limit}`,
  between: (least: string, most: string) => `${least} to ${most}`,
  atLeast: (least: string) => `${least} or more`,
  atMost: (most: string) => `${most} at most`,
  characters: (most: string) => `${most} characters at most`,
  oneOf: (names: string) => `one of: ${names}`,
  oneOfMany: (names: string, more: string) => `one of: ${names}, and ${more} more`,
  tier: 'Who can use it',
  who: {
    member: 'Everybody',
    officer: 'Officers, moderators and admins',
    moderator: 'Moderators and admins',
    admin: 'Admins',
  } satisfies Record<Tier, string>,
  notYou: (who: string) => `${who}. You cannot use it.`,
  notBlacklisted: (who: string) => `${who}. You cannot use it, since you are on the blacklist.`,
  cooldown: 'Cooldown',
  seconds: (seconds: string) => `${seconds} seconds`,
  noCooldown: 'None',
} as const;
