import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, CommandContext } from '../../shared/commands/handler.ts';
import { snowflakeTime } from '../../shared/discord/snowflake.ts';
import { applyVisit } from '../../shared/sync/apply-visit.ts';
import { reportMessage } from '../../shared/sync/report-message.ts';
import { type SyncRun, syncClan } from '../../shared/sync/sync-clan.ts';
import { count, withLines } from '../../shared/sync/sync-report.ts';
import { syncTexts } from '../../shared/sync/sync-texts.ts';
import { texts } from './texts.ts';
import { examinedLine } from './three-way.ts';
import { applyButton, embed } from './view.ts';

/** An interaction's token lives for 15 minutes; the summary has to be sent within it. */
const RUN_MS = 12 * 60_000;
/** Discord limits how often a message is edited. */
const PROGRESS_EVERY_MS = 5_000;
/** So many members have their Discord roles read one by one for a preview; the others show database and Roblox. */
const DISCORD_READS = 25;

/** Shows what a sync of everybody would change; changes nothing. */
export async function previewAll(context: CommandContext): Promise<Answer> {
  let reads = 0;
  let names: ReadonlyMap<string, string> | undefined;
  const visit: SyncRun['visit'] = async (examined, report, { ranks, groupRoles, guildMembers }) => {
    names ??= new Map(groupRoles.map((role) => [role.id, role.name]));
    const { discordId } = examined.member;
    const line = await examinedLine(context, examined, {
      ranks,
      groupRoleNames: names,
      discordRoles: guildMembers === undefined ? undefined : (guildMembers.get(discordId) ?? null),
      readDiscord: examined.kind !== 'in-sync' && reads < DISCORD_READS,
    });
    if (line === undefined) return count(report, 'inSync');
    reads += 1;
    const as = examined.kind === 'moves' || examined.kind === 'in-sync' ? 'updated' : 'skipped';
    return withLines(count(report, as), [line]);
  };
  const { report, finished } = await syncClan(context, run(context, visit));
  const differs = report.lineCount > 0;
  const remarks = [
    ...(finished ? [] : [syncTexts.unfinished]),
    '',
    differs ? texts.pressApply : texts.nothingDiffers,
  ];
  const { settings } = context;
  const shown = reportMessage(report, { title: texts.previewTitle, settings, remarks });
  return differs
    ? { ...shown, message: { ...shown.message, components: [applyButton('all')] } }
    : { message: shown.message };
}

/** Brings everybody to what Roblox says, with progress in the reply. */
export async function syncAll(context: CommandContext): Promise<Answer> {
  const { actor, settings } = context;
  const deadline = deadlineOf(context);
  const visit = applyVisit(context, { actorId: actor.id, deadline, sayAll: true });
  const { report, finished } = await syncClan(context, run(context, visit));
  const shown = reportMessage(report, {
    title: texts.title,
    settings,
    remarks: finished ? [] : [syncTexts.unfinished],
  });
  return { ...shown, message: { ...shown.message, components: [] } };
}

function run(context: CommandContext, visit: SyncRun['visit']): SyncRun {
  let shownAt = context.now();
  return {
    actorId: context.actor.id,
    deadline: deadlineOf(context),
    from: undefined,
    visit,
    async onChunk({ report }, total) {
      if (context.now() - shownAt < PROGRESS_EVERY_MS) return;
      shownAt = context.now();
      await context.progress(embed(context, texts.title, texts.working(report.checked, total)));
    },
    sleep,
  };
}

function deadlineOf({ interaction }: CommandContext): number {
  return snowflakeTime(interaction.id) + RUN_MS;
}
