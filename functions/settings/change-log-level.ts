import type { Answer } from '../../shared/context/command-context.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { changeSetting } from '../../shared/settings/settings-store.ts';
import { chosen, LOG_LEVEL_CHOICES } from './choices.ts';
import type { Context } from './declaration.ts';
import { texts } from './texts.ts';

export async function changeLogLevel(context: Context<'command settings log-level'>): Promise<Answer> {
  const { interaction, actor, settings } = context;
  const level = chosen(LOG_LEVEL_CHOICES, interaction.options['level']);
  if (level === undefined) throw new UserError('bad-choice', texts.badChoice);
  return {
    change: async (tx) => {
      await changeSetting(tx, 'log_level', level.value, actor.id, context.now());
      const lines = [texts.logLevelSet(level.name)];
      if (settings.channels.log === null && level.value !== 'none') lines.push(texts.logChannelMissing);
      return { message: { content: lines.join('\n') } };
    },
  };
}
