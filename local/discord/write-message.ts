import { refusals } from './api-error.ts';
import { attachmentName, describeAttachment, storeAttachment, type UploadedFile } from './attachments.ts';
import { type FormProblem, invalidForm } from './form-errors.ts';
import { mediaProblems } from './media-limits.ts';
import { FLAGS, type MessageBody } from './message-body.ts';
import { messageProblems } from './message-limits.ts';
import { pingsOf } from './pings.ts';
import type { MessageState } from './state.ts';
import type { World } from './world.ts';

/** The flags that a message may be given; any other is passed over. EPHEMERAL belongs to interactions. */
const SETTABLE = FLAGS.SUPPRESS_EMBEDS | FLAGS.SUPPRESS_NOTIFICATIONS | FLAGS.COMPONENTS_V2;

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
  check(body, files, [], []);
  const set = (body.flags ?? 0) & SETTABLE;
  const ephemeral = place.visibleTo === undefined ? 0 : FLAGS.EPHEMERAL;
  const message: MessageState = {
    id: world.newId(),
    channelId: place.channelId,
    authorId: place.authorId,
    content: body.content ?? '',
    embeds: [...(body.embeds ?? [])],
    components: [...(body.components ?? [])],
    attachmentIds: storeFiles(world, place.channelId, body, files),
    flags: set | ephemeral | (place.flags ?? 0),
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
  const kept = keptAttachments(message, body, files);
  const keptNames = kept.flatMap((id) => world.state.attachments.get(id)?.name ?? []);
  check({ ...after, nonce: null }, files, message.attachmentIds, keptNames);
  message.earlier.push({
    content: message.content,
    embeds: message.embeds,
    components: message.components,
    attachmentIds: message.attachmentIds,
  });
  message.content = after.content ?? '';
  message.embeds = [...(after.embeds ?? [])];
  message.components = [...(after.components ?? [])];
  for (const said of body.attachments ?? []) {
    const attachment = kept.includes(said.id) ? world.state.attachments.get(said.id) : undefined;
    if (attachment !== undefined) describeAttachment(attachment, said);
  }
  const added = [...files].filter(
    ([index]) => body.attachments?.some((entry) => entry.id === `${index}`) ?? true,
  );
  message.attachmentIds = [...kept, ...storeFiles(world, message.channelId, body, new Map(added))];
  message.flags = editedFlags(message.flags, body) | (isV2 ? FLAGS.COMPONENTS_V2 : 0);
  message.editedAt = world.now();
  // An edit notifies nobody, but what replaces "thinking" is read as a new message.
  if (loading) message.pinged = pingsOf(body);
  world.announce({ kind: 'edited', message });
}

/** An edit may set and take away SUPPRESS_EMBEDS; COMPONENTS_V2 stays once it is there. */
function editedFlags(before: number, body: MessageBody): number {
  const shown = before & ~FLAGS.LOADING;
  if (typeof body.flags !== 'number') return shown;
  return (shown & ~FLAGS.SUPPRESS_EMBEDS) | (body.flags & FLAGS.SUPPRESS_EMBEDS);
}

/**
 * The files that an edit keeps: all where it says nothing of files, else those that `attachments` names, as it names
 * the new ones. New files without a list replace the old ones, since API v10.
 */
function keptAttachments(message: MessageState, body: MessageBody, files: Files): string[] {
  if (body.attachments === undefined) return files.size === 0 ? message.attachmentIds : [];
  return message.attachmentIds.filter((id) => body.attachments?.some((entry) => entry.id === id));
}

/** Stores the uploaded files with what `attachments` says about each; returns their ids. */
function storeFiles(world: World, channelId: string, body: MessageBody, files: Files): string[] {
  return [...files].map(([index, file]) => {
    const said = body.attachments?.find((entry) => entry.id === `${index}`);
    return storeAttachment(world, channelId, file, false, said).id;
  });
}

export function deleteMessage(world: World, message: MessageState): void {
  world.state.messages.delete(message.id);
  for (const id of message.attachmentIds) {
    const attachment = world.state.attachments.get(id);
    if (attachment !== undefined) attachment.removed = true;
  }
  world.announce({ kind: 'deleted', message });
}

/** Throws what is wrong with a message: `existing` are its files' ids so far, `keptNames` the names that stay. */
function check(
  body: MessageBody,
  files: Files,
  existing: readonly string[],
  keptNames: readonly string[],
): void {
  const names = [...files].map(([index, file]) =>
    attachmentName(
      file,
      body.attachments?.find((entry) => entry.id === `${index}`),
    ),
  );
  const problems = [
    ...messageProblems(body),
    ...attachmentProblems(body, files, existing),
    ...mediaProblems(body.components ?? [], [...names, ...keptNames]),
  ];
  if (problems.length > 0) throw invalidForm(problems);
  const nothing =
    (body.content ?? '').trim() === '' &&
    (body.embeds ?? []).length === 0 &&
    (body.components ?? []).length === 0 &&
    (body.poll ?? null) === null &&
    files.size + keptNames.length === 0;
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
