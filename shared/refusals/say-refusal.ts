import { DiscordError } from '../discord/errors.ts';
import { escapeMarkdown, timestamp } from '../discord/text.ts';
import { isTransient, type ServiceError, type ServicePauseNotice } from '../http/service-error.ts';

/** The calls to Roblox that carry no key (Roblox, "Users API"): what they refuse says nothing about it. */
const WITHOUT_KEY = / \/v1\/(?:usernames\/)?users$/;

/**
 * What a service answered, as one clause that begins with the service's name and has no full stop,
 * as Markdown. Silence, a passing failure and a limit are no answer; everything else is a refusal with its cause.
 */
export function sayRefusal(error: ServiceError): string {
  const service = serviceOf(error);
  if (error.pause !== undefined) return sayPause(service, error.pause);
  if (isNoAnswer(error)) return `${service} did not answer`;
  const { status, route } = error;
  if (status < 400) return `${service} gave an answer that the bot cannot use`;
  const isOfKey = !WITHOUT_KEY.test(route) || (status !== 401 && status !== 403);
  return `${service} ${(isOfKey ? CAUSES[service][status] : undefined) ?? `refused the request (${status})`}`;
}

/** The same of a pause: which service, until when and why. */
export function sayPause(service: 'Discord' | 'Roblox', { until, reason }: ServicePauseNotice): string {
  const why = reason === '' ? '' : ` (${escapeMarkdown(reason.replace(/\.$/, ''))})`;
  return (
    `${service} is paused for this clan until ${timestamp(until, 't')} (${timestamp(until, 'R')}), ` +
    `because it denied the bot access${why}`
  );
}

/** What to do next, as a sentence. */
export function nextStep(error: ServiceError): string {
  if (error.pause !== undefined)
    return 'The bot goes on by itself then; `/diagnose` says how to fix the cause.';
  return isNoAnswer(error) ? 'Try again in a minute.' : '`/diagnose` says how to fix it.';
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

const CAUSES: Readonly<Record<'Discord' | 'Roblox', Readonly<Record<number, string>>>> = {
  Roblox: {
    400: 'refused the request as wrong (400)',
    401: "does not accept the clan's key (401)",
    403: "does not let the clan's key do this (403): it lacks a scope, or its owner the rank for it",
    404: 'does not have what was asked for (404): the group, the role or the user is not there',
  },
  Discord: {
    400: 'refused the request as wrong (400)',
    401: "does not accept the bot's token (401)",
    403: 'does not let the bot do this (403): it lacks a permission, or its role stands too low',
    404: 'does not have what was asked for (404): it was deleted, or the bot cannot see it',
  },
};
