import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { pageNumber } from '../../shared/discord/page-buttons.ts';
import { clip } from '../../shared/discord/text.ts';
import { numberFormat } from '../../shared/text/number-format.ts';
import { pagedMessage } from './pages.ts';
import { readGroupRoles } from './read-group-roles.ts';
import { shownName, texts } from './texts.ts';

/** The roles of the Roblox group, from the highest down. */
export async function roblox(context: CommandContext): Promise<Answer> {
  const { settings, interaction } = context;
  const number = numberFormat(settings.locale);
  const roles = [...(await readGroupRoles(context))].reverse();
  const lines = roles.map(({ id, name, rank, memberCount: count }) => {
    const members = count === undefined ? undefined : texts.members(number.format(count), count === 1);
    return texts.role(shownName(clip(name, 100)), rank, id, members);
  });
  const content = { title: texts.robloxTitle, lines };
  return { message: pagedMessage(content, pageNumber(interaction.recordId), 'ranks.roblox', settings) };
}
