import type { Answer } from '../../shared/context/command-context.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { changeSetting } from '../../shared/settings/settings-store.ts';
import type { Context } from './declaration.ts';
import { CHANNELS, readGuild } from './read-state.ts';
import { saved } from './setup.ts';
import { texts } from './texts.ts';

/** A select menu of the first step: `setup.channel:<which>`. Nothing chosen takes the channel away. */
export async function chooseChannel(context: Context<'component setup.channel'>): Promise<Answer> {
  const { interaction, actor, now } = context;
  const which = CHANNELS.find((name) => name === interaction.recordId);
  if (which === undefined) throw new UserError('bad-choice', (locale) => texts(locale).badChoice);
  const [id] = interaction.fields[`setup.channel:${which}`] ?? [];
  const guild = await readGuild(context);
  const isThere = id === undefined || guild.channels.some((channel) => channel.id === id);
  if (!isThere) throw new UserError('bad-channel', (locale) => texts(locale).noSuchChannel);
  return saved(context, 1, guild, async (tx) => {
    await changeSetting(tx, `channels.${which}`, id ?? null, actor.id, now());
    return [];
  });
}
