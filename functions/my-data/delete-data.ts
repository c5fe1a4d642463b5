import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { embedColor } from '../../shared/settings/embed-color.ts';
import { eraseMember } from './erase-member.ts';
import { texts } from './texts.ts';

/** Says what would go and what would stay, with a button. */
export async function askToDelete({ actor, interaction, settings }: CommandContext): Promise<Answer> {
  const { askTitle, ask, confirm } = texts(interaction.locale);
  return {
    message: {
      embeds: [{ title: askTitle, description: ask, color: embedColor(settings) }],
      components: [
        {
          type: 1,
          components: [{ type: 2, style: 4, label: confirm, custom_id: `my-data.delete:${actor.id}` }],
        },
      ],
    },
  };
}

/** The button: deletes the data of the member who pressed it, who must be the one it was made for. */
export async function deleteData(context: CommandContext): Promise<Answer> {
  const { interaction, actor, settings } = context;
  const t = texts(interaction.locale);
  if (interaction.recordId !== actor.id) {
    throw new UserError('not-yours', (locale) => texts(locale).notYours);
  }
  return {
    change: async (tx) => {
      const erased = await eraseMember(tx, { discordId: actor.id, settings, now: context.now() });
      const lines: string[] = [erased.member ? t.deleted(erased.entries) : t.nothingStored];
      if (erased.blacklisted) lines.push(t.blacklistStays);
      const embed = { title: t.deletedTitle, description: lines.join('\n'), color: embedColor(settings) };
      return { message: { embeds: [embed], components: [] } };
    },
  };
}
