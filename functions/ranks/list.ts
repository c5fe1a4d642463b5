import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { pageNumber } from '../../shared/discord/page-buttons.ts';
import { clip } from '../../shared/discord/text.ts';
import { type Rank, ranksOf } from '../../shared/ranks/rank.ts';
import { membersPerRank } from '../../shared/ranks/store-ranks.ts';
import { categoryLine, pagedMessage } from './pages.ts';
import { shownName, texts } from './texts.ts';

type Texts = ReturnType<typeof texts>;

/** All ranks under their categories, in order; also the page that one of its buttons names. */
export async function list(context: CommandContext): Promise<Answer> {
  const { db, interaction } = context;
  const said = texts(interaction.locale);
  const ranks = await ranksOf(db, context);
  const members = await membersPerRank(db);
  const lines = [...byCategory(ranks, said)].flatMap(([category, held]) => [
    categoryLine(shownName(clip(category, 100))),
    ...held.map((rank) => rankLine(rank, members.get(rank.id) ?? 0, said)),
    '',
  ]);
  const shown = lines.length > 0 ? lines.slice(0, -1) : [said.noRanks];
  const content = { title: said.listTitle, lines: shown };
  return { message: pagedMessage(content, pageNumber(interaction.recordId), 'ranks.list', context) };
}

/** Ranks without a category go by how they are reached. A category stands where its first rank stands. */
function byCategory(ranks: readonly Rank[], said: Texts): Map<string, Rank[]> {
  const categories = new Map<string, Rank[]>();
  for (const rank of ranks) {
    const name = rank.category ?? (rank.adminOnly ? said.adminRanks : said.pointRanks);
    categories.set(name, [...(categories.get(name) ?? []), rank]);
  }
  return categories;
}

function rankLine(rank: Rank, members: number, said: Texts): string {
  const name = `**${rank.order}. ${shownName(clip(rank.name, 100))}**`;
  const how = rank.adminOnly ? said.byAdmins : said.points(rank.pointsRequired);
  return [name, how, said.members(members)].join(' · ');
}
