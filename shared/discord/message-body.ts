import { Multipart } from '../http/multipart.ts';
import type { BinaryFile } from './client.ts';
import type { Message, TextFile } from './message.ts';

/**
 * A message as Discord takes it. Nobody is pinged but the users in `pings`. With `replaces`, what the message
 * leaves out is cleared, so that an edited message is exactly what was asked for; attachments stay.
 */
export function messageBody(
  message: Message,
  options: { readonly replaces: boolean },
): Record<string, unknown> {
  const { content, embeds, components, pings } = message;
  const body: Record<string, unknown> = {
    allowed_mentions:
      pings === undefined || pings.length === 0 ? { parse: [] } : { parse: [], users: [...new Set(pings)] },
  };
  if (options.replaces || content !== undefined) body['content'] = content ?? '';
  if (options.replaces || embeds !== undefined) body['embeds'] = embeds ?? [];
  if (options.replaces || components !== undefined) body['components'] = components ?? [];
  return body;
}

/** The same with a file, which an embed shows as `attachment://<name>`. Without a file the body as it is. */
export function withFile(
  body: Record<string, unknown>,
  file: BinaryFile | TextFile | undefined,
): Record<string, unknown> | Multipart {
  if (file === undefined) return body;
  const description = 'bytes' in file ? file.description : undefined;
  const attachments = [
    { id: '0', filename: file.name, ...(description === undefined ? {} : { description }) },
  ];
  return new Multipart([
    {
      name: 'payload_json',
      content: JSON.stringify({ ...body, attachments }),
      contentType: 'application/json',
    },
    {
      name: 'files[0]',
      content: 'text' in file ? file.text : file.bytes,
      fileName: file.name,
      contentType: file.contentType,
    },
  ]);
}
