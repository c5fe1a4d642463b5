import type { IncomingMessage } from 'node:http';

/** The payload limit of OCI Functions. */
export const MAX_PAYLOAD_BYTES = 6 * 1024 * 1024;

/**
 * Reads a body whole; `undefined` when it is larger than `maxBytes`. It is then still taken to its end and not
 * kept: a connection that is closed under its sender loses the answer.
 */
export async function readRequestBytes(
  incoming: IncomingMessage,
  maxBytes: number,
): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size <= maxBytes) chunks.push(bytes);
    else chunks.length = 0;
  }
  return size > maxBytes ? undefined : Buffer.concat(chunks, size);
}
