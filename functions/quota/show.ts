import { reaches } from '../../shared/commands/tiers.ts';
import type { Answer, CommandContext, Reply } from '../../shared/context/command-context.ts';
import type { Queryable } from '../../shared/database/database.ts';
import { pageNumber } from '../../shared/discord/page-buttons.ts';
import { type Judged, judgeWeek } from '../../shared/quota/judge-week.ts';
import { quotasSince } from '../../shared/quota/quota.ts';
import { memberLine, reportFile, reportMessage } from '../../shared/quota/report-message.ts';
import type { Week } from '../../shared/quota/week.ts';
import { ranksOf } from '../../shared/ranks/rank.ts';
import { chosenWeek } from './chosen-week.ts';
import type { Context } from './declaration.ts';
import { texts } from './texts.ts';

/** The caller's week against the quota; for officers everybody's, with the whole list as a file. */
export async function showQuota(context: Context<'command quota show'>): Promise<Answer> {
  const { db, actor, interaction, settings } = context;
  const { locale } = interaction;
  const week = chosenWeek(context, interaction.options.week);
  if (!reaches(actor.tier, 'officer')) {
    const [own] = await judged(db, context, week, actor.id);
    return {
      message: {
        content: own === undefined ? texts(locale).noQuota(week.monday) : ownWeek(locale, own, week),
      },
    };
  }
  const all = await judged(db, context, week);
  const message = reportMessage(all, { week, page: 1, settings, locale });
  const own = all.find(({ memberId }) => memberId === actor.id);
  return {
    message: own === undefined ? message : { ...message, content: ownWeek(locale, own, week) },
    ...(all.length === 0 ? {} : { file: reportFile(all, week) }),
  };
}

/** The page that a button names: `quota.page:<week>:<page>`, of the report or of what an officer was shown. */
export async function turnPage(context: CommandContext): Promise<Answer> {
  const { recordId, argument } = context.interaction;
  return page(context.db, context, chosenWeek(context, recordId), pageNumber(argument));
}

/** One page as it is now: in the caller's language where only they see it, in the clan's in the admin channel. */
export async function page(
  q: Queryable,
  context: CommandContext,
  week: Week,
  number: number,
): Promise<Reply> {
  const { settings, interaction } = context;
  const locale = interaction.message?.isEphemeral === true ? interaction.locale : settings.locale;
  const all = await judged(q, context, week);
  return { message: reportMessage(all, { week, page: number, settings, locale }) };
}

function ownWeek(locale: string | undefined, own: Judged, { monday }: Week): string {
  return texts(locale).own(memberLine(locale, own), monday);
}

async function judged(
  q: Queryable,
  context: CommandContext,
  week: Week,
  memberId?: string,
): Promise<readonly Judged[]> {
  const quotas = await quotasSince(q, week.key);
  const ranks = await ranksOf(q, context);
  return judgeWeek(q, { week, quotas, ranks, ...(memberId === undefined ? {} : { memberId }) });
}
