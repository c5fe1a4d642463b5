import { clip } from '../../shared/discord/text.ts';
import type { RanksPlan, RankUpdate } from '../../shared/ranks/plan-ranks.ts';
import { setupTexts } from './setup-texts.ts';
import { shownName } from './texts.ts';

/** What a plan would do, a line each; what is refused comes first. */
export function planLines(plan: RanksPlan): string[] {
  const lines = plan.held.map(({ rank, members }) => setupTexts.held(nameOf(rank), members));
  if (lines.length > 0) lines.push(setupTexts.heldAdvice);
  lines.push(
    ...plan.dropped.map((rank) => setupTexts.dropped(nameOf(rank))),
    ...plan.added.map((rank) => setupTexts.added(nameOf(rank))),
    ...plan.changed.map((update) => setupTexts.changed(nameOf(update.after), differences(update))),
  );
  if (plan.unchanged.length > 0) lines.push(setupTexts.unchanged(plan.unchanged.length));
  return lines;
}

/** Whether there is anything to apply, and nothing against it. */
export function isApplicable(plan: RanksPlan): boolean {
  return plan.held.length === 0 && plan.added.length + plan.changed.length + plan.dropped.length > 0;
}

function differences({ before, after }: RankUpdate): string {
  const texts = setupTexts.fields;
  return [
    ...(before.name === after.name ? [] : [texts.name(nameOf(before))]),
    ...(before.order === after.order ? [] : [texts.order(before.order, after.order)]),
    ...(before.pointsRequired === after.pointsRequired
      ? []
      : [texts.points(before.pointsRequired, after.pointsRequired)]),
    ...(before.robloxRank === after.robloxRank ? [] : [texts.roblox(before.robloxRank, after.robloxRank)]),
    ...(before.adminOnly === after.adminOnly ? [] : [texts.adminOnly(after.adminOnly)]),
    ...(before.category === after.category ? [] : [texts.category]),
    ...(before.tag === after.tag ? [] : [texts.tag]),
    ...(before.discordRoleId === after.discordRoleId && before.roleSource === after.roleSource
      ? []
      : [texts.discordRole]),
  ].join(', ');
}

export function nameOf(rank: { readonly name: string }): string {
  return shownName(clip(rank.name, 60));
}
