import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { pageNumber } from '../../shared/discord/page-buttons.ts';
import { clip } from '../../shared/discord/text.ts';
import { pagedMessage } from './pages.ts';
import { readGroupRoles } from './read-group-roles.ts';
import { shownName, texts } from './texts.ts';

/** The roles of the Roblox group, from the highest down. */
export async function roblox(context: CommandContext): Promise<Answer> {
  const { interaction } = context;
  const said = texts(interaction.locale);
  const roles = [...(await readGroupRoles(context))].reverse();
  const lines = roles.map(({ id, name, rank, memberCount: count }) => {
    const role = said.role(shownName(clip(name, 100)), rank, id);
    return count === undefined ? role : `${role} · ${said.members(count)}`;
  });
  const content = { title: said.robloxTitle, lines };
  return { message: pagedMessage(content, pageNumber(interaction.recordId), 'ranks.roblox', context) };
}
