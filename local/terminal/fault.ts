import * as z from 'zod/mini';
import type { Session } from './session.ts';
import { splitFields } from './split-fields.ts';
import { TerminalError } from './terminal-error.ts';

const Fault = z.object({
  id: z.number(),
  route: z.string(),
  hits: z.number(),
  status: z.optional(z.number()),
  code: z.optional(z.number()),
  times: z.optional(z.number()),
  delayMs: z.optional(z.number()),
  drop: z.optional(z.boolean()),
});

export const FAULT_USAGE = [
  'fault discord 429 POST /channels/.*/messages [times:2] [code:50013] [retryAfter:3]',
  'fault discord slow 4000 PATCH /webhooks/     answers late, in milliseconds',
  'fault roblox drop POST .*:assignRole         cuts the connection',
  'fault list, fault clear',
];

/** Switches faults of the emulators. The route is `METHOD /path`, the path a regular expression from its start. */
export async function fault(session: Session, text: string): Promise<void> {
  const { before, values } = splitFields(text, ['times', 'code', 'retryAfter']);
  const [service = '', kind = '', ...rest] = before.split(/\s+/);
  if (service === 'list') return showFaults(session);
  if (service === 'clear') {
    for (const client of [session.discord, session.roblox])
      await client.call(z.array(Fault), 'DELETE', '/faults').catch(ifMissing);
    return session.show('All faults are gone.');
  }
  const client = service === 'discord' ? session.discord : service === 'roblox' ? session.roblox : undefined;
  const delay = kind === 'slow' ? Number(rest.shift()) : undefined;
  const [method = '', path = ''] = rest;
  const isKnown = kind === 'slow' ? Number.isInteger(delay) : kind === 'drop' || /^[1-5]\d\d$/.test(kind);
  if (client === undefined || !isKnown || !/^(GET|POST|PUT|PATCH|DELETE|ANY)$/i.test(method)) {
    throw new TerminalError(FAULT_USAGE.join('\n'));
  }
  const what =
    kind === 'slow' ? { delayMs: delay } : kind === 'drop' ? { drop: true } : { status: Number(kind) };
  const numbers = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value)]));
  const route = `^${method.toUpperCase() === 'ANY' ? '\\w+' : method.toUpperCase()} ${path === '' ? '/' : path}`;
  await client.call(z.array(Fault), 'POST', '/faults', { route, ...what, ...numbers });
  await showFaults(session);
}

async function showFaults(session: Session): Promise<void> {
  let count = 0;
  for (const [name, client] of [
    ['discord', session.discord],
    ['roblox', session.roblox],
  ] as const) {
    const faults = await client.call(z.array(Fault), 'GET', '/faults').catch(ifMissing);
    for (const entry of faults) {
      count += 1;
      const what =
        entry.drop === true
          ? 'drop'
          : entry.delayMs === undefined
            ? String(entry.status)
            : `slow ${entry.delayMs} ms`;
      const left = entry.times === undefined ? 'until cleared' : `${entry.times - entry.hits} times more`;
      session.show(`  ${name} ${what} ${entry.route} (${left}, hit ${entry.hits})`);
    }
  }
  if (count === 0) session.show('No faults are switched on.');
}

/** A service that is not emulated has no faults. */
function ifMissing(error: unknown): z.infer<typeof Fault>[] {
  if (error instanceof TerminalError) return [];
  throw error;
}
