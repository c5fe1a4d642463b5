import { isRecord } from '../emulator/plain.ts';
import { attachmentJson, attachmentUrl } from './attachments.ts';
import { attachedFile, componentsJson } from './component-json.ts';
import type { AttachmentState, MessageState } from './state.ts';
import { userJson } from './user-json.ts';
import type { World } from './world.ts';

/** A message as the API shows it. `attachment://name` in embeds becomes the file's URL. */
export function messageJson(world: World, message: MessageState): Record<string, unknown> {
  const attachments = message.attachmentIds.flatMap((id) => world.state.attachments.get(id) ?? []);
  return {
    id: message.id,
    type: message.interactionId === null ? 0 : 20,
    channel_id: message.channelId,
    author: userJson(world.user(message.authorId)),
    content: message.content,
    embeds: message.embeds.map((embed) => embedJson(world, embed, attachments)),
    components: componentsJson(world, message.components, attachments),
    attachments: attachments.map((attachment) => attachmentJson(world, attachment)),
    flags: message.flags,
    timestamp: new Date(message.createdAt).toISOString(),
    edited_timestamp: message.editedAt === null ? null : new Date(message.editedAt).toISOString(),
    mentions: message.pinged.users.flatMap((id) => {
      const user = world.state.users.get(id);
      return user === undefined ? [] : [userJson(user)];
    }),
    mention_roles: message.pinged.roles,
    mention_everyone: message.pinged.everyone,
    pinned: false,
    tts: false,
    ...(message.nonce === null ? {} : { nonce: message.nonce }),
    ...(message.interactionId === null ? {} : { application_id: applicationIdOf(world, message) }),
  };
}

function applicationIdOf(world: World, message: MessageState): string {
  return (
    world.applications.find((entry) => world.botUserId(entry) === message.authorId)?.applicationId ??
    message.authorId
  );
}

function embedJson(world: World, embed: unknown, attachments: readonly AttachmentState[]): unknown {
  if (!isRecord(embed)) return embed;
  const shown: Record<string, unknown> = { type: 'rich', ...embed };
  if (Array.isArray(embed['fields'])) {
    shown['fields'] = embed['fields'].map((field) => (isRecord(field) ? { inline: false, ...field } : field));
  }
  for (const key of ['image', 'thumbnail'] as const) {
    const media = embed[key];
    const file = attachedFile(media, attachments);
    if (isRecord(media) && file !== undefined)
      shown[key] = { ...media, url: attachmentUrl(world, file), proxy_url: attachmentUrl(world, file) };
  }
  return shown;
}
