import { stillRuns } from '../../shared/clock/still-runs.ts';
import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { discordPlaces } from '../../shared/ranks/discord-place.ts';
import { hasOpenRobloxEffect } from '../../shared/ranks/open-roblox-effect.ts';
import { countOf, planSync, type SyncFacts, type SyncPlan } from '../../shared/ranks/sync-plan.ts';
import { AccountSet } from '../../shared/sync/account-set.ts';
import { NAME_CALLS } from '../../shared/sync/accounts-of-members.ts';
import { applyToMember, needsWrite } from '../../shared/sync/apply-to-member.ts';
import { reportMessage } from '../../shared/sync/report-message.ts';
import { type SyncEnd, type SyncRun, syncClan } from '../../shared/sync/sync-clan.ts';
import { countNicknames, type SyncedNicknames, syncNicknames } from '../../shared/sync/sync-nicknames.ts';
import { countMember, memberLines, withReportLines } from '../../shared/sync/sync-report.ts';
import { syncTexts } from '../../shared/sync/sync-texts.ts';
import { previewText } from './preview-text.ts';
import { texts } from './texts.ts';
import { applyButton, embed } from './view.ts';

/** So long a sync may take. */
const RUN_MS = 12 * 60_000;
/** Kept back for the summary, which has to reach Discord before the interaction's token ends. */
const SUMMARY_MS = 60_000;
/** Discord limits how often a message is edited. */
const PROGRESS_EVERY_MS = 5_000;
/** So many members have their Discord roles read one by one for a preview; the others show database and Roblox. */
const DISCORD_READS = 25;

/** Shows what a sync of everybody would change; changes nothing. */
export async function previewAll(context: CommandContext): Promise<Answer> {
  const { settings } = context;
  const { locale } = context.interaction;
  const said = texts(locale);
  const deadline = deadlineOf(context);
  const end = await syncClan(context, run(context, deadline, previewVisit(context)));
  const { report } = end;
  const names =
    settings.nickname === null
      ? { count: 0, isWhole: true }
      : await countNicknames(context, settings.nickname, { deadline });
  const applicable = report.updated + names.count > 0;
  const isWhole = end.finished && names.isWhole;
  const remarks = [
    ...remarksOf(locale, end),
    ...(names.count > 0 ? [said.wouldNameMany(names.count, names.isWhole)] : []),
    '',
    applicable ? said.pressApply : isWhole ? said.nothingWould : said.nothingSoFar,
  ];
  const shown = reportMessage(report, { title: said.previewTitle, settings, locale, remarks });
  return applicable
    ? { ...shown, message: { ...shown.message, components: [applyButton(locale, 'all')] } }
    : shown;
}

/** Counts as updated whom a sync would change. */
function previewVisit(context: CommandContext): SyncRun['onMember'] {
  let reads = 0;
  let readDiscord: ReturnType<typeof discordPlaces> | undefined;

  async function discordOf({ differences }: SyncPlan, { member, ranks, discord }: SyncFacts) {
    const differs = differences.some(({ kind }) => kind !== 'renamed');
    if (discord.kind !== 'unread' || !differs || reads >= DISCORD_READS) return discord;
    reads += 1;
    readDiscord ??= discordPlaces(context, ranks);
    return readDiscord(member.discordId);
  }

  return async (facts, report) => {
    const first = planSync(facts);
    const plan = planSync({
      ...facts,
      discord: await discordOf(first, facts),
      hasOpenEffect: needsWrite(first) && (await hasOpenRobloxEffect(context.db, facts.member.discordId)),
    });
    const counted = countOf(plan);
    return withReportLines(
      countMember(report, counted),
      counted === 'inSync' ? [] : memberLines(plan.member, [previewText(context.interaction.locale, plan)]),
    );
  };
}

/** Brings everybody to what Roblox says, with progress in the reply. */
export async function syncAll(context: CommandContext): Promise<Answer> {
  const { actor, settings } = context;
  const { locale } = context.interaction;
  const deadline = deadlineOf(context);
  const visit = applyToMember(context, { actorId: actor.id, deadline, sayAll: true, locale });
  const end = await syncClan(context, run(context, deadline, visit));
  const nicknames = await syncNicknames(context, { after: undefined, deadline, locale });
  const report = withReportLines(end.report, nicknames.lines);
  const remarks = [...remarksOf(locale, end), ...nicknameRemarks(locale, nicknames)];
  const shown = reportMessage(report, { title: texts(locale).title, settings, locale, remarks });
  return { ...shown, message: { ...shown.message, components: [] } };
}

/** Handed over late, it has less time. */
function deadlineOf({ now, replyBy }: CommandContext): number {
  return Math.min(now() + RUN_MS, replyBy - SUMMARY_MS);
}

function nicknameRemarks(
  locale: string | undefined,
  { queued, next, mayNot }: SyncedNicknames,
): readonly string[] {
  const said = syncTexts(locale);
  return [
    ...(mayNot ? [said.nicknamesNotAllowed] : []),
    ...(queued > 0 ? [said.nicknamesQueued(queued)] : []),
    ...(queued > 0 && next !== undefined ? [said.nicknamesMore] : []),
  ];
}

function remarksOf(
  locale: string | undefined,
  { report, total, finished, namesUnread }: SyncEnd,
): readonly string[] {
  return [
    ...(finished ? [] : [syncTexts(locale).unfinished(report.checked, total)]),
    ...(namesUnread > 0 ? [texts(locale).namesUnread(namesUnread)] : []),
  ];
}

function run(context: CommandContext, deadline: number, visit: SyncRun['onMember']): SyncRun {
  const { locale } = context.interaction;
  const said = texts(locale);
  let shownAt = context.now();
  return {
    actorId: context.actor.id,
    deadline,
    from: undefined,
    seen: new AccountSet(),
    onMember: visit,
    async onChunk({ cursor, total }) {
      if (stillRuns(shownAt + PROGRESS_EVERY_MS, context.now(), PROGRESS_EVERY_MS)) return;
      shownAt = context.now();
      await context.progress(embed(context, said.title, said.working(cursor.report.checked, total)));
    },
    nameCalls: NAME_CALLS,
    locale,
    sleep: context.sleep,
  };
}
