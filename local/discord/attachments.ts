import { createHmac, timingSafeEqual } from 'node:crypto';
import type { EmulatorAnswer, EmulatorRequest } from '../emulator/http-server.ts';
import type { AttachmentBody } from './message-body.ts';
import type { AttachmentState } from './state.ts';
import type { World } from './world.ts';

/** A file as it comes into the emulator, from a multipart request or from a member. */
export interface UploadedFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

const IS_SPOILER = 1 << 3;
const DAY_MS = 86_400_000;
const EPHEMERAL_LIFE_MS = 15 * 60_000;
/** No secret: it only has to be the same after a restart, so that a URL that was handed out stays good. */
const URL_KEY = 'attachments of the emulator';

/** The name a file gets: what the request calls it, else the upload's own, with the letters that a URL takes. */
export function attachmentName(file: UploadedFile, said: AttachmentBody | undefined): string {
  return (said?.filename ?? file.name).replace(/[^\w.-]/g, '_') || 'file';
}

/** Keeps a file; `said` is what the request says about it, whose name wins over the upload's own. */
export function storeAttachment(
  world: World,
  channelId: string,
  file: UploadedFile,
  ephemeral: boolean,
  said?: AttachmentBody,
): AttachmentState {
  const name = attachmentName(file, said);
  const attachment: AttachmentState = {
    id: world.newId(),
    channelId,
    name,
    ...(name.startsWith('SPOILER_') ? { spoiler: true } : {}),
    contentType: file.contentType,
    size: file.bytes.length,
    ephemeral,
    createdAt: world.now(),
    removed: false,
  };
  if (said !== undefined) describeAttachment(attachment, said);
  if (said?.title !== undefined && said.title !== null) attachment.title = said.title;
  world.files.put(attachment.id, file.bytes);
  world.state.attachments.set(attachment.id, attachment);
  world.changed();
  return attachment;
}

/** Changes what an edit may change of a file that is there: its description, and whether it is a spoiler. */
export function describeAttachment(attachment: AttachmentState, said: AttachmentBody): void {
  if (said.description === null || said.description === '') delete attachment.description;
  else if (said.description !== undefined) attachment.description = said.description;
  if (said.is_spoiler !== undefined && said.is_spoiler !== null) attachment.spoiler = said.is_spoiler;
}

/** A signed URL that dies after a day: `ex`, `is` in hexadecimal seconds and `hm`, as Discord's CDN writes them. */
export function attachmentUrl(world: World, attachment: AttachmentState): string {
  const kind = attachment.ephemeral ? 'ephemeral-attachments' : 'attachments';
  const path = `/${kind}/${attachment.channelId}/${attachment.id}/${attachment.name}`;
  const ex = Math.floor((world.now() + DAY_MS) / 1000).toString(16);
  const is = Math.floor(world.now() / 1000).toString(16);
  return `${world.cdnUrl}${path}?ex=${ex}&is=${is}&hm=${sign(path, ex, is)}&`;
}

export function attachmentJson(world: World, attachment: AttachmentState): Record<string, unknown> {
  const url = attachmentUrl(world, attachment);
  return {
    id: attachment.id,
    filename: attachment.name,
    size: attachment.size,
    url,
    proxy_url: url,
    content_type: attachment.contentType,
    ...(attachment.contentType.startsWith('image/') ? { width: 640, height: 480 } : {}),
    ...(attachment.title === undefined ? {} : { title: attachment.title }),
    ...(attachment.description === undefined ? {} : { description: attachment.description }),
    ...(attachment.spoiler === true ? { flags: IS_SPOILER } : {}),
    ...(attachment.ephemeral ? { ephemeral: true } : {}),
  };
}

/** The CDN: the file, or 404 for a URL that is unsigned, expired or whose attachment is gone. */
export function serveAttachment(world: World, request: EmulatorRequest): EmulatorAnswer {
  const gone: EmulatorAnswer = {
    status: 404,
    headers: { 'content-type': 'text/plain' },
    bytes: Buffer.from('This content is no longer available.'),
  };
  const id = request.path.split('/')[3] ?? '';
  const attachment = world.state.attachments.get(id);
  const ex = request.query.get('ex') ?? '';
  const is = request.query.get('is') ?? '';
  const expected = Buffer.from(sign(request.path, ex, is));
  const given = Buffer.from(request.query.get('hm') ?? '');
  const signed = given.length === expected.length && timingSafeEqual(given, expected);
  if (!signed || attachment === undefined || Number.parseInt(ex, 16) * 1000 <= world.now()) return gone;
  const vanished = attachment.ephemeral && world.now() > attachment.createdAt + EPHEMERAL_LIFE_MS;
  const bytes = attachment.removed || vanished ? undefined : world.files.get(id);
  if (bytes === undefined) return gone;
  return {
    status: 200,
    headers: { 'content-type': attachment.contentType, 'content-length': `${bytes.length}` },
    bytes,
  };
}

function sign(path: string, ex: string, is: string): string {
  return createHmac('sha256', URL_KEY).update(`${path}|${ex}|${is}`).digest('hex');
}
