import type { Answer } from '../../shared/context/command-context.ts';
import { DISCORD_LIMITS } from '../../shared/discord/text.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { CHOSEN_LANGUAGES } from '../../shared/languages/names.ts';
import { changeSetting } from '../../shared/settings/settings-store.ts';
import type { Context } from './declaration.ts';
import { texts } from './texts.ts';

/** `/settings language`: of what everybody sees. */
export async function changeLanguage(context: Context<'command settings language'>): Promise<Answer> {
  const { interaction, actor } = context;
  const typed = interaction.options['locale'];
  const language = CHOSEN_LANGUAGES.find(({ name, value }) => value === typed || name === typed);
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
  const typed = (interaction.focused?.value ?? '').trim().toLowerCase();
  const fitting = CHOSEN_LANGUAGES.filter(({ name, value }) =>
    `${name} ${value}`.toLowerCase().includes(typed),
  );
  return { choices: fitting.slice(0, DISCORD_LIMITS.choices) };
}
