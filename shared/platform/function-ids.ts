import { createHash } from 'node:crypto';
import { isObject } from '../json/json.ts';
import { EnvironmentError } from './environment-error.ts';

/** The id of a function, by its name; `undefined` when this function was not given it. */
export type FindFunctionId = (name: string) => string | undefined;

/** Far more than a configuration of 4 KB can hold. */
const MAX_BYTES = 64 * 1024;
/** Characters of the SHA-256 of a name that stand for it. */
const KEY_LENGTH = 5;

/**
 * Reads `FUNCTION_IDS`, in one of two forms. JSON, `{"<function>": "<id>"}`: one machine, where there is room.
 * Packed (terraform/modules/function-ids): base64 of gzip, since 60 ids as they are exceed the 4 KB that OCI allows.
 * Its first line is what the ids begin with, every other one a key of 5 hex digits and the rest of an id. It is
 * unpacked at the first question, so that a cold start whose request calls nobody does not pay for it (3 ms).
 * Throws `EnvironmentError`, of a packed text's content at that question.
 */
export function parseFunctionIds(text: string): FindFunctionId {
  if (!text.startsWith('H4sI')) return namedIn(text);
  let ids: Map<string, string> | undefined;
  return (name) => {
    ids ??= unpack(text);
    return ids.get(keyOf(name));
  };
}

function namedIn(text: string): FindFunctionId {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    // Without the cause, which quotes the text.
    throw wrong();
  }
  if (!isObject(found)) throw wrong();
  const ids = new Map<string, string>();
  for (const [name, id] of Object.entries(found)) {
    if (typeof id !== 'string') throw wrong();
    ids.set(name, id);
  }
  return (name) => ids.get(name);
}

function unpack(text: string): Map<string, string> {
  const [prefix, ...lines] = gunzip(text).split('\n');
  const ids = new Map<string, string>();
  for (const line of lines) {
    const [key, rest] = [line.slice(0, KEY_LENGTH), line.slice(KEY_LENGTH)];
    if (!/^[0-9a-f]{5}$/.test(key) || rest === '') throw wrong();
    // A rest with a dot did not share the beginning and is whole.
    ids.set(key, rest.includes('.') ? rest : `${prefix}${rest}`);
  }
  return ids;
}

/** zlib is loaded here and not above: loading it is half of the price. */
function gunzip(text: string): string {
  try {
    const { gunzipSync } = process.getBuiltinModule('node:zlib');
    return gunzipSync(Buffer.from(text, 'base64'), { maxOutputLength: MAX_BYTES }).toString('utf8');
  } catch {
    throw wrong();
  }
}

function keyOf(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, KEY_LENGTH);
}

function wrong(): EnvironmentError {
  return new EnvironmentError(
    'FUNCTION_IDS: expected JSON, {"<function>": "<id>"}, or the same packed by Terraform.',
  );
}
