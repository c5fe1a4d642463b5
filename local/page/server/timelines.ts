import { join } from 'node:path';
import * as z from 'zod/mini';
import type { AnsweredInteraction, SentInteraction } from '../../discord/world.ts';
import { readablePath } from '../../emulator/path-template.ts';
import type { FnWatch } from '../../fn-watch.ts';
import type { Call, OutboxRow, Timeline } from '../protocol.ts';
import { interactionIn } from './interaction-in.ts';

const Report = z.object({
  callId: z.string(),
  kind: z.enum(['sql', 'http', 'log']),
  at: z.number(),
  ms: z.number(),
  title: z.string(),
  outcome: z.string(),
  contentType: z._default(z.string(), ''),
  request: z._default(z.string(), ''),
  answer: z._default(z.string(), ''),
});

/** Interactions that are remembered. */
const KEPT = 300;

/** Who did what, and what came of it behind the scenes. */
interface Kept {
  readonly clan: string;
  readonly userId: string;
  timeline: Timeline;
}

export interface TimelinesOptions {
  /** Cuts secrets out of a text. */
  readonly cut: (text: string) => string;
  /** What stands for the address of a service in a call: `discord`. */
  readonly nameOfHost: (host: string) => string;
  readonly labelOf: (interactionId: string) => string;
  /** The rows that an interaction wrote into its clan's outbox, as they are now. */
  readonly outboxOf: (clan: string, interactionId: string) => Promise<OutboxRow[]>;
  /** Hears that a timeline grew. */
  readonly changed: (interactionId: string) => void;
  /** What the switches of the page do to a call of a function. */
  readonly faults: {
    headersFor(name: string, detached: boolean): Readonly<Record<string, string>>;
    isTwice(name: string): boolean;
    environment(): Readonly<Record<string, string>>;
    killed(): void;
  };
}

/**
 * What happens behind each interaction: the request, the calls of functions it leads to, their statements and HTTP
 * calls. Only what is shown is kept, with secrets cut, of the latest 300.
 */
export class Timelines {
  readonly #options: TimelinesOptions;
  readonly #kept = new Map<string, Kept>();
  /** The interaction of each call. What a process reports may come after its answer. */
  readonly #owners = new Map<string, string>();

  constructor(options: TimelinesOptions) {
    this.#options = options;
  }

  sent({ interactionId, clan, userId, headers, body, at }: SentInteraction): void {
    if (interactionId === '' || this.#kept.has(interactionId)) return;
    const { cut, labelOf } = this.#options;
    const shown = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, cut(value)]));
    this.#kept.set(interactionId, {
      clan,
      userId,
      timeline: {
        id: interactionId,
        label: labelOf(interactionId),
        receivedAt: at,
        request: { headers: shown, body: cut(body) },
        acknowledged: null,
        calls: [],
        outbox: [],
      },
    });
    for (const [id, { timeline }] of this.#kept) {
      if (this.#kept.size <= KEPT) break;
      for (const call of timeline.calls) this.#owners.delete(call.id);
      this.#kept.delete(id);
    }
    this.#options.changed(interactionId);
  }

  answered({ interactionId, ms, status, body }: AnsweredInteraction): void {
    this.#change(interactionId, (timeline) => ({
      ...timeline,
      acknowledged: { ms, status, body: this.#options.cut(body) },
    }));
  }

  /** A person's own timelines in a clan, the latest last. */
  of(clan: string, userId: string): Timeline[] {
    return [...this.#kept.values()]
      .filter((kept) => kept.clan === clan && kept.userId === userId)
      .map(({ timeline }) => timeline);
  }

  /** One timeline, for those whom it belongs to. */
  one(interactionId: string, clan: string, userId: string): Timeline | undefined {
    const kept = this.#kept.get(interactionId);
    return kept !== undefined && kept.clan === clan && kept.userId === userId ? kept.timeline : undefined;
  }

  /** For the Fn agent. */
  readonly watch: FnWatch = {
    preload: [join(import.meta.dirname, '../preload.cjs')],
    environment: () => this.#options.faults.environment(),
    received: ({ id, name, detached, body }) => {
      const interactionId = interactionIn(body);
      if (interactionId === undefined) return {};
      this.#owners.set(id, interactionId);
      this.#change(interactionId, (timeline) => ({
        ...timeline,
        calls: [
          ...timeline.calls,
          {
            id,
            functionName: name,
            detached,
            cold: false,
            at: Date.now() - timeline.receivedAt,
            ms: null,
            outcome: '',
            steps: [],
          },
        ],
      }));
      return this.#options.faults.headersFor(name, detached);
    },
    began: (id, cold) => this.#changeCall(id, (call) => ({ ...call, cold })),
    ended: (id, outcome) => {
      this.#changeCall(id, (call, { receivedAt }) => ({
        ...call,
        outcome,
        ms: Date.now() - receivedAt - call.at,
      }));
      // A job may have delivered rows of interactions before it.
      void this.#readOutboxes();
    },
    reported: (line) => {
      const report = Report.safeParse(jsonOf(line)).data;
      if (report === undefined) return;
      if (report.kind === 'log') this.#options.faults.killed();
      const { cut } = this.#options;
      const [method = '', host = '', path = ''] = report.kind === 'http' ? report.title.split(' ') : [];
      const title =
        report.kind === 'http'
          ? `${method} ${this.#options.nameOfHost(host)} ${readablePath(path)}`
          : report.title;
      this.#changeCall(report.callId, (call, { receivedAt }) => ({
        ...call,
        steps: [
          ...call.steps,
          {
            kind: report.kind,
            at: report.at - receivedAt,
            ms: report.ms,
            title: cut(title),
            outcome: cut(report.outcome),
            request: report.contentType.startsWith('multipart/')
              ? '(a form with files)'
              : cut(report.request),
            answer: cut(report.answer),
          },
        ],
      }));
    },
    isTwice: (name) => this.#options.faults.isTwice(name),
  };

  async #readOutboxes(): Promise<void> {
    for (const [id, { clan, timeline }] of [...this.#kept].slice(-30)) {
      const isOpen = timeline.outbox.length === 0 || timeline.outbox.some((row) => row.status === 'due');
      if (!isOpen || timeline.calls.every((call) => !call.detached)) continue;
      // A database that is locked, away or stopped has nothing to show now; the next call asks again.
      const rows = await this.#options.outboxOf(clan, id).catch(() => timeline.outbox);
      if (JSON.stringify(rows) === JSON.stringify(this.#kept.get(id)?.timeline.outbox)) continue;
      const shown = rows.map((row) => ({
        ...row,
        result: row.result === null ? null : this.#options.cut(row.result),
      }));
      this.#change(id, (now) => ({ ...now, outbox: shown }));
    }
  }

  #change(interactionId: string, change: (timeline: Timeline) => Timeline): void {
    const kept = this.#kept.get(interactionId);
    if (kept === undefined) return;
    kept.timeline = change(kept.timeline);
    this.#options.changed(interactionId);
  }

  #changeCall(callId: string, change: (call: Call, timeline: Timeline) => Call): void {
    const owner = this.#owners.get(callId);
    if (owner === undefined) return;
    this.#change(owner, (timeline) => ({
      ...timeline,
      calls: timeline.calls.map((call) => (call.id === callId ? change(call, timeline) : call)),
    }));
  }
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
