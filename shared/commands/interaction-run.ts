import type { Acknowledged } from '../discord/error-reply.ts';
import { DiscordId } from '../discord/snowflake.ts';
import type { Route } from '../interactions/declaration.ts';
import { loggedRoute, routeKeyOf, routeName } from '../interactions/route-key.ts';
import type { JsonObject } from '../json/json.ts';
import type { Logger } from '../log/logger.ts';
import { UnknownRouteError } from './failure.ts';
import type { Handler } from './handler.ts';
import type { OpenedEnvelope } from './open-envelope.ts';
import type { SevereLines } from './report-error.ts';
import type { CommandServices } from './services.ts';

/** The handling of one interaction: what came in, and what it is handled with. */
export interface InteractionRun extends OpenedEnvelope {
  readonly services: CommandServices;
  readonly log: Logger;
  readonly severe: SevereLines;
  /** When this invocation has to be over, in Unix milliseconds. */
  readonly deadline: number;
}

/** The declared route of an interaction; undefined: this function has none. */
export function routeOf({ body, services }: Pick<InteractionRun, 'body' | 'services'>): Route | undefined {
  const wanted = routeKeyOf(body);
  return services.declaration.routes.find((one) => one.on === wanted?.on && one.key === wanted.key);
}

/** The declared route of an interaction and its handler. Throws `UnknownRoute`. */
export function findHandler(run: InteractionRun): {
  readonly route: Route;
  readonly handler: Handler;
} {
  const wanted = routeKeyOf(run.body);
  const { declaration, handlers } = run.services;
  const route = routeOf(run);
  const handler = wanted === undefined ? undefined : handlers[routeName(wanted)];
  if (route === undefined || handler === undefined) {
    throw new UnknownRouteError(`${declaration.name} has no route ${loggedRoute(wanted)}.`);
  }
  return { route, handler };
}

/**
 * How the front door acknowledged. Of an unknown route it is not known; a follow-up after a component or a
 * modal, and an edit after a command, then reach the member whatever it was.
 */
export function acknowledgedAs(run: InteractionRun): Acknowledged {
  const wanted = routeKeyOf(run.body);
  const route = routeOf(run);
  if (route?.reply === 'public' || route?.reply === 'ephemeral' || route?.reply === 'update')
    return route.reply;
  return wanted?.on === 'component' || wanted?.on === 'modal' ? 'update' : 'ephemeral';
}

/** What every log line of this interaction carries. */
export function logFields({ body, record }: OpenedEnvelope): Readonly<Record<string, string>> {
  return { interaction: interactionIdOf(body), clan: record.clan, command: loggedRoute(routeKeyOf(body)) };
}

/** The interaction's id, for texts, ids of rows and the log; 'unknown' when it is not one. */
export function interactionIdOf(body: JsonObject): string {
  const id = DiscordId.safeParse(body['id']);
  return id.success ? id.data : 'unknown';
}

/** A field of the body that should be a text; '' when it is not one. */
export function stringOr(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
