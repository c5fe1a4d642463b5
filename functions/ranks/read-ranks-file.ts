import { ConfigError } from '../../shared/configs/config-error.ts';
import { type CheckedRanks, parseRanks } from '../../shared/configs/parse-config.ts';
import { placeOfMistake } from '../../shared/configs/parse-config-json.ts';
import type { CommandContext } from '../../shared/context/command-context.ts';
import { DiscordError } from '../../shared/discord/errors.ts';
import { clip } from '../../shared/discord/text.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import type { Attachment } from '../../shared/interactions/interaction.ts';
import { problemIn } from './problem-texts.ts';
import { badFileText, setupTexts } from './setup-texts.ts';

/** 200 ranks with long names stay below it. */
const MAX_KILOBYTES = 128;
const SHOWN_PROBLEMS = 10;
const SHOWN_PROBLEM = 140;

/** The ranks of an uploaded file, checked as the clan's own file is. Throws `UserError` with what is wrong in it. */
export async function readRanksFile(context: CommandContext, attachment: Attachment): Promise<CheckedRanks> {
  const maxBytes = MAX_KILOBYTES * 1024;
  if (attachment.size > maxBytes) {
    throw new UserError('file-too-large', (locale) => setupTexts(locale).tooLarge(MAX_KILOBYTES));
  }
  const bytes = await download(context, attachment.url, maxBytes);
  try {
    return parseRanks(parseJson(bytes), 'ranks.json');
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const shown = error.problems.slice(0, SHOWN_PROBLEMS);
    const more = error.problems.length - shown.length;
    throw new UserError('bad-file', (locale) => {
      const problems = shown.map((problem) => clip(problemIn(locale, problem), SHOWN_PROBLEM));
      return badFileText(setupTexts(locale), problems, more);
    });
  }
}

async function download({ discord }: CommandContext, url: string, maxBytes: number): Promise<Uint8Array> {
  try {
    return await discord.download(url, maxBytes);
  } catch (error) {
    if (!(error instanceof DiscordError)) throw error;
    throw new UserError('file-gone', (locale) => setupTexts(locale).fileGone);
  }
}

function parseJson(bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UserError('not-json', (locale) => setupTexts(locale).notText);
  }
  try {
    return JSON.parse(text);
  } catch {
    const place = placeOfMistake(text);
    throw new UserError('not-json', (locale) => setupTexts(locale).notJson(place));
  }
}
