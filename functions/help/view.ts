import type guide from 'clan-bot:guide';
import type { Settings } from '../../shared/clans/settings.ts';
import { reaches } from '../../shared/commands/tiers.ts';
import type { Message } from '../../shared/discord/message.ts';
import { pageButtons } from '../../shared/discord/page-buttons.ts';
import { clip, DISCORD_LIMITS, escapeMarkdown, splitLines } from '../../shared/discord/text.ts';
import { TIERS, type Tier } from '../../shared/interactions/declaration.ts';
import { embedColor } from '../../shared/settings/embed-color.ts';
import { type NumberFormat, numberFormat } from '../../shared/text/number-format.ts';
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
  const lines = TIERS.flatMap((tier) => {
    const own = entries.filter((entry) => entry.tier === tier);
    return own.length === 0 ? [] : [texts.tiers[tier], ...own.map((entry) => lineOf(entry, reader))];
  });
  const pages = splitLines(lines, PAGE_LENGTH);
  const page = Math.min(Math.max(1, wanted), pages.length);
  const below = reader.isBlacklisted ? texts.blacklisted : texts.detail;
  return {
    embeds: [
      {
        title: texts.title,
        description: `${pages[page - 1] ?? ''}\n\n${below}`,
        color: embedColor(settings),
        ...(pages.length > 1 ? { footer: { text: texts.page(page, pages.length) } } : {}),
      },
    ],
    components: pageButtons({
      page,
      hasNext: page < pages.length,
      labels: texts,
      customId: (target) => `help.page:${target}`,
    }),
  };
}

/** One command: what can be filled in and within which limits, who may use it, and its cooldown. */
export function detailMessage(entry: Entry, reader: Reader, settings: Settings): Message {
  const number = numberFormat(reader.locale);
  const options = entry.options.map((option) => optionLine(option, reader, number));
  const description = [
    lineOf(entry, reader),
    ...(options.length === 0 ? [] : ['', `**${texts.inputs}**`, ...options]),
  ];
  return {
    embeds: [
      {
        title: clip(
          entry.on === 'command' ? texts.commandTitle(entry.key) : entry.key,
          DISCORD_LIMITS.embedTitle,
        ),
        description: splitLines(description, PAGE_LENGTH)[0] ?? '',
        color: embedColor(settings),
        fields: [
          { name: texts.tier, value: whoOf(entry, reader), inline: true },
          {
            name: texts.cooldown,
            value:
              entry.cooldownSeconds === 0
                ? texts.noCooldown
                : texts.seconds(number.format(entry.cooldownSeconds)),
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
    return texts.line(texts.menu(escapeMarkdown(entry.key)), texts.menuDescription);
  const id = ids.get(entry.key.split(' ', 1)[0] ?? '');
  const shown = id === undefined ? texts.typed(entry.key) : texts.mention(entry.key, id);
  return texts.line(
    shown,
    escapeMarkdown(localized(entry.description, entry.description_localizations, locale)),
  );
}

function whoOf({ tier, whenBlacklisted }: Entry, reader: Reader): string {
  const who = texts.who[tier];
  if (!reaches(reader.tier, tier)) return texts.notYou(who);
  return reader.isBlacklisted && whenBlacklisted === 'refuse' ? texts.notBlacklisted(who) : who;
}

function optionLine(option: Option, { locale }: Reader, number: NumberFormat): string {
  const description = escapeMarkdown(localized(option.description, option.description_localizations, locale));
  const line = (option.required ? texts.required : texts.optional)(option.name, description);
  const limit = limitOf(option, locale, number);
  return limit === undefined ? line : texts.limit(line, limit);
}

function limitOf(option: Option, locale: string, number: NumberFormat): string | undefined {
  const { min_value: least, max_value: most, max_length: length, choices } = option;
  if (choices !== undefined && choices.length > 0) {
    const names = choices.map(({ name, name_localizations }) =>
      escapeMarkdown(localized(name, name_localizations, locale)),
    );
    const shown = names.slice(0, SHOWN_CHOICES).join(', ');
    return names.length > SHOWN_CHOICES
      ? texts.oneOfMany(shown, number.format(names.length - SHOWN_CHOICES))
      : texts.oneOf(shown);
  }
  if (length !== undefined) return texts.characters(number.format(length));
  if (least !== undefined && most !== undefined)
    return texts.between(number.format(least), number.format(most));
  if (least !== undefined) return texts.atLeast(number.format(least));
  return most === undefined ? undefined : texts.atMost(number.format(most));
}

/** Discord's locales are exact; one without a text of its own has the default. */
function localized(
  text: string,
  texts: Readonly<Record<string, string>> | undefined,
  locale: string,
): string {
  return texts !== undefined && Object.hasOwn(texts, locale) ? (texts[locale] ?? text) : text;
}
