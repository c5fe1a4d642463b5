import type { LinkedMember } from '../members/member.ts';
import { type Rank, rankById } from '../ranks/rank.ts';
import { fillNickname, namesPlaceholder } from '../text/nickname-template.ts';

/** Whether a template needs the display name on Roblox, which is not kept here. */
export function needsDisplayName(template: string): boolean {
  return namesPlaceholder(template, 'display_name');
}

/** What the template calls a member now; '' when nothing of it can be seen. `displayName`: on Roblox. */
export function nicknameOf(
  template: string,
  member: LinkedMember,
  known: { readonly ranks: readonly Rank[]; readonly displayName: string | undefined },
): string {
  const { name, tag } = rankById(known.ranks, member.rankId);
  const robloxName = member.robloxName ?? '';
  return fillNickname(template, {
    roblox_name: robloxName,
    display_name: known.displayName ?? robloxName,
    rank: name,
    tag: tag ?? '',
  });
}

/** The first rank whose members the template would leave without a name; undefined: none. */
export function rankWithoutName<R extends Pick<Rank, 'name' | 'tag'>>(
  template: string,
  ranks: readonly R[],
): R | undefined {
  return ranks.find(
    ({ name, tag }) =>
      fillNickname(template, { roblox_name: 'x', display_name: 'x', rank: name, tag: tag ?? '' }) === '',
  );
}
