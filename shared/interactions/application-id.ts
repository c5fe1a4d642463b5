import { isUtf8 } from 'node:buffer';
import { isObject, type JsonObject } from '../json/json.ts';

const APPLICATION_ID = /^\d{17,20}$/;
const MIN_DIGITS = 17;
const MAX_DIGITS = 20;
const KEY = Buffer.from('"application_id"');
const QUOTE = 0x22;
const COLON = 0x3a;

/** A body that names its application; nothing of it is proven before its signature is. */
export interface NamedBody {
  readonly applicationId: string;
  readonly body: JsonObject;
  /** The body as it came. */
  readonly text: string;
}

/**
 * Every `"application_id": "<17 to 20 digits>"` in the bytes, in their order, JSON's white space allowed. Looks at the
 * bytes only: which of them is at the top, and whether the rest is JSON, is for after the signature. A text inside the
 * JSON cannot be taken for one, since its quotes are escaped. Takes time in proportion to the bytes.
 */
export function* applicationIdsIn(bytes: Uint8Array): Generator<string, void> {
  const buffer = asBuffer(bytes);
  for (let at = buffer.indexOf(KEY); at >= 0; at = buffer.indexOf(KEY, at)) {
    at = afterSpace(buffer, at + KEY.length);
    if (buffer[at] !== COLON) continue;
    at = afterSpace(buffer, at + 1);
    if (buffer[at] !== QUOTE) continue;
    const start = at + 1;
    at = afterDigits(buffer, start);
    const digits = at - start;
    if (buffer[at] === QUOTE && digits >= MIN_DIGITS && digits <= MAX_DIGITS) {
      yield buffer.toString('latin1', start, at);
    } else {
      // This text may itself be the key.
      at = start - 1;
    }
  }
}

/**
 * Reads the body as JSON and its application's id (17 to 20 digits) from the top of it. `undefined` for anything that
 * is not JSON in UTF-8 with such an id. Costs what JSON costs, so the front door asks only once the bytes are proven.
 */
export function readApplicationId(bytes: Uint8Array): NamedBody | undefined {
  if (!isUtf8(bytes)) return undefined;
  const text = asBuffer(bytes).toString('utf8');
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

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The first place from `at` on that holds no white space of JSON. */
function afterSpace(bytes: Buffer, at: number): number {
  for (let place = at; ; place += 1) {
    const byte = bytes[place];
    if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return place;
  }
}

function afterDigits(bytes: Buffer, at: number): number {
  for (let place = at; ; place += 1) {
    const byte = bytes[place];
    if (byte === undefined || byte < 0x30 || byte > 0x39) return place;
  }
}
