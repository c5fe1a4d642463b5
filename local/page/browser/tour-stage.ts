import { effect } from '@preact/signals';
import type { Action, Message, Sent } from '../protocol.ts';
import { recordsIn, textOf } from './json.ts';
import { act, arrivals, connect, messagesKnown, openChannel, view, who } from './state.ts';

// What the steps of the tour have in common: to be somebody, to do something, to see what came of it.

const PATIENCE_MS = 20_000;

/** Resolves with what `look` finds, which is asked again whenever something changes. Rejects after `patienceMs`. */
export function until<T>(what: string, look: () => T | undefined, patienceMs = PATIENCE_MS): Promise<T> {
  return new Promise((resolve, reject) => {
    let stop: (() => void) | undefined;
    const timer = setTimeout(() => {
      stop?.();
      reject(new Error(`the tour waited in vain for ${what}. Try the step again.`));
    }, patienceMs);
    const dispose = effect(() => {
      const found = arrivals.value >= 0 && view.value !== undefined ? look() : undefined;
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(found);
      stop?.();
      stop = () => {};
    });
    if (stop === undefined) stop = dispose;
    else dispose();
  });
}

/** Goes on as somebody, by id or user name, in a channel. */
export async function be(person: string, channelName: string): Promise<void> {
  const { clan, as } = who.value;
  const isThere = () => view.value?.me.id === person || view.value?.me.username === person;
  if (as === '' || !isThere()) connect({ clan, as: person });
  const channel = await until(`#${channelName}`, () =>
    isThere() ? view.value?.channels.find((each) => each.name === channelName) : undefined,
  );
  openChannel(channel.id);
}

/** Does something and insists that the bot answered. */
export async function send(action: Action): Promise<Sent> {
  const sent = await act(action);
  if (sent.problem !== null) throw new Error(sent.problem);
  return sent;
}

/** The reply to an interaction, when it says something. */
export function replyTo({ interactionId }: Sent): Promise<Message> {
  return until('the reply', () =>
    messagesKnown().find((message) => message.interactionId === interactionId && !message.loading),
  );
}

/** A message in sight that names something and has an enabled button of this key. */
export function messageWith(key: string, named: string): Promise<{ message: Message; button: string }> {
  return until(`a message with the button ${key}`, () => {
    for (const message of messagesKnown()) {
      const button = buttonsOf(message).find((each) => each.startsWith(`${key}:`));
      if (button !== undefined && JSON.stringify(message).includes(named)) return { message, button };
    }
    return undefined;
  });
}

/** The message changed after what was seen of it. */
export function changed({ id, revision }: Message): Promise<Message> {
  return until('the message to change', () =>
    messagesKnown().find((message) => message.id === id && message.revision > revision),
  );
}

function buttonsOf(message: Message): string[] {
  return message.components
    .flatMap((row) => recordsIn(row['components']))
    .filter((component) => component['disabled'] !== true)
    .map((component) => textOf(component['custom_id']));
}

/** A picture of now, so that no two are the same. */
export function picture(): string {
  const canvas = document.createElement('canvas');
  canvas.width = 320;
  canvas.height = 120;
  const context = canvas.getContext('2d');
  if (context !== null) {
    context.fillStyle = '#1e2124';
    context.fillRect(0, 0, 320, 120);
    context.fillStyle = '#c8a24a';
    context.font = '20px sans-serif';
    context.fillText('Raid won', 20, 50);
    context.fillText(new Date().toISOString(), 20, 90);
  }
  return canvas.toDataURL('image/png').split(',')[1] ?? '';
}
