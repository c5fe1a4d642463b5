import type guide from 'clan-bot:guide';
import type { Settings } from '../../shared/clans/settings.ts';
import { reaches } from '../../shared/commands/tiers.ts';
import type { Message } from '../../shared/discord/message.ts';
import { pageButtons } from '../../shared/discord/page-buttons.ts';
import { clip, DISCORD_LIMITS, escapeMarkdown, splitLines } from '../../shared/discord/text.ts';
import { TIERS, type Tier } from '../../shared/interactions/declaration.ts';
import { languageOf } from '../../shared/languages/language.ts';
import { writing } from '../../shared/languages/writing.ts';
import { embedColor } from '../../shared/settings/embed-color.ts';
import type { IdsByName } from './command-ids.ts';
import { texts } from './texts.ts';

export type Guide = typeof guide;
type Entry = Guide[number];
type Option = Entry['options'][number];

/** Who reads it. */
export interface Reader {
  readonly tier: Tier;
  readonly isBlacklisted: boolean;
  /** The language of what only they see. */
  readonly locale: string;
  readonly ids: IdsByName;
}

/** A screen or two of a phone; the longest command in detail fits as well. */
const PAGE_LENGTH = 2400;
const SHOWN_CHOICES = 10;

/** These commands by tier, a line each, on as many pages as they need. */
export function listMessage(entries: Guide, wanted: number, reader: Reader, settings: Settings): Message {
  const t = texts(reader.locale);
  const lines = TIERS.flatMap((tier) => {
    const own = entries.filter((entry) => entry.tier === tier);
    return own.length === 0 ? [] : [t.tiers[tier], ...own.map((entry) => lineOf(entry, reader))];
  });
  const pages = splitLines(lines, PAGE_LENGTH);
  const page = Math.min(Math.max(1, wanted), pages.length);
  const below = reader.isBlacklisted ? t.blacklisted : t.detail;
  return {
    embeds: [
      {
        title: t.title,
        description: `${pages[page - 1] ?? ''}\n\n${below}`,
        color: embedColor(settings),
        ...(pages.length > 1 ? { footer: { text: t.page(page, pages.length) } } : {}),
      },
    ],
    components: pageButtons({
      page,
      hasNext: page < pages.length,
      labels: t,
      customId: (target) => `help.page:${target}`,
    }),
  };
}

/** One command: what can be filled in and within which limits, who may use it, and its cooldown. */
export function detailMessage(entry: Entry, reader: Reader, settings: Settings): Message {
  const t = texts(reader.locale);
  const { number } = writing(languageOf(reader.locale));
  const called = calledIn(reader.locale, entry);
  const options = entry.options.map((option) => optionLine(option, reader));
  const description = [
    lineOf(entry, reader),
    ...(options.length === 0 ? [] : ['', `**${t.inputs}**`, ...options]),
  ];
  return {
    embeds: [
      {
        title: clip(entry.on === 'command' ? `/${called}` : called, DISCORD_LIMITS.embedTitle),
        description: splitLines(description, PAGE_LENGTH)[0] ?? '',
        color: embedColor(settings),
        fields: [
          { name: t.tier, value: whoOf(entry, reader), inline: true },
          {
            name: t.cooldown,
            value: entry.cooldownSeconds === 0 ? t.noCooldown : t.seconds(number(entry.cooldownSeconds)),
            inline: true,
          },
        ],
      },
    ],
    components: [],
  };
}

function lineOf(entry: Entry, { ids, locale }: Reader): string {
  if (entry.on === 'user-menu')
    return describedLine(`**${escapeMarkdown(calledIn(locale, entry))}**`, texts(locale).menuDescription);
  const id = ids.get(entry.key.split(' ', 1)[0] ?? '');
  const shown = id === undefined ? `\`/${calledIn(locale, entry)}\`` : `</${entry.key}:${id}>`;
  return describedLine(
    shown,
    escapeMarkdown(localized(entry.description, entry.description_localizations, locale)),
  );
}

function describedLine(shown: string, description: string): string {
  return `${shown} · ${description}`;
}

function whoOf({ tier, whenBlacklisted }: Entry, reader: Reader): string {
  const t = texts(reader.locale);
  const who = t.who[tier];
  if (!reaches(reader.tier, tier)) return t.notYou(who);
  return reader.isBlacklisted && whenBlacklisted === 'refuse' ? t.notBlacklisted(who) : who;
}

function optionLine(option: Option, { locale }: Reader): string {
  const t = texts(locale);
  const description = escapeMarkdown(localized(option.description, option.description_localizations, locale));
  const line = (option.required ? t.required : t.optional)(
    localized(option.name, option.name_localizations, locale),
    description,
  );
  const limit = limitOf(option, locale);
  return limit === undefined ? line : describedLine(line, limit);
}

function limitOf(option: Option, locale: string): string | undefined {
  const { number } = writing(languageOf(locale));
  const t = texts(locale);
  const { min_value: least, max_value: most, max_length: length, choices } = option;
  if (choices !== undefined && choices.length > 0) {
    const names = choices.map(({ name, name_localizations }) =>
      escapeMarkdown(localized(name, name_localizations, locale)),
    );
    const shown = names.slice(0, SHOWN_CHOICES).join(', ');
    return names.length > SHOWN_CHOICES
      ? t.oneOfMany(shown, number(names.length - SHOWN_CHOICES))
      : t.oneOf(shown);
  }
  if (length !== undefined) return t.characters(number(length));
  if (least !== undefined && most !== undefined) return t.between(number(least), number(most));
  if (least !== undefined) return t.atLeast(number(least));
  return most === undefined ? undefined : t.atMost(number(most));
}

/** What it is called in the list of commands of whoever reads it. */
export function calledIn(locale: string, { key, key_localizations }: Entry): string {
  return localized(key, key_localizations, locale);
}

/** Discord's locales are exact; one without a text of its own has the default. */
function localized(
  text: string,
  others: Readonly<Record<string, string>> | undefined,
  locale: string,
): string {
  return others !== undefined && Object.hasOwn(others, locale) ? (others[locale] ?? text) : text;
}
