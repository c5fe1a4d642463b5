import { isRecord, listOf, textOf } from '../emulator/plain.ts';
import { attachmentUrl } from './attachments.ts';
import { everyComponent } from './component-tree.ts';
import { FLAGS } from './message-body.ts';
import type { MessageState, Pinged } from './state.ts';
import type { World } from './world.ts';

/** A message as somebody in Discord sees it. */
export interface ShownMessage {
  readonly id: string;
  readonly channelId: string;
  readonly authorId: string;
  readonly content: string;
  readonly embeds: readonly Readonly<Record<string, unknown>>[];
  readonly components: readonly unknown[];
  readonly controls: readonly Control[];
  readonly attachments: readonly {
    id: string;
    name: string;
    contentType: string;
    size: number;
    url: string;
    /** The alternative text of a picture. */
    description?: string;
  }[];
  /** Content, embeds and text components in reading order, for searching. */
  readonly text: string;
  readonly ephemeral: boolean;
  /** "Thinking": deferred and not yet answered. */
  readonly loading: boolean;
  readonly edits: number;
  /** Who was notified by it. */
  readonly pinged: Pinged;
  /** Unix milliseconds. */
  readonly createdAt: number;
}

/** A button or select of a message. */
export interface Control {
  readonly kind: 'button' | 'select';
  readonly type: number;
  /** Undefined for a link. */
  readonly customId: string | undefined;
  /** A select's placeholder stands for its label. */
  readonly label: string;
  readonly disabled: boolean;
  readonly url: string | undefined;
  readonly options: readonly { label: string; value: string }[];
  /** How many of a select's options may be chosen at once. */
  readonly minValues: number;
  readonly maxValues: number;
}

export function shownMessage(world: World, message: MessageState): ShownMessage {
  const embeds = message.embeds.filter(isRecord);
  const components = everyComponent(message.components, []).map(({ component }) => component);
  const texts = components
    .filter((component) => component['type'] === 10)
    .map((component) => textOf(component['content']));
  return {
    id: message.id,
    channelId: message.channelId,
    authorId: message.authorId,
    content: message.content,
    embeds,
    components: message.components,
    controls: components.flatMap(controlOf),
    attachments: message.attachmentIds.flatMap((id) => {
      const found = world.state.attachments.get(id);
      return found === undefined
        ? []
        : [
            {
              id,
              name: found.name,
              contentType: found.contentType,
              size: found.size,
              url: attachmentUrl(world, found),
              ...(found.description === undefined ? {} : { description: found.description }),
            },
          ];
    }),
    text: [message.content, ...embeds.map(embedText), ...texts].filter((part) => part !== '').join('\n'),
    ephemeral: message.visibleTo !== null,
    loading: (message.flags & FLAGS.LOADING) !== 0,
    edits: message.earlier.length,
    pinged: message.pinged,
    createdAt: message.createdAt,
  };
}

function embedText(embed: Readonly<Record<string, unknown>>): string {
  const author = isRecord(embed['author']) ? textOf(embed['author']['name']) : '';
  const footer = isRecord(embed['footer']) ? textOf(embed['footer']['text']) : '';
  const fields = listOf(embed['fields'])
    .filter(isRecord)
    .map((field) => `${textOf(field['name'])}: ${textOf(field['value'])}`);
  return [author, textOf(embed['title']), textOf(embed['description']), ...fields, footer]
    .filter((part) => part !== '')
    .join('\n');
}

function controlOf(component: Readonly<Record<string, unknown>>): Control[] {
  const type = Number(component['type']);
  if (type !== 2 && ![3, 5, 6, 7, 8].includes(type)) return [];
  const emoji = isRecord(component['emoji']) ? textOf(component['emoji']['name']) : '';
  const customId = component['custom_id'];
  const url = component['url'];
  return [
    {
      kind: type === 2 ? 'button' : 'select',
      type,
      customId: typeof customId === 'string' ? customId : undefined,
      label: textOf(component['label'] ?? component['placeholder']) || emoji,
      disabled: component['disabled'] === true,
      url: typeof url === 'string' ? url : undefined,
      options: listOf(component['options'])
        .filter(isRecord)
        .map((option) => ({ label: textOf(option['label']), value: textOf(option['value']) })),
      minValues: Number(component['min_values'] ?? 1),
      maxValues: Number(component['max_values'] ?? 1),
    },
  ];
}
