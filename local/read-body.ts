import type { IncomingMessage } from 'node:http';

/** The payload limit of OCI Functions. */
export const MAX_PAYLOAD_BYTES = 6 * 1024 * 1024;

/** Reads a body whole; `undefined` when it is larger than `maxBytes` (the rest is then not read). */
export async function readBody(incoming: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
  if (Number(incoming.headers['content-length'] ?? 0) > maxBytes) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > maxBytes) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks, size);
}
