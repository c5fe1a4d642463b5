import { isUtf8 } from 'node:buffer';
import { isObject, type JsonObject } from '../json/json.ts';

const APPLICATION_ID = /^\d{17,20}$/;

/** A body that names its application; nothing of it is proven before its signature is. */
export interface NamedBody {
  readonly applicationId: string;
  readonly body: JsonObject;
  /** The body as it came. */
  readonly text: string;
}

/**
 * Reads the application's id (17 to 20 digits) from a request's raw bytes. `undefined` for anything that is not
 * JSON in UTF-8 with such an id. Does no look-up and throws nothing.
 */
export function readApplicationId(bytes: Uint8Array): NamedBody | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  if (!isUtf8(bytes)) return undefined;
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    // Not JSON is one of the answers: the caller answers it as it answers every unproven request.
    return undefined;
  }
  if (!isObject(body)) return undefined;
  const id = body['application_id'];
  return typeof id === 'string' && APPLICATION_ID.test(id) ? { applicationId: id, body, text } : undefined;
}
