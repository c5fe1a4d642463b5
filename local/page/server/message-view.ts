import { attachmentUrl } from '../../discord/attachments.ts';
import { FLAGS } from '../../discord/message-body.ts';
import { messageJson } from '../../discord/message-json.ts';
import { shownMessage } from '../../discord/shown-message.ts';
import type { Viewer } from '../../discord/sight.ts';
import type { InteractionState, MessageState } from '../../discord/state.ts';
import type { World } from '../../discord/world.ts';
import { isRecord, listOf, textOf } from '../../emulator/plain.ts';
import { Message } from '../protocol.ts';

/** Where the page's own server passes on the files of Discord's CDN. */
export const FILES_PATH = '/page/files';

/** A message as one person sees it on the page. Whether they may see it at all is the caller's matter. */
export function messageView(world: World, viewer: Viewer, message: MessageState, revision: number): Message {
  const json = messageJson(world, message);
  const { member } = viewer;
  const { everyone, users, roles } = message.pinged;
  return Message.parse({
    id: message.id,
    channelId: message.channelId,
    revision,
    authorId: message.authorId,
    content: message.content,
    embeds: withOwnUrls(world, json['embeds']),
    components: withOwnUrls(world, json['components']),
    attachments: message.attachmentIds.flatMap((id) => {
      const file = world.state.attachments.get(id);
      return file === undefined
        ? []
        : [
            {
              id,
              name: file.name,
              contentType: file.contentType,
              size: file.size,
              url: ownUrl(world, attachmentUrl(world, file)),
              description: file.description ?? '',
            },
          ];
    }),
    ephemeral: message.visibleTo !== null,
    loading: (message.flags & FLAGS.LOADING) !== 0,
    edited: message.editedAt !== null && !isFirstAnswer(message),
    createdAt: message.createdAt,
    interactionId: message.interactionId,
    ...originOf(world, message),
    pinged: everyone || users.includes(member.userId) || roles.some((role) => member.roleIds.includes(role)),
  });
}

/** The edit that replaces "thinking" is no edit to those who read it. */
function isFirstAnswer({ earlier, interactionId }: MessageState): boolean {
  const [first] = earlier;
  const isEmpty = first !== undefined && first.content === '' && first.embeds.length === 0;
  return interactionId !== null && earlier.length === 1 && isEmpty && first.components.length === 0;
}

/** The command, or the message with the button, that a reply answers. */
function originOf(world: World, { interactionId, id }: MessageState): Pick<Message, 'used' | 'answers'> {
  const interaction = interactionId === null ? undefined : world.state.interactions.get(interactionId);
  if (interaction === undefined) return { used: null, answers: null };
  const source =
    interaction.sourceMessageId === null ? undefined : world.state.messages.get(interaction.sourceMessageId);
  if (source !== undefined && source.id !== id) {
    const text = shownMessage(world, source).text.split('\n')[0] ?? '';
    return { used: null, answers: { id: source.id, authorId: source.authorId, text } };
  }
  const command = interaction.type === MODAL ? openerOf(world, interaction) : interaction;
  const name = command?.type === COMMAND ? (command.name ?? '') : '';
  return { used: name === '' ? null : { userId: interaction.userId, name }, answers: null };
}

/** The command that opened the form which was handed in: this person's latest that was answered with it. */
function openerOf(world: World, submitted: InteractionState): InteractionState | undefined {
  const key = (modal: unknown) => (isRecord(modal) ? textOf(modal['custom_id']).split(':')[0] : undefined);
  const all = [...world.state.interactions.values()];
  return all
    .slice(0, all.indexOf(submitted))
    .findLast(({ userId, modal }) => userId === submitted.userId && key(modal) === submitted.name);
}

const COMMAND = 2;
const MODAL = 5;
const URL_KEYS = new Set(['url', 'proxy_url', 'icon_url']);

/** Files of the emulator's CDN come through the page's own origin, so that its CSP can name no other. */
function withOwnUrls(world: World, value: unknown): unknown {
  if (Array.isArray(value)) return listOf(value).map((entry) => withOwnUrls(world, entry));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      key,
      URL_KEYS.has(key) && typeof entry === 'string' ? ownUrl(world, entry) : withOwnUrls(world, entry),
    ]),
  );
}

function ownUrl({ cdnUrl }: World, url: string): string {
  return url.startsWith(`${cdnUrl}/`) ? `${FILES_PATH}${url.slice(cdnUrl.length)}` : url;
}
