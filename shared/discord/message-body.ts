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
): Record<string, unknown> | FormData {
  if (file === undefined) return body;
  const form = new FormData();
  const attachments = [{ id: '0', filename: file.name }];
  form.set('payload_json', JSON.stringify({ ...body, attachments }));
  const content = 'text' in file ? file.text : Uint8Array.from(file.bytes);
  form.set('files[0]', new Blob([content], { type: file.contentType }), file.name);
  return form;
}
