import { InteractionType } from 'discord-interactions';
import { CLAN_STOPPED, UNKNOWN_COMMAND } from '../../shared/errors/error-text.ts';
import { loggedRoute, routeKeyOf, routeName } from '../../shared/interactions/route-key.ts';
import type { Logger } from '../../shared/log/logger.ts';
import type { Invoke } from '../../shared/platform/invoke.ts';
import type { AuthenticRequest } from './authenticate.ts';
import { handOver } from './hand-over.ts';
import { openModal } from './open-modal.ts';
import { NO_CHOICES, PONG, type Response, refusal } from './responses.ts';
import type { Suggest } from './suggest.ts';
import { texts } from './texts.ts';

type Routes = typeof import('clan-bot:routes').default;

export interface Answering {
  readonly routes: Routes;
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
  { routes, invoke, suggest, isStopped, now, log }: Answering,
): Promise<Response> {
  if (body['type'] === InteractionType.PING) return PONG;
  const interactionId = idOf(body['id']);
  const isAutocomplete = body['type'] === InteractionType.APPLICATION_COMMAND_AUTOCOMPLETE;
  const refuse = (text: string, code: string): Response =>
    isAutocomplete ? NO_CHOICES : refusal(text, code, interactionId);

  if (body['guild_id'] !== identity.guildId) return refuse(texts.otherGuild, 'other-guild');
  if (isStopped(identity.clan)) return refuse(CLAN_STOPPED, 'not-set-up');
  const key = routeKeyOf(body);
  const name = key === undefined ? '' : routeName(key);
  const route = Object.hasOwn(routes, name) ? routes[name] : undefined;
  const here = log.with({ interaction: interactionId, clan: identity.clan, command: loggedRoute(key) });
  if (route === undefined) {
    here.error('No function has this route');
    return refuse(UNKNOWN_COMMAND, 'unknown-command');
  }
  if (route.modal !== undefined) return openModal(route.modal, body);

  const { ageMs } = arrival;
  if (ageMs > TOO_LATE_MS) {
    here.warning('An interaction came too late', { ageMs });
    return refuse(texts.late, 'late');
  }
  const envelope = JSON.stringify({ timestamp, signature, body: text });
  if (route.reply === 'choices' || route.reply === 'modal') return suggest(route.function, envelope);
  const handed = { function: route.function, reply: route.reply, envelope, interactionId, ...arrival };
  return handOver(handed, { invoke, now, log: here });
}

/** An interaction's id, for texts and the log; nothing else is shown in its place. */
function idOf(id: unknown): string {
  return typeof id === 'string' && /^\d{1,20}$/.test(id) ? id : 'unknown';
}
