import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { embedColor } from '../../shared/settings/embed-color.ts';
import { eraseMember } from './erase-member.ts';
import { texts } from './texts.ts';

/** Says what would go and what would stay, with a button. */
export async function askToDelete({ actor, settings }: CommandContext): Promise<Answer> {
  return {
    message: {
      embeds: [{ title: texts.askTitle, description: texts.ask, color: embedColor(settings) }],
      components: [
        {
          type: 1,
          components: [{ type: 2, style: 4, label: texts.confirm, custom_id: `my-data.delete:${actor.id}` }],
        },
      ],
    },
  };
}

/** The button: deletes the data of the member who pressed it, who must be the one it was made for. */
export async function deleteData(context: CommandContext): Promise<Answer> {
  const { interaction, actor, settings } = context;
  if (interaction.recordId !== actor.id) throw new UserError('not-yours', texts.notYours);
  return {
    change: async (tx) => {
      const erased = await eraseMember(tx, { discordId: actor.id, settings, now: context.now() });
      const lines: string[] = [erased.member ? texts.deleted(erased.entries) : texts.nothingStored];
      if (erased.blacklisted) lines.push(texts.blacklistStays);
      const embed = { title: texts.deletedTitle, description: lines.join('\n'), color: embedColor(settings) };
      return { message: { embeds: [embed], components: [] } };
    },
  };
}
