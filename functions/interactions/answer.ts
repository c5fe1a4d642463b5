import { InteractionType } from 'discord-interactions';
import { errorTexts } from '../../shared/errors/texts.ts';
import { localeOf, loggedRoute, routeKeyOf, routeName } from '../../shared/interactions/route-key.ts';
import type { Text } from '../../shared/languages/catalogue.ts';
import { languageOf } from '../../shared/languages/language.ts';
import type { Logger } from '../../shared/log/logger.ts';
import type { Invoke } from '../../shared/platform/invoke.ts';
import type { AuthenticRequest } from './authenticate.ts';
import { handOver } from './hand-over.ts';
import { openModal } from './open-modal.ts';
import { NO_CHOICES, PONG, type Response, refusal } from './responses.ts';
import type { Suggest } from './suggest.ts';
import { texts } from './texts.ts';

type Routes = typeof import('clan-bot:routes').default;
type Modals = typeof import('clan-bot:modals').modals;

export interface Answering {
  readonly routes: Routes;
  /** All modals, loaded when the first one is opened. */
  readonly modals: () => Promise<Modals>;
  readonly invoke: Invoke;
  readonly suggest: Suggest;
  /** Whether a clan is not served, since what it is set up with cannot be used. */
  readonly isStopped: (clan: string) => boolean;
  /** Unix milliseconds. */
  readonly now: () => number;
  readonly log: Logger;
}

/** Older ones Discord has given up: the member will repeat them. */
const TOO_LATE_MS = 3_000;

/** When a request came, and how old it was then. */
export interface Arrival {
  /** Unix milliseconds. */
  readonly arrivedAt: number;
  readonly ageMs: number;
}

/** The first response to a proven request: acknowledges, opens, suggests or refuses. */
export async function answer(
  { identity, body, text, timestamp, signature }: AuthenticRequest,
  arrival: Arrival,
  { routes, modals, invoke, suggest, isStopped, now, log }: Answering,
): Promise<Response> {
  if (body['type'] === InteractionType.PING) return PONG;
  const interactionId = idOf(body['id']);
  const isAutocomplete = body['type'] === InteractionType.APPLICATION_COMMAND_AUTOCOMPLETE;
  const locale = localeOf(body);
  const refuse = (text: Text, code: string): Response =>
    isAutocomplete ? NO_CHOICES : refusal(text(locale), code, interactionId);

  if (body['guild_id'] !== identity.guildId) return refuse((to) => texts(to).otherGuild, 'other-guild');
  if (isStopped(identity.clan)) return refuse((to) => errorTexts(to).clanStopped, 'not-set-up');
  const key = routeKeyOf(body);
  const name = key === undefined ? '' : routeName(key);
  const route = Object.hasOwn(routes, name) ? routes[name] : undefined;
  const here = log.with({ interaction: interactionId, clan: identity.clan, command: loggedRoute(key) });
  if (route === undefined) {
    here.error('No function has this route');
    return refuse(unknownCommand, 'unknown-command');
  }
  if (route.modal !== undefined) {
    const modal = (await modals())[route.modal];
    return modal === undefined
      ? refuse(unknownCommand, 'unknown-command')
      : openModal(modal[languageOf(locale)], body);
  }

  const { ageMs } = arrival;
  if (ageMs > TOO_LATE_MS) {
    here.warning('An interaction came too late', { ageMs });
    return refuse((to) => texts(to).late, 'late');
  }
  const envelope = JSON.stringify({ timestamp, signature, body: text });
  if (route.reply === 'choices' || route.reply === 'modal') return suggest(route.function, envelope);
  const handed = {
    function: route.function,
    reply: route.reply,
    envelope,
    interactionId,
    locale,
    ...arrival,
  };
  return handOver(handed, { invoke, now, log: here });
}

const unknownCommand: Text = (locale) => errorTexts(locale).unknownCommand;

/** An interaction's id, for texts and the log; nothing else is shown in its place. */
function idOf(id: unknown): string {
  return typeof id === 'string' && /^\d{1,20}$/.test(id) ? id : 'unknown';
}
