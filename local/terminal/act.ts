import { part } from './control-client.ts';
import { fillModal } from './fill-modal.ts';
import type { Session } from './session.ts';
import { Changes, type Given, type MessageView, ReplyView, SentView } from './shapes.ts';
import { messageLines } from './show-message.ts';
import { TerminalError } from './terminal-error.ts';
import { withoutMarkup } from './without-markup.ts';

/** Something a member does, in the form of the control route. */
export type Action =
  | { readonly command: string; readonly options: Readonly<Record<string, Given>> }
  | { readonly userMenu: string; readonly target: string }
  | {
      readonly autocomplete: string;
      readonly focused: string;
      readonly options: Readonly<Record<string, Given>>;
    }
  | { readonly click: string; readonly message?: string; readonly values?: readonly string[] }
  | { readonly submit: Readonly<Record<string, Given | readonly Given[]>>; readonly from: string };

/** How long an answer may take: a function's own limit is longer, but nobody watches a prompt for that long. */
const ANSWER_MS = 60_000;
/** After an answer, edits that follow at once (a progress, a last state) are waited for. */
const QUIET_MS = 700;

export async function send(session: Session, action: Action): Promise<SentView> {
  const { discord, clan, person, channel } = session;
  return discord.call(SentView, 'POST', `/clans/${part(clan.clan)}/interactions`, {
    user: person.id,
    channel,
    ...action,
  });
}

/**
 * Does something as the session's person, fills in a modal that opens (with the given fields, else by asking), and
 * shows the answer and what else changed. Throws `TerminalError` when Discord would show a failure.
 */
export async function act(session: Session, action: Action, fields: string): Promise<void> {
  const since = (await changes(session, Number.MAX_SAFE_INTEGER)).now;
  let sent = await send(session, action);
  if (sent.clicked !== undefined) {
    session.show(`(${sent.clicked.label}, on "${withoutMarkup(sent.clicked.on, session.clan)}")`);
  }
  requireTaken(sent);
  if (sent.modal !== null) {
    const filled = await fillModal(session, sent.modal.title, sent.inputs, fields);
    if (filled === undefined) return session.show('The modal was closed; nothing was sent.');
    sent = await send(session, { submit: filled, from: sent.interactionId });
    requireTaken(sent);
  } else if (fields.trim() !== '') {
    session.show(`No modal opened, so this was not used: ${fields.trim()}`);
  }
  const own = await showAnswer(session, sent.interactionId);
  await showOthers(session, since, own);
}

function requireTaken(sent: SentView): void {
  if (!sent.acknowledged)
    throw new TerminalError(`The application did not respond. ${sent.problem ?? ''}`.trim());
}

/** Shows the answer as it comes; returns the ids of the messages shown. */
async function showAnswer(session: Session, interactionId: string): Promise<Set<string>> {
  const deadline = Date.now() + ANSWER_MS;
  const shown = new Map<string, number>();
  let reply = await readReply(session, interactionId, -1, 0);
  for (;;) {
    const answered = isAnswered(reply);
    if (answered) showReply(session, reply, shown);
    if (isWhole(reply)) return new Set(shown.keys());
    const wait = answered ? QUIET_MS : Math.max(0, deadline - Date.now());
    const next = await readReply(session, interactionId, reply.changes, wait);
    if (next.changes === reply.changes) {
      if (!answered)
        throw new TerminalError(
          `No answer came within ${ANSWER_MS / 1000} s. The log of the platform says more.`,
        );
      return new Set(shown.keys());
    }
    reply = next;
  }
}

/** The first response said it all: nothing follows it. */
function isWhole(reply: ReplyView): boolean {
  return reply.acknowledgedAs !== null && ![5, 6].includes(reply.acknowledgedAs);
}

function isAnswered(reply: ReplyView): boolean {
  const deferred = reply.acknowledgedAs === 5 || reply.acknowledgedAs === 6;
  return !deferred || reply.originalEdits > 0 || reply.followUps.length > 0;
}

function showReply(session: Session, reply: ReplyView, shown: Map<string, number>): void {
  const updated = reply.acknowledgedAs === 6 || reply.acknowledgedAs === 7;
  const original = reply.original;
  // After type 6 the original is the message that was clicked: shown when it was edited.
  const messages = [
    ...(original !== undefined && (!updated || reply.originalEdits > 0) ? [original] : []),
    ...reply.followUps,
  ];
  for (const message of messages) {
    if (message.loading || shown.get(message.id) === message.edits) continue;
    shown.set(message.id, message.edits);
    for (const line of messageLines(message, session.clan)) session.show(line);
  }
}

async function readReply(
  { discord }: Session,
  id: string,
  after: number,
  waitMs: number,
): Promise<ReplyView> {
  return discord.call(ReplyView, 'GET', `/interactions/${id}?after=${after}&waitMs=${waitMs}`);
}

function changes({ discord, clan }: Session, since: number) {
  return discord.call(Changes, 'GET', `/clans/${part(clan.clan)}/changes?since=${since}`);
}

/** Messages that came or changed elsewhere: review messages, logs, DMs. */
async function showOthers(session: Session, since: number, own: ReadonlySet<string>): Promise<void> {
  const { messages } = await changes(session, since);
  const others: readonly MessageView[] = messages.filter(
    (message) => !own.has(message.id) && !message.loading,
  );
  for (const message of others) {
    for (const line of messageLines(message, session.clan, { place: message.place ?? '' }))
      session.show(line);
  }
}
