import type { EmulatorAnswer } from '../emulator/http-server.ts';
import type { ApplicationSeed } from './seed.ts';
import type { World } from './world.ts';
import type { Files } from './write-message.ts';

/** One request to the API, read and checked. */
export interface DiscordCall {
  readonly world: World;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The JSON body, or a multipart request's payload_json. */
  readonly body: unknown;
  readonly files: Files;
  /** `X-Audit-Log-Reason`, decoded. */
  readonly reason: string | null;
  /** The language that localized fields are answered in. */
  readonly locale: string;
}

/** A call made with a bot's token. */
export interface BotCall extends DiscordCall {
  readonly application: ApplicationSeed;
}

/** Who may call a route: the bot whose token is sent, or anybody with the token in the path. */
export type DiscordRoute =
  | { readonly auth: 'bot'; readonly run: (call: BotCall) => EmulatorAnswer | Promise<EmulatorAnswer> }
  | { readonly auth: 'path'; readonly run: (call: DiscordCall) => EmulatorAnswer | Promise<EmulatorAnswer> };

export type DiscordRoutes = Readonly<Record<string, DiscordRoute>>;

export const byBot = (run: (call: BotCall) => EmulatorAnswer | Promise<EmulatorAnswer>): DiscordRoute => ({
  auth: 'bot',
  run,
});
export const byPath = (
  run: (call: DiscordCall) => EmulatorAnswer | Promise<EmulatorAnswer>,
): DiscordRoute => ({
  auth: 'path',
  run,
});

export const ok = (json: unknown): EmulatorAnswer => ({ status: 200, json });
export const done: EmulatorAnswer = { status: 204 };

/** A path parameter; the router has matched it, so it is there. */
export function parameter(call: DiscordCall, name: string): string {
  return call.parameters[name] ?? '';
}

/** A boolean of the query: `True`, `true` or `1`. Source: Discord's reference, "Boolean Query Strings". */
export function flag(call: DiscordCall, name: string): boolean {
  return /^(true|1)$/i.test(call.query.get(name) ?? '');
}
