import type { ServerResponse } from 'node:http';
import type { DiscordEmulator } from '../../discord/discord-emulator.ts';
import { EventStream } from '../../discord/event-stream.ts';
import { ImpossibleActionError } from '../../discord/interaction-request.ts';
import type { Journal, JournalEntry } from '../../discord/journal.ts';
import { maySeeMessage, type Viewer } from '../../discord/sight.ts';
import type { Switch, Timeline } from '../protocol.ts';
import { messageView } from './message-view.ts';
import { viewOf } from './person-view.ts';

/** Changes that come together are sent together. */
const GATHER_MS = 40;

export interface StreamSources {
  readonly discord: DiscordEmulator;
  readonly journal: Journal;
  readonly clans: readonly string[];
  readonly timelinesOf: (clan: string, userId: string) => readonly Timeline[];
  readonly timeline: (id: string, clan: string, userId: string) => Timeline | undefined;
  readonly switches: () => readonly Switch[];
}

interface Watching {
  readonly clan: string;
  readonly userId: string;
  readonly stream: EventStream;
  sentView: string;
}

/**
 * The live connections of the page, each in the eyes of one person: what they see of the server, messages that come,
 * change and go, their own timelines, and the switches. Who may see what is decided here, at every event.
 */
export class Streams {
  readonly #sources: StreamSources;
  readonly #open = new Set<Watching>();
  readonly #grown = new Set<string>();
  #gathering = false;

  constructor(sources: StreamSources) {
    this.#sources = sources;
    sources.journal.watch((entry) => {
      for (const watching of this.#open) this.#sendEntry(watching, entry);
    });
    sources.discord.world.events.on('change', () => this.#gather());
  }

  /** Opens a stream; `place` is where an earlier one broke off. */
  open(outgoing: ServerResponse, viewer: Viewer, place: string | undefined): void {
    const { journal, switches, timelinesOf } = this.#sources;
    const watching: Watching = {
      clan: viewer.clan,
      userId: viewer.member.userId,
      stream: new EventStream(outgoing, () => this.#open.delete(watching)),
      sentView: '',
    };
    this.#open.add(watching);
    this.#sendView(watching);
    const missed = place === undefined ? [] : journal.after(place);
    if (missed === undefined) watching.stream.send('restart', {});
    for (const entry of missed ?? []) this.#sendEntry(watching, entry);
    watching.stream.send('timelines', timelinesOf(viewer.clan, watching.userId).slice(-30));
    watching.stream.send('switches', switches(), journal.place());
  }

  timelineGrew(interactionId: string): void {
    this.#grown.add(interactionId);
    this.#gather();
  }

  switchesChanged(): void {
    for (const { stream } of this.#open) stream.send('switches', this.#sources.switches());
  }

  end(): void {
    for (const { stream } of this.#open) stream.end();
  }

  #gather(): void {
    if (this.#gathering || this.#open.size === 0) return;
    this.#gathering = true;
    setTimeout(() => {
      this.#gathering = false;
      const grown = [...this.#grown];
      this.#grown.clear();
      for (const watching of this.#open) {
        this.#sendView(watching);
        for (const id of grown) {
          const timeline = this.#sources.timeline(id, watching.clan, watching.userId);
          if (timeline !== undefined) watching.stream.send('timeline', timeline);
        }
      }
    }, GATHER_MS).unref();
  }

  #viewer({ clan, userId }: Watching): Viewer | undefined {
    try {
      return this.#sources.discord.viewer(clan, userId);
    } catch (error) {
      if (error instanceof ImpossibleActionError) return undefined;
      throw error;
    }
  }

  #sendView(watching: Watching): void {
    const viewer = this.#viewer(watching);
    if (viewer === undefined) {
      if (watching.sentView !== 'gone') watching.stream.send('gone', {});
      watching.sentView = 'gone';
      return;
    }
    const view = viewOf(this.#sources.discord, viewer, this.#sources.clans);
    const text = JSON.stringify(view);
    if (text === watching.sentView) return;
    watching.sentView = text;
    watching.stream.send('view', view);
  }

  #sendEntry(watching: Watching, entry: JournalEntry): void {
    const { discord, journal } = this.#sources;
    const viewer = this.#viewer(watching);
    const place = journal.place(entry.revision);
    if (viewer === undefined || !maySeeMessage(discord.world, viewer, entry)) return;
    const message = discord.world.state.messages.get(entry.messageId);
    if (message === undefined) {
      watching.stream.send('deleted', { id: entry.messageId, channelId: entry.channelId }, place);
    } else {
      watching.stream.send('message', messageView(discord.world, viewer, message, journal.revision), place);
    }
  }
}
