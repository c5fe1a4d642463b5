import { commandTexts } from '../../shared/commands/texts.ts';
import { reaches } from '../../shared/commands/tiers.ts';
import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { tierNames } from '../../shared/interactions/tier-names.ts';
import { type Leave, leavesOf } from '../../shared/leave/leave.ts';
import { periodsOf } from '../../shared/points/period.ts';
import { weeklyPoints } from '../../shared/points/weekly-points.ts';
import { quotasSince } from '../../shared/quota/quota.ts';
import { quotasOfRanks } from '../../shared/quota/span.ts';
import { ranksOf } from '../../shared/ranks/rank.ts';
import { storableName } from '../../shared/text/name.ts';
import type { Context } from './declaration.ts';
import { DEFAULT_WEEKS, MAX_WEEKS, MIN_WEEKS } from './limits.ts';
import { texts } from './texts.ts';
import { type ActivityWeek, activityReply } from './view.ts';

/** One at a time, of a day at least: more of them do not touch the weeks that are shown. */
const MOST_LEAVES = MAX_WEEKS * 7;

/** Points a week of the clan, of whoever asks, or for an officer of anybody; with the weeks on leave of one person. */
export async function activity(context: Context<'command activity'>): Promise<Answer> {
  const { actor, db, interaction, settings } = context;
  const { member, weeks: wanted } = interaction.options;
  const count = wanted ?? DEFAULT_WEEKS;
  if (typeof count !== 'number' || !Number.isInteger(count) || count < MIN_WEEKS || count > MAX_WEEKS) {
    throw new UserError('wrong-weeks', (locale) => texts(locale).wrongWeeks(MIN_WEEKS, MAX_WEEKS));
  }
  const memberId = typeof member === 'string' ? member : undefined;
  if (memberId !== undefined && memberId !== actor.id && !reaches(actor.tier, 'officer')) {
    throw new UserError('tier-needed', (locale) => {
      const names = tierNames(locale);
      return commandTexts(locale).tierNeeded(names.officer, names[actor.tier]);
    });
  }
  const span = { count, now: context.now(), timeZone: settings.time_zone };
  const points = await weeklyPoints(db, memberId, span);
  const leaves = memberId === undefined ? [] : await leavesOf(db, memberId, MOST_LEAVES);
  const weeks = points.map((week): ActivityWeek => {
    const onLeave = leaves.some((leave) => touches(leave, week.monday, settings.time_zone));
    return { ...week, onLeave };
  });
  const named = memberId === actor.id ? interaction.user : interaction.people[memberId ?? ''];
  const own = storableName(named?.displayName ?? '');
  const name = memberId === undefined ? settings.clan_name : own === '' ? memberId : own;
  const quota = memberId === undefined ? undefined : await quotaOf(context, memberId);
  return activityReply(interaction.locale, { weeks, name, settings, quota });
}

/** The points that a member's rank asks for in the present week; undefined where it asks for none, or counts events. */
async function quotaOf(context: CommandContext, memberId: string): Promise<number | undefined> {
  const { db, seen, settings } = context;
  const member = await seen.find(db, memberId);
  if (member === undefined) return undefined;
  const { week } = periodsOf(context.now(), settings.time_zone);
  const quotas = quotasOfRanks(await quotasSince(db, week), await ranksOf(db, context), week);
  const quota = quotas.get(member.rankId);
  return quota?.counted === 'points' ? quota.amount : undefined;
}

/** Whether a leave that was not only asked for touches a week of the clan's zone. */
function touches({ status, firstDay, lastDay, closedAt }: Leave, monday: string, timeZone: string): boolean {
  if (status !== 'approved' && status !== 'running' && status !== 'ended') return false;
  const weekOfDay = (day: string) => periodsOf(Date.parse(day), 'UTC').week;
  const closed = closedAt === null ? undefined : periodsOf(closedAt, timeZone).week;
  const last = weekOfDay(lastDay);
  const week = `w${monday}`;
  return weekOfDay(firstDay) <= week && week <= (closed !== undefined && closed < last ? closed : last);
}
