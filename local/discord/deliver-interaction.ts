import { cut } from '../../shared/text/cut.ts';
import { isRecord, listOf, textOf } from '../emulator/plain.ts';
import { ApiError } from './api-error.ts';
import { applyResponse } from './apply-response.ts';
import type { DiscordCheck } from './check-request.ts';
import type { ApplicationSeed } from './seed.ts';
import { readPrivateKey, signatureHeaders } from './sign.ts';
import type { InteractionState } from './state.ts';
import type { World } from './world.ts';

/** Discord waits this long for the first response, network included. */
const DEADLINE_MS = 3_000;
/**
 * "The response comes by the callback route." Discord's page on receiving and responding asks for no body beside it;
 * @buape/carbon sends one and works, so the body is passed over.
 */
const ACCEPTED = 202;

/** Sends a signed interaction: `fetch`, or something that loses it on the way. */
export type Post = (url: string, init: RequestInit & { readonly signal: AbortSignal }) => Promise<Response>;

/** How the first response to an interaction turned out. */
export interface Delivery {
  readonly interactionId: string;
  readonly token: string;
  /** The HTTP status; undefined when there was no answer in time. */
  readonly status: number | undefined;
  readonly json: unknown;
  /** Discord took the response. */
  readonly acknowledged: boolean;
  /** Why not: what a member would see as "the application did not respond". */
  readonly problem: string | undefined;
  /** The modal that it opened, if any. */
  readonly modal: unknown;
  /** The choices it gave, with autocomplete. */
  readonly choices: unknown;
}

/**
 * Signs an interaction as Discord does, posts it to the clan's endpoint and applies the answer to the state. After
 * status 202 the callback route has until the deadline to bring the response.
 */
export async function deliverInteraction(
  world: World,
  application: ApplicationSeed,
  endpoint: string,
  interaction: Readonly<Record<string, unknown>>,
  check: DiscordCheck,
  violation: (problems: readonly string[], body: unknown) => void,
  post: Post = fetch,
): Promise<Delivery> {
  if (application.privateKey === undefined)
    throw new Error(`The emulator has no private key of the clan "${application.clan}".`);
  const state = track(world, application, interaction);
  const body = JSON.stringify(interaction);
  const timestamp = `${Math.floor(world.now() / 1000)}`;
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Discord-Interactions/1.0 (+https://discord.com)',
    ...signatureHeaders(readPrivateKey(application.privateKey), timestamp, body),
  };
  let status: number | undefined;
  let json: unknown;
  let problem: string | undefined;
  let text = '';
  const sentAt = world.now();
  const interactionId = textOf(interaction['id']);
  const userId = state?.userId ?? '';
  world.events.emit('sent', { interactionId, clan: application.clan, userId, headers, body, at: sentAt });
  const deadline = AbortSignal.timeout(DEADLINE_MS);
  try {
    const response = await post(endpoint, {
      method: 'POST',
      headers,
      body,
      signal: deadline,
    });
    status = response.status;
    text = await response.text();
    json = jsonOf(text);
    if (status === ACCEPTED) problem = await untilCalledBack(world, state, deadline);
    else if (status < 200 || status > 299) problem = `The endpoint answered ${status}: ${cut(text, 200)}`;
    else if (!isRecord(json) || typeof json['type'] !== 'number')
      problem = `The endpoint answered with no response type: ${cut(text, 200)}`;
  } catch (error) {
    problem = `No answer within ${DEADLINE_MS} ms: ${error instanceof Error ? error.message : String(error)}`;
  }
  world.events.emit('answered', {
    interactionId,
    ms: world.now() - sentAt,
    status: status === undefined ? (problem ?? '') : `${status}`,
    body: text,
  });
  if (state?.state === 'acknowledged') problem = undefined;
  problem ??= apply(world, state, json, check, violation);
  if (problem !== undefined && state?.state === 'pending') {
    state.state = 'failed';
    world.events.emit('interaction', state.id);
  }
  return {
    interactionId,
    token: textOf(interaction['token']),
    status,
    json,
    acknowledged: problem === undefined,
    problem,
    modal: state?.modal ?? null,
    choices: state?.choices ?? null,
  };
}

/** Waits for the callback route to bring the response; returns what was missing at the deadline. */
function untilCalledBack(
  world: World,
  state: InteractionState | undefined,
  deadline: AbortSignal,
): Promise<string | undefined> {
  if (state === undefined) return Promise.resolve('A PING is answered inline, not with 202.');
  return new Promise((resolve) => {
    const finish = (problem: string | undefined) => {
      world.events.off('interaction', look);
      deadline.removeEventListener('abort', late);
      resolve(problem);
    };
    const look = () => {
      if (state.state !== 'pending') finish(undefined);
    };
    const late = () => finish(`The endpoint answered 202, and no callback came within ${DEADLINE_MS} ms.`);
    world.events.on('interaction', look);
    deadline.addEventListener('abort', late);
    if (deadline.aborted) late();
    else look();
  });
}

/** Remembers the interaction and its token; one that is sent a second time is already there. PING leaves no trace. */
function track(
  world: World,
  application: ApplicationSeed,
  interaction: Readonly<Record<string, unknown>>,
): InteractionState | undefined {
  const id = textOf(interaction['id']);
  const token = textOf(interaction['token']);
  const existing = world.state.interactions.get(id);
  if (existing !== undefined || id === '' || token === '') return existing;
  const member = isRecord(interaction['member']) ? interaction['member'] : {};
  const user = isRecord(member['user']) ? member['user'] : interaction['user'];
  const message = interaction['message'];
  const state: InteractionState = {
    id,
    token,
    applicationId: application.applicationId,
    guildId: textOf(interaction['guild_id']) || null,
    channelId: textOf(interaction['channel_id']),
    userId: isRecord(user) ? textOf(user['id']) : '',
    type: Number(interaction['type']),
    name: nameOf(interaction['data']),
    createdAt: world.now(),
    state: 'pending',
    acknowledgedAs: null,
    ephemeral: false,
    originalId: null,
    sourceMessageId: isRecord(message) ? textOf(message['id']) : null,
    originalDeleted: false,
    originalEdits: 0,
    followUpIds: [],
    expired: false,
    modal: null,
    choices: null,
  };
  world.state.interactions.set(id, state);
  world.changed();
  return state;
}

/** `/points add`, the menu's name, or the key of a button or form. */
function nameOf(data: unknown): string {
  if (!isRecord(data)) return '';
  if (typeof data['name'] !== 'string') return textOf(data['custom_id']).split(':')[0] ?? '';
  if (data['type'] !== 1) return data['name'];
  const path = [data['name']];
  for (let [inner] = listOf(data['options']); isRecord(inner); [inner] = listOf(inner['options'])) {
    if (inner['type'] === 1 || inner['type'] === 2) path.push(textOf(inner['name']));
  }
  return `/${path.join(' ')}`;
}

/** Applies the first response; a later one to the same interaction changes nothing, as with Discord. */
function apply(
  world: World,
  state: InteractionState | undefined,
  json: unknown,
  check: DiscordCheck,
  violation: (problems: readonly string[], body: unknown) => void,
): string | undefined {
  if (state === undefined || state.state !== 'pending' || !isRecord(json)) return undefined;
  try {
    const refusal = check.response(json, (...problems) => violation(problems, json));
    if (refusal !== undefined) throw refusal;
    applyResponse(world, state, json, new Map());
    return undefined;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const problem = `Discord would not take the response: ${error.message} ${JSON.stringify(error.errors ?? {})}`;
    violation([problem], json);
    return problem;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
