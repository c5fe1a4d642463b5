import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { embedColor } from '../../shared/settings/embed-color.ts';
import { MAX_ROWS, readPersonalData } from './read-personal-data.ts';
import { texts } from './texts.ts';

/** Everything stored about the caller, as a JSON file. */
export async function exportData(context: CommandContext): Promise<Answer> {
  const { actor, clan, db, interaction, settings, now } = context;
  const t = texts(interaction.locale);
  const { sections, truncated } = await readPersonalData(db, actor.id);
  const content = {
    clan: clan.clan,
    discord_id: actor.id,
    exported_at: new Date(now()).toISOString(),
    ...(truncated.length > 0 ? { newest_rows_only: truncated } : {}),
    ...sections,
  };
  const lines: string[] = [t.exported];
  if (truncated.length > 0) lines.push(t.truncated(truncated, MAX_ROWS));
  return {
    message: { embeds: [{ description: lines.join('\n'), color: embedColor(settings) }] },
    file: {
      name: `my-data-${clan.clan}.json`,
      contentType: 'application/json',
      text: `${JSON.stringify(content, null, 2)}\n`,
    },
  };
}
