import * as z from 'zod/mini';
import { DiscordError } from '../../shared/discord/errors.ts';
import { createDiscordRest } from '../../shared/discord/rest.ts';
import { createLogger } from '../../shared/log/create-logger.ts';
import { type Line, linesOf } from './line.ts';

const { ok, warn, fail } = linesOf('endpoint');
const Application = z.object({ id: z.string(), interactions_endpoint_url: z.nullish(z.string()) });

/** Whether Discord sends this clan's interactions to this gateway. The token is the vault's and is in no line. */
export async function checkEndpoint(
  clan: string,
  applicationId: string,
  { apiUrl, botToken, base }: { readonly apiUrl: string; readonly botToken: string; readonly base: URL },
): Promise<Line> {
  const wanted = new URL(`interactions/${clan}`, base).href;
  const open = `npm run new-clan -- --clan ${clan} --endpoint ${wanted}`;
  const rest = createDiscordRest({ apiUrl, botToken, log: createLogger({ level: 'none' }) });
  try {
    const found = await rest.call({
      method: 'GET',
      path: '/applications/@me',
      params: {},
      answer: Application,
    });
    if (found.id !== applicationId) {
      return fail(
        `The bot token in the vault belongs to the application ${found.id}, not to ${applicationId}.`,
        `npm run set-secrets -- --clan ${clan}`,
      );
    }
    const url = found.interactions_endpoint_url ?? '';
    if (url === wanted) return ok(`Discord sends interactions to ${wanted}.`);
    return fail(`Discord sends interactions to ${url === '' ? 'nobody' : url}.`, open);
  } catch (error) {
    if (!(error instanceof DiscordError)) throw error;
    return error.status === 401
      ? fail('Discord does not know the bot token in the vault.', `npm run set-secrets -- --clan ${clan}`)
      : warn(
          `Discord did not say where it sends interactions (${error.status === 0 ? 'no answer' : error.status}).`,
          'Run preflight again; the Developer Portal shows it too.',
        );
  }
}
