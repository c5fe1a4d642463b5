import * as z from 'zod/mini';
import { modalInputs } from '../../discord/build-modal.ts';
import { readAction } from '../../discord/control-action.ts';
import type { DiscordEmulator } from '../../discord/discord-emulator.ts';
import { ImpossibleActionError, type InteractionRequest } from '../../discord/interaction-request.ts';
import type { Journal } from '../../discord/journal.ts';
import { maySee, maySeeMessage, mayWrite, type Viewer } from '../../discord/sight.ts';
import { createMessage } from '../../discord/write-message.ts';
import { isRecord, listOf, textOf } from '../../emulator/plain.ts';
import type { RobloxEmulator } from '../../roblox/roblox-emulator.ts';
import { Choice, type Messages, type RobloxWorld, type Sent, type Timeline } from '../protocol.ts';
import { messageView } from './message-view.ts';
import { actOnRoblox, joinRoblox, RobloxAction, robloxWorld } from './roblox-tools.ts';
import type { Switches } from './switches.ts';

export interface ApiParts {
  readonly discord: DiscordEmulator;
  readonly roblox: RobloxEmulator;
  readonly journal: Journal;
  readonly switches: Switches;
  readonly switchesChanged: () => void;
  readonly timelinesOf: (clan: string, userId: string) => readonly Timeline[];
  readonly robloxGroupOf: (clan: string) => string;
  /** Runs what the monitor runs every minute, now. */
  readonly runMinute: () => Promise<void>;
  readonly endIdle: () => Promise<void>;
}

/** One request of the page, by one person in one clan. */
export interface ApiCall {
  readonly viewer: Viewer;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

type Answer = object | Promise<object>;

const MOST_MESSAGES = 100;
const Say = z.object({ channel: z.string(), content: z.string().check(z.minLength(1), z.maxLength(2000)) });
const Newcomer = z.object({ name: z.string() });
const Leaving = z.object({ user: z.string() });
const Setting = z.object({ id: z.string(), on: z.boolean() });

/** What the page asks for, by `METHOD name`. What a person may not do throws `ImpossibleActionError`. */
export function apiRoutes(parts: ApiParts): Readonly<Record<string, (call: ApiCall) => Answer>> {
  const { discord, roblox, switches } = parts;
  const group = ({ viewer }: ApiCall) => parts.robloxGroupOf(viewer.clan);
  const world = (call: ApiCall): RobloxWorld => robloxWorld(roblox, group(call));
  return {
    'GET messages': (call) => messages(parts, call),
    'POST act': ({ viewer, body }) => act(discord, viewer, body),
    'POST say': ({ viewer, body }) => say(discord, viewer, body),
    'POST people': (call) => {
      const { name } = Newcomer.parse(call.body);
      const id = discord.joinGuild(call.viewer.clan, name);
      return { id, robloxName: joinRoblox(roblox, group(call), name) };
    },
    'POST leave': ({ viewer, body }) => {
      const { user } = Leaving.parse(body);
      const member = discord.member(viewer.clan, user);
      if (viewer.guild.ownerId === member.userId || member.userId === viewer.botUserId)
        throw new ImpossibleActionError('The owner and the bot stay.');
      discord.leaveGuild(viewer.clan, member.userId);
      return {};
    },
    'POST switch': async ({ viewer, body }) => {
      const { id, on } = Setting.parse(body);
      await switches.set(id, on, viewer.clan);
      parts.switchesChanged();
      return {};
    },
    'GET switches': () => switches.list(),
    'GET timelines': ({ viewer }) => parts.timelinesOf(viewer.clan, viewer.member.userId),
    'POST cold': async () => {
      await parts.endIdle();
      return {};
    },
    'POST minute': async () => {
      await parts.runMinute();
      return {};
    },
    'GET roblox': world,
    'POST roblox': (call) => {
      actOnRoblox(roblox, group(call), RobloxAction.parse(call.body));
      return world(call);
    },
  };
}

/** A page of a channel that the person can see: the latest, or those before a message. */
function messages({ discord, journal }: ApiParts, { viewer, query }: ApiCall): z.infer<typeof Messages> {
  const { world } = discord;
  const channel = world.state.channels.get(query.get('channel') ?? '');
  if (channel === undefined || !maySee(viewer, channel))
    throw new ImpossibleActionError('There is no such channel in sight.');
  const before = query.get('before');
  const limit = Math.min(Math.max(Number(query.get('limit')) || 50, 1), MOST_MESSAGES);
  const seen = [...world.state.messages.values()].filter(
    (message) =>
      message.channelId === channel.id &&
      maySeeMessage(world, viewer, message) &&
      (before === null || BigInt(message.id) < BigInt(/^\d+$/.test(before) ? before : '0')),
  );
  return {
    messages: seen.slice(-limit).map((message) => messageView(world, viewer, message, journal.revision)),
    more: seen.length > limit,
  };
}

async function act(discord: DiscordEmulator, viewer: Viewer, body: unknown): Promise<Sent> {
  const by = { ...(isRecord(body) ? body : {}), user: viewer.member.userId, unchecked: false };
  const request = readAction(viewer.clan, by);
  requireInSight(discord, viewer, request);
  const delivery = await discord.sendInteraction(request);
  const modal = isRecord(delivery.modal) ? delivery.modal : undefined;
  return {
    interactionId: delivery.interactionId,
    problem: delivery.problem ?? null,
    modal: modal === undefined ? null : { title: textOf(modal['title']), inputs: modalInputs(modal) },
    choices: listOf(delivery.choices).flatMap((choice) => Choice.safeParse(choice).data ?? []),
  };
}

/** Nobody uses a command in a channel, or clicks a button, that they cannot see. */
function requireInSight({ world }: DiscordEmulator, viewer: Viewer, request: InteractionRequest): void {
  const channel = request.channel === undefined ? undefined : world.state.channels.get(request.channel);
  const message =
    'click' in request && request.message !== undefined
      ? world.state.messages.get(request.message)
      : undefined;
  if (channel === undefined || !maySee(viewer, channel))
    throw new ImpossibleActionError('There is no such channel in sight.');
  if ('click' in request && (message === undefined || !maySeeMessage(world, viewer, message)))
    throw new ImpossibleActionError('There is no such message in sight.');
  if ('command' in request && channel.guildId === null)
    throw new ImpossibleActionError("The bot's commands are used in its server.");
}

function say({ world }: DiscordEmulator, viewer: Viewer, body: unknown): object {
  const { channel: id, content } = Say.parse(body);
  const channel = world.state.channels.get(id);
  if (channel === undefined || !mayWrite(viewer, channel))
    throw new ImpossibleActionError('You cannot write in this channel.');
  const place = { channelId: channel.id, authorId: viewer.member.userId };
  createMessage(world, { content, allowed_mentions: { parse: ['users'] } }, new Map(), place);
  return {};
}
