import type { InteractionType } from 'discord-interactions';
import { isObject, type JsonObject, objectAt } from '../json/json.ts';
import { cut } from '../text/cut.ts';
import type { Route } from './declaration.ts';

/** Where an interaction goes: `command` + `points add`, `component` + `review.approve`. */
export interface RouteKey {
  readonly on: Route['on'];
  readonly key: string;
}

/** The parts of a custom id, `<key>:<record id>[:<small argument>]`. The argument may itself hold colons. */
export interface CustomId {
  readonly key: string;
  readonly recordId: string | undefined;
  readonly argument: string | undefined;
}

/** Those of discord-interactions, which would load WebCrypto with its own: the compiler compares them. */
const TYPE = {
  command: 2 satisfies InteractionType.APPLICATION_COMMAND,
  component: 3 satisfies InteractionType.MESSAGE_COMPONENT,
  autocomplete: 4 satisfies InteractionType.APPLICATION_COMMAND_AUTOCOMPLETE,
  modal: 5 satisfies InteractionType.MODAL_SUBMIT,
} as const;
const CHAT_INPUT = 1;
const USER_MENU = 2;
const SUBCOMMAND = 1;
const SUBCOMMAND_GROUP = 2;
const LONGEST_LOGGED = 120;

/** How a route stands in the table of all routes. */
export function routeName(route: RouteKey): string {
  return `${route.on} ${route.key}`;
}

/** A route as log lines name it, 'none' where there is none; cut, since a signed body may hold any text. */
export function loggedRoute(route: RouteKey | undefined): string {
  return route === undefined ? 'none' : cut(routeName(route), LONGEST_LOGGED);
}

/** Splits a custom id at its first two colons. */
export function splitCustomId(customId: string): CustomId {
  const [key = '', recordId, ...rest] = customId.split(':');
  return { key, recordId, argument: rest.length === 0 ? undefined : rest.join(':') };
}

/** The route of an interaction in Discord's JSON; `undefined` for a kind this bot has no routes for. */
export function routeKeyOf(body: JsonObject): RouteKey | undefined {
  const data = objectAt(body, 'data');
  switch (body['type']) {
    case TYPE.command:
      if ((data['type'] ?? CHAT_INPUT) === CHAT_INPUT) return { on: 'command', key: commandKey(data) };
      return data['type'] === USER_MENU ? { on: 'user-menu', key: text(data['name']) } : undefined;
    case TYPE.component:
      return { on: 'component', key: splitCustomId(text(data['custom_id'])).key };
    case TYPE.autocomplete:
      return { on: 'autocomplete', key: commandKey(data) };
    case TYPE.modal:
      return { on: 'modal', key: splitCustomId(text(data['custom_id'])).key };
    default:
      return undefined;
  }
}

/** The locale that the caller chose in Discord: `de`, `es-419`. */
export function localeOf(body: JsonObject): string | undefined {
  const { locale } = body;
  return typeof locale === 'string' ? locale : undefined;
}

/** The options that the member filled in: those below the subcommand, when there is one. */
export function leafOptions(data: JsonObject): readonly JsonObject[] {
  let options = objectsIn(data['options']);
  for (let depth = 0; depth < 2; depth += 1) {
    const [only] = options;
    if (only === undefined || !isSubcommand(only)) break;
    options = objectsIn(only['options']);
  }
  return options;
}

function commandKey(data: JsonObject): string {
  const words = [text(data['name'])];
  let [option] = objectsIn(data['options']);
  while (option !== undefined && isSubcommand(option) && words.length < 3) {
    words.push(text(option['name']));
    [option] = objectsIn(option['options']);
  }
  return words.join(' ');
}

function isSubcommand(option: JsonObject): boolean {
  return option['type'] === SUBCOMMAND || option['type'] === SUBCOMMAND_GROUP;
}

function objectsIn(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
