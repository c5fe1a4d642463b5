import { computed, type Signal, signal } from '@preact/signals';
import * as z from 'zod/mini';
import {
  type Action,
  Deleted,
  Message,
  Messages,
  Sent,
  type Switch,
  Switches,
  Timeline,
  View,
} from '../protocol.ts';
import { ask, noteInAddress, openStream, RefusedError, type Who, whoInAddress } from './server.ts';

/** Messages of one channel that have been read: ids in order, and whether there are older ones. */
interface Loaded {
  readonly ids: readonly string[];
  readonly more: boolean;
}

export const view = signal<View | undefined>(undefined);
export const channelId = signal('');
export const connection = signal<'connecting' | 'live' | 'lost' | 'gone'>('connecting');
export const unread = signal<ReadonlySet<string>>(new Set());
export const timelines = signal<readonly Timeline[]>([]);
export const switches = signal<readonly Switch[]>([]);
/** What went wrong last, where no place of its own shows it. */
export const notice = signal('');
export const channel = computed(() => view.value?.channels.find((each) => each.id === channelId.value));
export const who = computed<Who>(() => ({
  clan: view.value?.clan ?? '',
  as: view.value?.me.id ?? '',
}));

/** One signal for each message, so that a change draws its own row again and no other. */
const rows = new Map<string, Signal<Message>>();
const deleted = new Set<string>();
const loaded = signal<ReadonlyMap<string, Loaded>>(new Map());
export const current = computed<Loaded>(() => loaded.value.get(channelId.value) ?? { ids: [], more: false });
/** Every message that is known, for those who wait for one. */
export const messagesKnown = (): Message[] => [...rows.values()].map((row) => row.value);
/** Moves with every message that comes or changes. */
export const arrivals = signal(0);
export const rowOf = (id: string): Signal<Message> | undefined => rows.get(id);

let source: EventSource | undefined;

/** Looks at a clan as somebody, from the start. */
export function connect(next: Who = whoInAddress()): void {
  source?.close();
  forget();
  view.value = undefined;
  timelines.value = [];
  connection.value = 'connecting';
  source = openStream(next, {
    view: (data) => show(View.parse(data)),
    message: (data) => receive(Message.parse(data)),
    deleted: (data) => remove(Deleted.parse(data)),
    timelines: (data) => {
      timelines.value = z.array(Timeline).parse(data);
    },
    timeline: (data) => grow(Timeline.parse(data)),
    switches: (data) => {
      switches.value = Switches.parse(data);
    },
    restart: () => {
      forget();
      openChannel(channelId.value);
    },
    gone: () => {
      connection.value = 'gone';
    },
  });
  source.onopen = () => {
    connection.value = 'live';
  };
  source.onerror = () => {
    if (connection.value !== 'gone') connection.value = 'lost';
  };
}

function forget(): void {
  rows.clear();
  deleted.clear();
  loaded.value = new Map();
  unread.value = new Set();
}

function show(next: View): void {
  const isFirst = view.value === undefined;
  view.value = next;
  connection.value = 'live';
  if (isFirst) noteInAddress(who.value);
  const isOpen = next.channels.some((each) => each.id === channelId.value);
  const first = next.channels.find((each) => each.name === channel.peek()?.name) ?? next.channels[0];
  if (isFirst || !isOpen) openChannel(isOpen ? channelId.value : (first?.id ?? ''));
}

/** Shows a channel; its latest messages are read once. */
export function openChannel(id: string): void {
  channelId.value = id;
  unread.value = new Set([...unread.value].filter((each) => each !== id));
  if (id !== '' && !loaded.value.has(id)) void readMessages(id);
}

export async function readMessages(id: string, before?: string): Promise<void> {
  const query = { channel: id, limit: '50', ...(before === undefined ? {} : { before }) };
  const page = await attempt(() => ask(Messages, 'GET', 'messages', who.value, { query }));
  if (page === undefined) return;
  for (const message of page.messages) keep(message);
  const known = loaded.value.get(id)?.ids ?? [];
  const ids = [...new Set([...page.messages.map((message) => message.id), ...known])];
  setLoaded(id, { ids: ids.filter((each) => !deleted.has(each)), more: page.more });
}

function setLoaded(id: string, next: Loaded): void {
  loaded.value = new Map([...loaded.value, [id, next]]);
}

/** Of two states of one message the later counts, whichever comes first. */
function keep(message: Message): void {
  const row = rows.get(message.id);
  if (row === undefined) rows.set(message.id, signal(message));
  else if (row.value.revision <= message.revision) row.value = message;
  arrivals.value = arrivals.peek() + 1;
}

function receive(message: Message): void {
  const isNew = !rows.has(message.id);
  keep(message);
  const list = loaded.value.get(message.channelId);
  if (list !== undefined && !list.ids.includes(message.id))
    setLoaded(message.channelId, { ...list, ids: [...list.ids, message.id] });
  if (isNew && message.channelId !== channelId.value)
    unread.value = new Set([...unread.value, message.channelId]);
}

/** Takes a message out of sight. */
export function remove({ id, channelId: place }: { id: string; channelId: string }): void {
  deleted.add(id);
  const list = loaded.value.get(place);
  if (list !== undefined) setLoaded(place, { ...list, ids: list.ids.filter((each) => each !== id) });
  rows.delete(id);
}

function grow(timeline: Timeline): void {
  const others = timelines.value.filter((each) => each.id !== timeline.id);
  timelines.value = [...others, timeline].sort((a, b) => a.receivedAt - b.receivedAt).slice(-100);
}

/** Does something in Discord as the person at the page. Throws `RefusedError` where Discord's client would not. */
export function act(action: Action, as: Who = who.value, place = channelId.value): Promise<Sent> {
  return ask(Sent, 'POST', 'act', as, { body: { channel: place, ...action } });
}

const Anything = z.record(z.string(), z.unknown());

/** Asks the server for something whose answer does not matter. */
export function order(name: string, body: unknown = {}, as: Who = who.value) {
  return ask(Anything, 'POST', name, as, { body });
}

/** Shows a refusal instead of throwing it; undefined then. */
export async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    const result = await work();
    notice.value = '';
    return result;
  } catch (error) {
    notice.value = messageOf(error);
    return undefined;
  }
}

export function messageOf(error: unknown): string {
  if (error instanceof RefusedError) return error.message;
  return error instanceof Error ? `Something failed: ${error.message}` : String(error);
}
