import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { pageNumber } from '../../shared/discord/page-buttons.ts';
import { clip } from '../../shared/discord/text.ts';
import { groupRoleOf, groupRolesOf } from '../../shared/ranks/group-roles.ts';
import { listRanks, type Rank } from '../../shared/ranks/rank.ts';
import type { GroupRole } from '../../shared/roblox/client.ts';
import { pagedMessage } from './pages.ts';
import { readGroupRoles } from './read-group-roles.ts';
import { shownName, texts } from './texts.ts';

/** Which rank has which role of the Roblox group, and what is unmapped on either side. */
export async function compare(context: CommandContext): Promise<Answer> {
  const { db, settings, interaction } = context;
  const groupRoles = await readGroupRoles(context);
  const ranks = await listRanks(db);
  const content = { title: texts.compareTitle, lines: compareLines(ranks, groupRoles) };
  return { message: pagedMessage(content, pageNumber(interaction.recordId), 'ranks.compare', settings) };
}

function compareLines(ranks: readonly Rank[], groupRoles: readonly GroupRole[]): string[] {
  if (ranks.length === 0) return [texts.noRanks];
  const pairs = ranks.map((rank) => ({ rank, role: groupRoleOf(rank, groupRoles) }));
  const lines = pairs.map(({ rank, role }) =>
    role === undefined
      ? texts.unmatched(nameOf(rank), rank.robloxRank)
      : texts.matched(nameOf(rank), nameOf(role), role.rank),
  );
  const used = new Set(ranks.flatMap((rank) => groupRolesOf(rank, groupRoles).map((role) => role.id)));
  const unused = groupRoles.filter((role) => !used.has(role.id));
  const shared = sharedLines(pairs);
  if (shared.length > 0) lines.push('', ...shared);
  if (unused.length > 0) {
    lines.push(
      '',
      texts.category(texts.unused),
      ...unused.map((role) => texts.unusedRole(nameOf(role), role.rank)),
    );
  }
  if (unused.length === 0 && pairs.every(({ role }) => role !== undefined)) lines.push('', texts.allMapped);
  return lines;
}

function sharedLines(
  pairs: readonly { readonly rank: Rank; readonly role: GroupRole | undefined }[],
): string[] {
  const roles = new Set(pairs.flatMap(({ role }) => role ?? []));
  return [...roles].flatMap((role) => {
    const sharing = pairs.filter((pair) => pair.role === role).map(({ rank }) => nameOf(rank));
    return sharing.length > 1 ? [texts.shared(sharing, nameOf(role))] : [];
  });
}

function nameOf(named: { readonly name: string }): string {
  return shownName(clip(named.name, 100));
}
