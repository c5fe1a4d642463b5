import type { TransportAnswer } from './transport.ts';

/** The body of an answer was longer than allowed; the rest was not read. */
export class TooLongError extends Error {
  override readonly name = 'TooLongError';
}

/** Reads a body as it comes in, at most `maxBytes`; throws `TooLongError` as soon as it is more. */
export async function readBytes(response: TransportAnswer, maxBytes: number): Promise<Uint8Array> {
  const announced = Number(response.headers.get('content-length') ?? 0);
  if (announced > maxBytes) {
    await response.body?.[Symbol.asyncIterator]().return?.();
    throw new TooLongError(`The answer is longer than ${maxBytes} bytes.`);
  }
  if (response.body === null) return new Uint8Array(0);
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop by a throw cancels the stream.
  for await (const chunk of response.body) {
    length += chunk.byteLength;
    if (length > maxBytes) throw new TooLongError(`The answer is longer than ${maxBytes} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
