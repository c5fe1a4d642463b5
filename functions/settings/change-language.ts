import type { Answer } from '../../shared/context/command-context.ts';
import { DISCORD_LIMITS } from '../../shared/discord/text.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { languageOf } from '../../shared/languages/language.ts';
import { CHOSEN_LANGUAGES } from '../../shared/languages/names.ts';
import { changeSetting } from '../../shared/settings/settings-store.ts';
import type { Context } from './declaration.ts';
import { texts } from './texts.ts';

/** `/settings language`: of what everybody sees. */
export async function changeLanguage(context: Context<'command settings language'>): Promise<Answer> {
  const { interaction, actor } = context;
  const language = namedLanguage(lookOf(String(interaction.options['locale'] ?? '')), interaction.locale);
  if (language === undefined) {
    const names = CHOSEN_LANGUAGES.map(({ name }) => name).join(', ');
    throw new UserError('bad-language', (locale) => texts(locale).badLanguage(names));
  }
  return {
    change: async (tx) => {
      await changeSetting(tx, 'locale', language.value, actor.id, context.now());
      return { message: { content: texts(interaction.locale).languageSet(language.name) } };
    },
  };
}

export async function suggestLanguages({
  interaction,
}: Context<'autocomplete settings language'>): Promise<Answer> {
  const typed = lookOf(interaction.focused?.value ?? '');
  const fitting = CHOSEN_LANGUAGES.filter((language) =>
    namesOf(language, interaction.locale).some((name) => name.includes(typed)),
  );
  return { choices: fitting.slice(0, DISCORD_LIMITS.choices) };
}

/** The language that is called so, or the only one with this word in a name. */
function namedLanguage(typed: string, locale: string | undefined) {
  const called = CHOSEN_LANGUAGES.map((language) => ({ language, names: namesOf(language, locale) }));
  const exact = called.find(({ names }) => names.includes(typed));
  if (exact !== undefined) return exact.language;
  const [one, another] = called.filter(({ names }) =>
    names.some((name) => name.split(/[^\p{L}]+/u).some((word) => word !== '' && word === typed)),
  );
  return another === undefined ? one?.language : undefined;
}

/** What a language is called: its own name, its code, its name in English and in the caller's language. */
function namesOf({ name, value }: (typeof CHOSEN_LANGUAGES)[number], locale: string | undefined) {
  const others = [languageOf(locale), 'en'].map((reader) =>
    new Intl.DisplayNames([reader], { type: 'language' }).of(value),
  );
  return [name, value, ...others].flatMap((each) => (each === undefined ? [] : [lookOf(each)]));
}

function lookOf(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
}
