import * as z from 'zod/mini';
import type { Message } from '../protocol.ts';
import { textOf } from './json.ts';
import { ask } from './server.ts';
import { order, timelines, view, who } from './state.ts';
import { be, changed, messageWith, picture, replyTo, send, until } from './tour-stage.ts';

export interface TourStep {
  readonly title: string;
  readonly text: string;
  readonly run: () => Promise<void>;
}

const Joined = z.object({ id: z.string(), robloxName: z.string() });

/** A failed effect is due again after 5 s, and later when it fails again. */
const HEALING_MS = 60_000;
const TRIES = 20;

/** The newcomer whom the tour follows, by clan. */
const newcomers = new Map<string, z.infer<typeof Joined>>();

function newcomer(): z.infer<typeof Joined> {
  const found = newcomers.get(who.value.clan);
  if (found === undefined) throw new Error('the tour begins with its first step.');
  return found;
}

/** Six steps, one click each. Each goes the whole way: signed interactions, functions, database, effects. */
export const TOUR: readonly TourStep[] = [
  {
    title: 'Link a Roblox account',
    text: 'Somebody new joins, uses /link-roblox, puts the code into their Roblox profile and presses Check.',
    async run() {
      const name = `Robin ${String(Date.now()).slice(-5)}`;
      const joined = await ask(Joined, 'POST', 'people', who.value, { body: { name } });
      newcomers.set(who.value.clan, joined);
      await be(joined.id, 'general');
      const sent = await send({ command: 'link-roblox', options: { username: joined.robloxName } });
      const reply = await replyTo(sent);
      const code = /```\s*([\s\S]+?)\s*```/.exec(textIn(reply))?.[1] ?? '';
      await order('roblox', { user: joined.robloxName, about: code });
      const { message, button } = await messageWith('link.check', '');
      await send({ click: button, message: message.id });
      await changed(message);
    },
  },
  {
    title: 'Submit an event with a picture',
    text: 'The newcomer hands in a raid: the command, its form, a picture as proof.',
    async run() {
      await be(newcomer().id, 'events');
      const type = view.value?.commands
        .find((command) => command.path === 'submit-event')
        ?.options.find((option) => option.name === 'type')?.choices[0]?.value;
      const opened = await send({ command: 'submit-event', options: { type: type ?? 'Raid' } });
      const sent = await send({
        from: opened.interactionId,
        submit: {
          members: [newcomer().id],
          start: typedTime(2),
          end: typedTime(1),
          proof: { name: 'raid.png', contentType: 'image/png', base64: picture() },
        },
      });
      await replyTo(sent);
    },
  },
  {
    title: 'Approve it',
    text: 'An officer approves the submission in #admin, with 30 points.',
    async run() {
      await be('officer', 'admin');
      const { message, button } = await messageWith('review.approve', newcomer().id);
      const opened = await send({ click: button, message: message.id });
      await replyTo(await send({ submit: { points: '30' }, from: opened.interactionId }));
    },
  },
  {
    title: 'Promote',
    text: 'The points are enough for the next rank: an admin approves the promotion card. Discord and Roblox follow.',
    async run() {
      await be('admin', 'admin');
      const { message, button } = await messageWith('card.approve', newcomer().id);
      await replyTo(await send({ click: button, message: message.id }));
    },
  },
  {
    title: 'See the leaderboard',
    text: 'The newcomer looks at the leaderboard, with their own place below.',
    async run() {
      await be(newcomer().id, 'general');
      await replyTo(await send({ command: 'leaderboard', options: {} }));
    },
  },
  {
    title: 'Break Roblox and watch it heal',
    text: 'Roblox fails while an admin gives a rank. The change stands, its effect waits; Roblox comes back, and the minute job delivers it.',
    async run() {
      await be('admin', 'admin');
      await order('switch', { id: 'roblox-500', on: true });
      try {
        const rank = await nextRank();
        const sent = await send({ command: 'set-rank', options: { member: newcomer().id, rank } });
        await replyTo(sent);
        await order('switch', { id: 'roblox-500', on: false });
        await heal(sent.interactionId);
      } finally {
        await order('switch', { id: 'roblox-500', on: false });
      }
    },
  },
];

/** A rank that the command offers for the newcomer. A cold function is late with its choices and is asked again. */
async function nextRank(): Promise<string> {
  const options = { member: newcomer().id, rank: '' };
  for (let tries = 0; tries < TRIES; tries += 1) {
    const { choices } = await send({ autocomplete: 'set-rank', focused: 'rank', options });
    const choice = choices[3] ?? choices[0];
    if (choice !== undefined) return String(choice.value);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('the bot offered no ranks. Try the step again.');
}

/**
 * Runs the minute job until every effect of the interaction is done: a failed one is due again some seconds later.
 * The reply that shows it is edited some seconds after that; nobody waits for it.
 */
async function heal(interactionId: string): Promise<void> {
  const rows = () => timelines.value.find((timeline) => timeline.id === interactionId)?.outbox ?? [];
  const isDone = (kinds: ReturnType<typeof rows>) =>
    kinds.length > 0 && kinds.every((row) => row.status !== 'due');
  const lastAt = Date.now() + HEALING_MS;
  const timer = setInterval(() => {
    if (isDone(rows()) || Date.now() > lastAt) clearInterval(timer);
    else void order('minute');
  }, 3_000);
  const isHealed = () => (isDone(rows().filter((row) => row.kind !== 'reply')) ? true : undefined);
  await until('Roblox to heal', isHealed, HEALING_MS);
}

function textIn({ content, embeds }: Message): string {
  return [content, ...embeds.map((embed) => textOf(embed['description']))].join('\n');
}

/** As a member types it: `2026-11-29 18:00 UTC`. */
function typedTime(hoursAgo: number): string {
  return `${new Date(Date.now() - hoursAgo * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
