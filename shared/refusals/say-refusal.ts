import { DiscordError } from '../discord/errors.ts';
import { isTransient, type ServiceError, type ServicePauseNotice } from '../http/service-error.ts';
import { refusalTexts } from './texts.ts';

/** The calls to Roblox that carry no key (Roblox, "Users API"): what they refuse says nothing about it. */
const WITHOUT_KEY = / \/v1\/(?:usernames\/)?users$/;

/**
 * What a service answered, as one clause that begins with the service's name and has no full stop,
 * as Markdown. Silence, a passing failure and a limit are no answer; everything else is a refusal with its cause.
 */
export function sayRefusal(locale: string | undefined, error: ServiceError): string {
  const texts = refusalTexts(locale);
  const service = serviceOf(error);
  if (error.pause !== undefined) return sayPause(locale, service, error.pause);
  if (isNoAnswer(error)) return texts.noAnswer(service);
  const { status, route } = error;
  if (status < 400) return texts.unusable(service);
  if (status === 400) return texts.wrong(service);
  const isOfKey = !WITHOUT_KEY.test(route) || (status !== 401 && status !== 403);
  const cause = isOfKey ? causeOf(service, status) : undefined;
  return cause === undefined ? texts.refused(service, status) : texts[cause];
}

/** The same of a pause: which service, until when and why. */
export function sayPause(
  locale: string | undefined,
  service: 'Discord' | 'Roblox',
  { until, reason }: ServicePauseNotice,
): string {
  const texts = refusalTexts(locale);
  return reason === '' ? texts.paused(service, until) : texts.pausedFor(service, until, reason);
}

/** What to do next, as a sentence. */
export function nextStep(locale: string | undefined, error: ServiceError): string {
  const texts = refusalTexts(locale);
  if (error.pause !== undefined) return texts.afterPause;
  return isNoAnswer(error) ? texts.tryAgain : texts.diagnose;
}

/** `roblox-unavailable`, `roblox-paused` or `roblox-refused`; the same of Discord. */
export function refusalCode(error: ServiceError): string {
  const kind = error.pause !== undefined ? 'paused' : isNoAnswer(error) ? 'unavailable' : 'refused';
  return `${serviceOf(error).toLowerCase()}-${kind}`;
}

function isNoAnswer({ status, retryable }: ServiceError): boolean {
  return status === 0 || isTransient(status) || retryable;
}

function serviceOf(error: ServiceError): 'Discord' | 'Roblox' {
  return error instanceof DiscordError ? 'Discord' : 'Roblox';
}

const CAUSES = {
  Roblox: { 401: 'robloxKey', 403: 'robloxScope', 404: 'robloxMissing' },
  Discord: { 401: 'discordToken', 403: 'discordPermission', 404: 'discordMissing' },
} as const satisfies Record<string, Record<number, keyof ReturnType<typeof refusalTexts>>>;

function causeOf(service: 'Discord' | 'Roblox', status: number) {
  const causes = CAUSES[service];
  return status === 401 || status === 403 || status === 404 ? causes[status] : undefined;
}
