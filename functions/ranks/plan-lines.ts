import { clip } from '../../shared/discord/text.ts';
import type { RanksPlan, RankUpdate } from '../../shared/ranks/plan-ranks.ts';
import type { setupTexts } from './setup-texts.ts';
import { shownName } from './texts.ts';

type Texts = ReturnType<typeof setupTexts>;

/** What a plan would do, a line each; what is refused comes first. */
export function planLines(plan: RanksPlan, texts: Texts): string[] {
  const lines = plan.held.map(({ rank, members }) => texts.held(nameOf(rank), members));
  if (lines.length > 0) lines.push(texts.heldAdvice);
  lines.push(
    ...plan.dropped.map((rank) => texts.dropped(nameOf(rank))),
    ...plan.added.map((rank) => texts.added(nameOf(rank))),
    ...plan.changed.map((update) => texts.changed(nameOf(update.after), differences(update, texts))),
  );
  if (plan.unchanged.length > 0) lines.push(texts.unchanged(plan.unchanged.length));
  return lines;
}

/** Whether there is anything to apply, and nothing against it. */
export function isApplicable(plan: RanksPlan): boolean {
  return plan.held.length === 0 && plan.added.length + plan.changed.length + plan.dropped.length > 0;
}

function differences({ before, after }: RankUpdate, { fields }: Texts): string[] {
  return [
    ...(before.name === after.name ? [] : [fields.name(nameOf(before))]),
    ...(before.order === after.order ? [] : [fields.order(before.order, after.order)]),
    ...(before.pointsRequired === after.pointsRequired
      ? []
      : [fields.points(before.pointsRequired, after.pointsRequired)]),
    ...(before.robloxRank === after.robloxRank ? [] : [fields.roblox(before.robloxRank, after.robloxRank)]),
    ...(before.adminOnly === after.adminOnly
      ? []
      : [after.adminOnly ? fields.nowByAdmins : fields.nowByPoints]),
    ...(before.category === after.category ? [] : [fields.category]),
    ...(before.tag === after.tag ? [] : [fields.tag]),
    ...(before.discordRoleId === after.discordRoleId && before.roleSource === after.roleSource
      ? []
      : [fields.discordRole]),
  ];
}

export function nameOf(rank: { readonly name: string }): string {
  return shownName(clip(rank.name, 60));
}
