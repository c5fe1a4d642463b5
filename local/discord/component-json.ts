import { isRecord } from '../emulator/plain.ts';
import { attachmentUrl } from './attachments.ts';
import type { AttachmentState } from './state.ts';
import type { World } from './world.ts';

type Json = Readonly<Record<string, unknown>>;

/** What Discord answers where the sender said nothing, by the component's type. */
const DEFAULTS: ReadonlyMap<unknown, Json> = new Map([
  ...[3, 5, 6, 7, 8].map((type): [number, Json] => [type, { min_values: 1, max_values: 1 }]),
  [11, { description: null, spoiler: false }],
  [13, { spoiler: false }],
  [14, { divider: true, spacing: 1 }],
  [17, { accent_color: null, spoiler: false }],
]);

/**
 * Components as Discord gives them back: with ids, with defaults filled in, and with the URL of a file for
 * `attachment://name`. Source: Discord's reference on components.
 */
export function componentsJson(
  world: World,
  components: readonly unknown[],
  attachments: readonly AttachmentState[],
): unknown[] {
  return numbered(components).map((component) => filled(world, component, attachments));
}

function filled(world: World, value: unknown, attachments: readonly AttachmentState[]): unknown {
  if (Array.isArray(value)) return value.map((entry) => filled(world, entry, attachments));
  if (!isRecord(value)) return value;
  const shown = Object.entries(value).map(([key, entry]) => {
    if (key === 'media' || key === 'file') return [key, mediaJson(world, entry, attachments)];
    if (key === 'items' && Array.isArray(entry))
      return [key, entry.map((item) => itemJson(world, item, attachments))];
    return [key, filled(world, entry, attachments)];
  });
  const file = value['type'] === 13 ? attachedFile(value['file'], attachments) : undefined;
  return {
    ...DEFAULTS.get(value['type']),
    ...Object.fromEntries(shown),
    ...(file === undefined ? {} : { name: file.name, size: file.size }),
  };
}

function itemJson(world: World, item: unknown, attachments: readonly AttachmentState[]): unknown {
  const shown = filled(world, item, attachments);
  return isRecord(shown) ? { description: null, spoiler: false, ...shown } : shown;
}

function mediaJson(world: World, media: unknown, attachments: readonly AttachmentState[]): unknown {
  if (!isRecord(media)) return media;
  const file = attachedFile(media, attachments);
  if (file === undefined) return { id: '0', url: media['url'], proxy_url: media['url'] };
  const url = attachmentUrl(world, file);
  return { id: file.id, url, proxy_url: url, content_type: file.contentType, attachment_id: file.id };
}

/** The file that a media item refers to by `attachment://name`. */
export function attachedFile(
  media: unknown,
  attachments: readonly AttachmentState[],
): AttachmentState | undefined {
  const url = isRecord(media) ? media['url'] : undefined;
  if (typeof url !== 'string' || !url.startsWith('attachment://')) return undefined;
  return attachments.find((attachment) => attachment.name === url.slice('attachment://'.length));
}

/** Each with an id, numbered from 1 in reading order where the sender gave none. */
function numbered(components: readonly unknown[]): unknown[] {
  const taken = new Set<unknown>();
  let next = 1;
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(collect);
    if (!isRecord(value)) return;
    if (value['id'] !== undefined && value['id'] !== 0) taken.add(value['id']);
    for (const child of [value['components'], value['accessory'], value['component']]) collect(child);
  };
  const number = (value: unknown): unknown => {
    if (!isRecord(value)) return value;
    let id = value['id'];
    if (id === undefined || id === null || id === 0) {
      while (taken.has(next)) next += 1;
      id = next;
      next += 1;
    }
    const { components: children, accessory, component, ...own } = value;
    return {
      ...own,
      id,
      ...(Array.isArray(children) ? { components: children.map(number) } : {}),
      ...(accessory === undefined ? {} : { accessory: number(accessory) }),
      ...(component === undefined ? {} : { component: number(component) }),
    };
  };
  collect(components);
  return components.map(number);
}
