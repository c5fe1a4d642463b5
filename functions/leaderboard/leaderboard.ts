import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { pageNumber } from '../../shared/discord/page-buttons.ts';
import {
  LEADERBOARD_PERIODS,
  type LeaderboardPeriod,
  leaderboardPage,
} from '../../shared/points/leaderboard.ts';
import { ranksOf } from '../../shared/ranks/rank.ts';
import type { Context } from './declaration.ts';
import { leaderboardMessage } from './view.ts';

export async function leaderboard(context: Context<'command leaderboard'>): Promise<Answer> {
  const { period, page } = context.interaction.options;
  return show(context, { period: periodOf(period), page: pageNumber(page), callerId: context.actor.id });
}

/**
 * The page that a button names: `leaderboard.page:<caller>:<period>-<page>`. The line below the table stays the
 * one of the member who called the command, since the message is theirs; all of it is public.
 */
export async function turnPage(context: CommandContext): Promise<Answer> {
  const [period, page] = (context.interaction.argument ?? '').split('-');
  return show(context, { period: periodOf(period), page: pageNumber(page), callerId: callerOf(context) });
}

/** The first page of the period that a button names: `leaderboard.period:<caller>:<period>`. */
export async function changePeriod(context: CommandContext): Promise<Answer> {
  const period = periodOf(context.interaction.argument);
  return show(context, { period, page: 1, callerId: callerOf(context) });
}

function callerOf({ interaction, actor }: CommandContext): string {
  const { recordId } = interaction;
  return recordId !== undefined && /^\d{17,20}$/.test(recordId) ? recordId : actor.id;
}

async function show(
  context: CommandContext,
  wanted: { readonly period: LeaderboardPeriod; readonly page: number; readonly callerId: string },
): Promise<Answer> {
  const { db, settings, seen, now } = context;
  const clock = { now: now(), timeZone: settings.time_zone };
  const caller = await seen.find(db, wanted.callerId);
  const table = await leaderboardPage(db, { ...wanted, ...clock, caller });
  const ranks = await ranksOf(db, context);
  return {
    message: leaderboardMessage({
      ...wanted,
      table,
      ranks,
      settings,
      isMember: caller !== undefined,
      own: table.own,
    }),
  };
}

function periodOf(value: unknown): LeaderboardPeriod {
  return LEADERBOARD_PERIODS.find((period) => period === value) ?? 'all';
}
