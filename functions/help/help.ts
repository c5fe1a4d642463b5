import type guide from 'clan-bot:guide';
import { findBlacklisting } from '../../shared/blacklist/blacklist.ts';
import { reaches } from '../../shared/commands/tiers.ts';
import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { pageNumber } from '../../shared/discord/page-buttons.ts';
import { clip, DISCORD_LIMITS, inlineCode } from '../../shared/discord/text.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { cleanText } from '../../shared/text/typed-text.ts';
import type { CommandIds } from './command-ids.ts';
import type { Context } from './declaration.ts';
import { texts } from './texts.ts';
import { calledIn, detailMessage, type Guide, listMessage, type Reader } from './view.ts';

/** The handlers of `/help` over what the build knows of all commands. */
export function createHelp(entries: typeof guide, commandIds: CommandIds) {
  async function readerOf(context: CommandContext): Promise<Reader> {
    const { db, actor, interaction, settings, now } = context;
    const [ids, blacklisting] = await Promise.all([
      commandIds.of(context),
      findBlacklisting(db, actor.id, now()),
    ]);
    const locale = interaction.locale ?? settings.locale;
    return { tier: actor.tier, isBlacklisted: blacklisting !== undefined, locale, ids };
  }
  async function list(context: CommandContext, page: number): Promise<Answer> {
    const reader = await readerOf(context);
    const usable = entries.filter((entry) => mayUse(entry, reader));
    return { message: listMessage(usable, page, reader, context.settings) };
  }
  return {
    /** All that the caller may use, or one command in detail. */
    'command help': async (context: Context<'command help'>): Promise<Answer> => {
      const typed = cleanText(context.interaction.options['command']);
      if (typed === '') return list(context, 1);
      const found = named(entries, typed);
      if (found.length === 0) {
        const shown = inlineCode(clip(typed, 100));
        throw new UserError('no-such-command', (locale) => texts(locale).none(shown));
      }
      const [only] = found;
      const reader = await readerOf(context);
      return found.length === 1 && only !== undefined
        ? { message: detailMessage(only, reader, context.settings) }
        : { message: listMessage(found, 1, reader, context.settings) };
    },
    /** `help.page:<page>` */
    'component help.page': (context: CommandContext): Promise<Answer> =>
      list(context, pageNumber(context.interaction.recordId)),
    /** What the caller may use and what holds what is typed. */
    'autocomplete help': async ({ interaction, actor }: Context<'autocomplete help'>): Promise<Answer> => {
      const typed = spelling(interaction.focused?.value ?? '');
      const choices = entries
        .filter(({ tier }) => reaches(actor.tier, tier))
        .map((entry) => ({ name: calledIn(interaction.locale ?? '', entry), value: entry.key }))
        .filter(({ name, value }) => [name, value].some((called) => called.toLowerCase().includes(typed)));
      return { choices: choices.slice(0, DISCORD_LIMITS.choices) };
    },
  };
}

/** The entry of that name, in whatever language (a command before a menu), or all subcommands of it. */
function named(entries: Guide, typed: string): Guide {
  const wanted = spelling(typed);
  const isCalled = (matches: (name: string) => boolean) =>
    entries.filter(({ key, key_localizations }) =>
      [key, ...Object.values(key_localizations)].some((name) => matches(name.toLowerCase())),
    );
  const exact = isCalled((name) => name === wanted);
  const commands = exact.filter(({ on }) => on === 'command');
  if (commands.length > 0) return commands;
  return exact.length > 0 ? exact : isCalled((name) => name.startsWith(`${wanted} `));
}

/** As people type a command: `/Points  add`. */
function spelling(typed: string): string {
  return typed.trim().replace(/^\//, '').trim().replace(/\s+/g, ' ').toLowerCase();
}

function mayUse({ tier, whenBlacklisted }: Guide[number], reader: Reader): boolean {
  return reaches(reader.tier, tier) && (whenBlacklisted === 'allow' || !reader.isBlacklisted);
}
