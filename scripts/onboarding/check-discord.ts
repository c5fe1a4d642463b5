import * as z from 'zod/mini';
import { PublicKey } from '../../shared/clans/clan-record.ts';
import { createDiscordClient } from '../../shared/discord/create-discord-client.ts';
import { DiscordError } from '../../shared/discord/errors.ts';
import { createDiscordRest } from '../../shared/discord/rest.ts';
import { Snowflake } from '../../shared/discord/snowflake.ts';
import { createLogger } from '../../shared/log/create-logger.ts';
import { OnboardingError } from './onboarding-error.ts';

export interface DiscordAccess {
  /** `https://discord.com/api/v10`. */
  readonly apiUrl: string;
  readonly botToken: string;
}

/** What Discord says of the application that a token belongs to. */
export interface FoundApplication {
  readonly id: string;
  readonly name: string;
  readonly publicKey: string;
}

const Application = z.object({ id: Snowflake, name: z.string(), verify_key: PublicKey });
const log = createLogger({ level: 'none' });

/** Asks Discord whose token this is. Throws `OnboardingError`. */
export async function findApplication({ apiUrl, botToken }: DiscordAccess): Promise<FoundApplication> {
  const rest = createDiscordRest({ apiUrl, botToken, log });
  try {
    const found = await rest.call({
      method: 'GET',
      path: '/applications/@me',
      params: {},
      answer: Application,
    });
    return { id: found.id, name: found.name, publicKey: found.verify_key };
  } catch (error) {
    throw explained(error, 'find the application of this token');
  }
}

/** Whether the bot is in the server yet. Throws `OnboardingError` when Discord does not answer the question. */
export async function isInGuild(
  access: DiscordAccess,
  applicationId: string,
  guildId: string,
): Promise<boolean> {
  const discord = createDiscordClient({ ...access, applicationId, guildId, cdnHosts: [], log });
  try {
    await discord.roles();
    return true;
  } catch (error) {
    if (error instanceof DiscordError && (error.status === 403 || error.status === 404)) return false;
    throw explained(error, 'look at the server');
  }
}

/**
 * Makes `url` the application's interactions endpoint. Discord asks it at once: it must answer a signed PING and
 * refuse a forged one. Throws `OnboardingError`.
 */
export async function setEndpoint({ apiUrl, botToken }: DiscordAccess, url: string): Promise<void> {
  const rest = createDiscordRest({ apiUrl, botToken, log, timeoutMs: 15_000, budgetMs: 20_000 });
  try {
    const body = { interactions_endpoint_url: url };
    await rest.call({ method: 'PATCH', path: '/applications/@me', params: {}, body, answer: z.unknown() });
  } catch (error) {
    if (error instanceof DiscordError && error.status === 400) {
      throw new OnboardingError(
        `Discord asked ${url} and did not get the right answers, so nothing was changed. The platform must run, ` +
          'reach this clan, and be reached from the internet by HTTPS. (A first call after a long pause can be too slow: try again.)',
      );
    }
    throw explained(error, 'set the interactions endpoint');
  }
}

function explained(error: unknown, what: string): unknown {
  if (!(error instanceof DiscordError)) return error;
  if (error.status === 401) {
    return new OnboardingError(
      'Discord does not know this bot token. Copy it again: Developer Portal, your application, Bot, Reset Token.',
    );
  }
  const how = error.status === 0 ? 'no answer' : String(error.status);
  return new OnboardingError(`Could not ${what}: Discord said ${how}. Try again.`);
}
