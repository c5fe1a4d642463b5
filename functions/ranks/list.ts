import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { pageNumber } from '../../shared/discord/page-buttons.ts';
import { clip } from '../../shared/discord/text.ts';
import { type Rank, ranksOf } from '../../shared/ranks/rank.ts';
import { membersPerRank } from '../../shared/ranks/store-ranks.ts';
import { type NumberFormat, numberFormat } from '../../shared/text/number-format.ts';
import { pagedMessage } from './pages.ts';
import { shownName, texts } from './texts.ts';

/** All ranks under their categories, in order; also the page that one of its buttons names. */
export async function list(context: CommandContext): Promise<Answer> {
  const { db, settings, interaction } = context;
  const ranks = await ranksOf(db, context);
  const members = await membersPerRank(db);
  const number = numberFormat(settings.locale);
  const lines = [...byCategory(ranks)].flatMap(([category, held]) => [
    texts.category(shownName(clip(category, 100))),
    ...held.map((rank) => rankLine(rank, members.get(rank.id) ?? 0, number)),
    '',
  ]);
  const shown = lines.length > 0 ? lines.slice(0, -1) : [texts.noRanks];
  const content = { title: texts.listTitle, lines: shown };
  return { message: pagedMessage(content, pageNumber(interaction.recordId), 'ranks.list', settings) };
}

/** Ranks without a category go by how they are reached. A category stands where its first rank stands. */
function byCategory(ranks: readonly Rank[]): Map<string, Rank[]> {
  const categories = new Map<string, Rank[]>();
  for (const rank of ranks) {
    const name = rank.category ?? (rank.adminOnly ? texts.adminRanks : texts.pointRanks);
    categories.set(name, [...(categories.get(name) ?? []), rank]);
  }
  return categories;
}

function rankLine(rank: Rank, members: number, number: NumberFormat): string {
  const { pointsRequired, adminOnly } = rank;
  const points = adminOnly
    ? texts.byAdmins
    : texts.points(number.format(pointsRequired), pointsRequired === 1);
  const held = texts.members(number.format(members), members === 1);
  return texts.rank(rank.order, shownName(clip(rank.name, 100)), points, held);
}
