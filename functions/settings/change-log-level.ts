import type { Answer } from '../../shared/context/command-context.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { changeSetting } from '../../shared/settings/settings-store.ts';
import { chosen, LOG_LEVELS } from './choices.ts';
import type { Context } from './declaration.ts';
import { texts } from './texts.ts';

export async function changeLogLevel(context: Context<'command settings log-level'>): Promise<Answer> {
  const { interaction, actor, settings } = context;
  const level = chosen(LOG_LEVELS, interaction.options['level']);
  if (level === undefined) throw new UserError('bad-choice', (locale) => texts(locale).badChoice);
  const said = texts(interaction.locale);
  return {
    change: async (tx) => {
      await changeSetting(tx, 'log_level', level, actor.id, context.now());
      const lines = [said.logLevelSet(said.choices.logLevels[level])];
      if (settings.channels.log === null && level !== 'none') lines.push(said.logChannelMissing);
      return { message: { content: lines.join('\n') } };
    },
  };
}
