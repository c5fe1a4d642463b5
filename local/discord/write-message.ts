import { refusals } from './api-error.ts';
import { storeAttachment, type UploadedFile } from './attachments.ts';
import { type FormProblem, invalidForm } from './form-errors.ts';
import { FLAGS, type MessageBody } from './message-body.ts';
import { messageProblems } from './message-limits.ts';
import { pingsOf } from './pings.ts';
import type { MessageState } from './state.ts';
import type { World } from './world.ts';

/** Files of a multipart request by their index: `files[0]`. */
export type Files = ReadonlyMap<number, UploadedFile>;

/** Makes a message. Throws 50035 or 50006; rights are checked by the caller. */
export function createMessage(
  world: World,
  body: MessageBody,
  files: Files,
  place: {
    channelId: string;
    authorId: string;
    interactionId?: string;
    visibleTo?: string | undefined;
    flags?: number;
  },
): MessageState {
  check(body, files, []);
  const v2 = (body.flags ?? 0) & FLAGS.COMPONENTS_V2;
  const ephemeral = place.visibleTo === undefined ? 0 : FLAGS.EPHEMERAL;
  const message: MessageState = {
    id: world.newId(),
    channelId: place.channelId,
    authorId: place.authorId,
    content: body.content ?? '',
    embeds: [...(body.embeds ?? [])],
    components: [...(body.components ?? [])],
    attachmentIds: [...files.values()].map((file) => storeAttachment(world, place.channelId, file, false).id),
    flags: v2 | ephemeral | (place.flags ?? 0),
    createdAt: world.now(),
    editedAt: null,
    nonce: body.nonce ?? null,
    pinged: pingsOf(body),
    interactionId: place.interactionId ?? null,
    visibleTo: place.visibleTo ?? null,
    earlier: [],
  };
  world.state.messages.set(message.id, message);
  world.announce({ kind: 'created', message });
  return message;
}

/** Edits what the body names and leaves the rest. The first edit of a deferred reply is what finishes it. */
export function editMessage(world: World, message: MessageState, body: MessageBody, files: Files): void {
  const loading = (message.flags & FLAGS.LOADING) !== 0;
  const isV2 = ((message.flags | (body.flags ?? 0)) & FLAGS.COMPONENTS_V2) !== 0;
  const after = {
    ...body,
    flags: isV2 ? FLAGS.COMPONENTS_V2 : 0,
    content: body.content === undefined ? message.content : body.content,
    embeds: body.embeds === undefined ? message.embeds : body.embeds,
    components: body.components === undefined ? message.components : body.components,
  };
  const kept =
    body.attachments === undefined
      ? message.attachmentIds
      : message.attachmentIds.filter((id) => body.attachments?.some((entry) => entry.id === id));
  check({ ...after, nonce: null }, files, message.attachmentIds, kept.length);
  message.earlier.push({
    content: message.content,
    embeds: message.embeds,
    components: message.components,
    attachmentIds: message.attachmentIds,
  });
  message.content = after.content ?? '';
  message.embeds = [...(after.embeds ?? [])];
  message.components = [...(after.components ?? [])];
  message.attachmentIds = [
    ...kept,
    ...[...files.values()].map((file) => storeAttachment(world, message.channelId, file, false).id),
  ];
  message.flags = (message.flags & ~FLAGS.LOADING) | (isV2 ? FLAGS.COMPONENTS_V2 : 0);
  message.editedAt = world.now();
  // An edit notifies nobody, but what replaces "thinking" is read as a new message.
  if (loading) message.pinged = pingsOf(body);
  world.announce({ kind: 'edited', message });
}

export function deleteMessage(world: World, message: MessageState): void {
  world.state.messages.delete(message.id);
  for (const id of message.attachmentIds) {
    const attachment = world.state.attachments.get(id);
    if (attachment !== undefined) attachment.removed = true;
  }
  world.announce({ kind: 'deleted', message });
}

function check(body: MessageBody, files: Files, existing: readonly string[], keptFiles = 0): void {
  const problems = [...messageProblems(body), ...attachmentProblems(body, files, existing)];
  if (problems.length > 0) throw invalidForm(problems);
  const nothing =
    (body.content ?? '').trim() === '' &&
    (body.embeds ?? []).length === 0 &&
    (body.components ?? []).length === 0 &&
    (body.poll ?? null) === null &&
    files.size + keptFiles === 0;
  if (nothing) throw refusals.emptyMessage();
}

/** Every file that `attachments` names must have come along, or be there already. */
function attachmentProblems(body: MessageBody, files: Files, existing: readonly string[]): FormProblem[] {
  return (body.attachments ?? []).flatMap((entry, index) =>
    existing.includes(entry.id) || files.has(Number(entry.id))
      ? []
      : [
          {
            path: ['attachments', index, 'id'],
            code: 'ATTACHMENT_NOT_FOUND',
            message: `Unknown attachment: no files[${entry.id}] came with it`,
          },
        ],
  );
}
