import type { Settings } from '../../shared/clans/settings.ts';
import type { Member } from '../../shared/members/member.ts';
import { texts } from './texts.ts';

/** What an officer does with a member's points. */
export interface PointsChange {
  readonly direction: 'add' | 'remove';
  readonly amount: number;
  readonly reason: string | null;
}

/** The direct message to the member, in the clan's language. `member`: as they are afterwards. */
export function changedMessage(
  { locale, clan_name }: Pick<Settings, 'locale' | 'clan_name'>,
  { direction, amount, reason }: PointsChange,
  member: Member,
): string {
  const said = texts(locale);
  const change = direction === 'add' ? said.youGot(clan_name, amount) : said.youLost(clan_name, amount);
  const first = reason === null ? change : `${change} ${said.reason(reason)}`;
  return `${first}\n${said.youHave(member)}`;
}
