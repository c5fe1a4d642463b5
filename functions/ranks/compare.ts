import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { pageNumber } from '../../shared/discord/page-buttons.ts';
import { clip } from '../../shared/discord/text.ts';
import { groupRoleOf, groupRolesOf } from '../../shared/ranks/group-roles.ts';
import { listRanks, type Rank } from '../../shared/ranks/rank.ts';
import type { GroupRole } from '../../shared/roblox/client.ts';
import { categoryLine, pagedMessage } from './pages.ts';
import { readGroupRoles } from './read-group-roles.ts';
import { shownName, texts } from './texts.ts';

/** Which rank has which role of the Roblox group, and what is unmapped on either side. */
export async function compare(context: CommandContext): Promise<Answer> {
  const { db, interaction } = context;
  const said = texts(interaction.locale);
  const groupRoles = await readGroupRoles(context);
  const ranks = await listRanks(db);
  const content = { title: said.compareTitle, lines: compareLines(ranks, groupRoles, said) };
  return { message: pagedMessage(content, pageNumber(interaction.recordId), 'ranks.compare', context) };
}

function compareLines(
  ranks: readonly Rank[],
  groupRoles: readonly GroupRole[],
  said: ReturnType<typeof texts>,
): string[] {
  if (ranks.length === 0) return [said.noRanks];
  const pairs = ranks.map((rank) => ({ rank, role: groupRoleOf(rank, groupRoles) }));
  const lines = pairs.map(({ rank, role }) =>
    role === undefined
      ? said.unmatched(nameOf(rank), rank.robloxRank)
      : said.matched(nameOf(rank), nameOf(role), role.rank),
  );
  const used = new Set(ranks.flatMap((rank) => groupRolesOf(rank, groupRoles).map((role) => role.id)));
  const unused = groupRoles.filter((role) => !used.has(role.id));
  const shared = sharedLines(pairs, said);
  if (shared.length > 0) lines.push('', ...shared);
  if (unused.length > 0) {
    lines.push(
      '',
      categoryLine(said.unused),
      ...unused.map((role) => said.unusedRole(nameOf(role), role.rank)),
    );
  }
  if (unused.length === 0 && pairs.every(({ role }) => role !== undefined)) lines.push('', said.allMapped);
  return lines;
}

function sharedLines(
  pairs: readonly { readonly rank: Rank; readonly role: GroupRole | undefined }[],
  said: ReturnType<typeof texts>,
): string[] {
  const roles = new Set(pairs.flatMap(({ role }) => role ?? []));
  return [...roles].flatMap((role) => {
    const sharing = pairs.filter((pair) => pair.role === role).map(({ rank }) => nameOf(rank));
    return sharing.length > 1 ? [said.shared(sharing, nameOf(role))] : [];
  });
}

function nameOf(named: { readonly name: string }): string {
  return shownName(clip(named.name, 100));
}
