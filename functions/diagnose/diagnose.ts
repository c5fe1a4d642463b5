import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { DatabaseError } from '../../shared/database/errors.ts';
import { noteSuccess, pausesNow } from '../../shared/effects/service-pause.ts';
import { embedColor } from '../../shared/settings/embed-color.ts';
import { checkDatabase } from './check-database.ts';
import { checkDiscord } from './check-discord.ts';
import { checkRoblox } from './check-roblox.ts';
import { bad, type Finding } from './finding.ts';
import { texts } from './texts.ts';
import type { Texts } from './texts-en.ts';

/** The embeds of a message hold 6,000 characters together: what is wrong comes first, the rest is counted. */
const SECTION_MAX = 1_800;
const ROOM_FOR_COUNT = 40;

export async function diagnose(context: CommandContext): Promise<Answer> {
  const said = texts(context.interaction.locale);
  const [roblox, discord] = await Promise.all([checkRoblox(context), checkDiscord(context)]);
  // Where all is well again, calls need not wait for the end of a pause.
  if (discord.every(({ state }) => state !== 'bad')) await noteSuccess(context.db, 'discord', context.now());
  const database = await checkDatabase(context);
  const paused = await pauses(context);
  const all = [...paused, ...roblox, ...discord, ...database];
  const count = (state: Finding['state']) => all.filter((finding) => finding.state === state).length;
  const wrong = count('bad') + count('warning');
  const color = embedColor(context.settings);
  return {
    message: {
      content: `**${said.title}.** ${wrong === 0 ? said.allGood : said.toFix(count('bad'), count('warning'))}`,
      embeds: [
        ...(paused.length === 0 ? [] : [{ title: said.paused, color, description: section(paused, said) }]),
        { title: said.roblox, color, description: section(roblox, said) },
        { title: said.discord, color, description: section(discord, said) },
        { title: said.database, color, description: section(database, said) },
      ],
    },
  };
}

/** Read last: what the checks found may have ended a pause. A database that fails is a line of its own check. */
async function pauses({ db, interaction, now }: CommandContext): Promise<readonly Finding[]> {
  try {
    const { locale } = interaction;
    const paused = [...(await pausesNow(db, now(), locale)).values()];
    return paused.map((clause) => bad(`${clause}.`, texts(locale).pausedFix));
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    return [];
  }
}

function section(findings: readonly Finding[], said: Texts): string {
  const order = { bad: 0, warning: 1, good: 2 };
  const lines = [...findings]
    .sort((a, b) => order[a.state] - order[b.state])
    .map((finding) => line(finding, said));
  let value = '';
  for (const [index, text] of lines.entries()) {
    if (value.length + text.length + 1 > SECTION_MAX - ROOM_FOR_COUNT) {
      return `${value}${said.more(lines.length - index)}`;
    }
    value += `${text}\n`;
  }
  return value.trimEnd();
}

function line(finding: Finding, said: Texts): string {
  const fix = finding.fix === undefined ? '' : `\n-# ${finding.fix}`;
  return `${said.marks[finding.state]} ${finding.text}${fix}`;
}
