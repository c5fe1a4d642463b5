import * as z from 'zod/mini';

const Envelope = z.object({ timestamp: z.string(), signature: z.string(), body: z.string() });
const JobBody = z.object({ job: z.string() });
const MAX_DEPTH = 6;

/**
 * The body of the invocation somewhere in OCI's record of it. No public text shows the record's form [unverified],
 * so every object, and every text that is JSON or base64 of JSON, is looked at, six levels deep.
 */
export function findRequestBody(content: string): string | undefined {
  return search(content, 0);
}

function search(value: unknown, depth: number): string | undefined {
  if (depth > MAX_DEPTH) return undefined;
  if (typeof value === 'string') return search(jsonIn(value), depth + 1);
  if (typeof value !== 'object' || value === null) return undefined;
  if (Envelope.safeParse(value).success || JobBody.safeParse(value).success) return JSON.stringify(value);
  for (const part of Object.values(value)) {
    const found = search(part, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `undefined` for a text that is neither JSON nor base64 of JSON. */
function jsonIn(text: string): unknown {
  for (const candidate of [
    text,
    /^[\w+/=-]{16,}$/.test(text) ? Buffer.from(text, 'base64').toString('utf8') : '',
  ]) {
    if (!/^\s*[{["]/.test(candidate)) continue;
    try {
      return JSON.parse(candidate);
    } catch {
      // Not JSON: the next candidate, or nothing.
    }
  }
  return undefined;
}

/** What is left of an interaction in a record without its signed envelope. Nothing of it is proven. */
export interface PartialInteraction {
  readonly applicationId: string;
  readonly token: string;
  /** Undefined where the token does not say it. */
  readonly id: string | undefined;
}

/** A record in which no body was found. */
export interface UnrecognizedRecord {
  /** Names of its fields, as paths; never a value. Empty for a text that is no JSON. */
  readonly keys: readonly string[];
  readonly interaction: PartialInteraction | undefined;
}

/** For a record in which `findRequestBody` finds nothing: of another form, cut off, or damaged. */
export function readUnrecognized(content: string): UnrecognizedRecord {
  const keys = new Set<string>();
  collectKeys(jsonIn(content), '', keys, 0);
  return { keys: [...keys].slice(0, MAX_KEYS), interaction: partialInteractionIn(content) };
}

const MAX_KEYS = 60;

function collectKeys(value: unknown, path: string, keys: Set<string>, depth: number): void {
  if (depth > MAX_DEPTH || keys.size >= MAX_KEYS) return;
  if (typeof value === 'string') collectKeys(jsonIn(value), path, keys, depth + 1);
  if (typeof value !== 'object' || value === null) return;
  for (const [name, part] of Object.entries(value)) {
    // A name that is no plain word may be a value: an id, an address, a token.
    const key = Array.isArray(value) ? '[]' : /^[A-Za-z][A-Za-z_-]{0,39}$/.test(name) ? name : '?';
    const inner = path === '' ? key : `${path}.${key}`;
    keys.add(inner);
    collectKeys(part, inner, keys, depth + 1);
  }
}

const BASE64_RUN = /[\w+/-]{64,}={0,2}/g;
const APPLICATION_ID = /"application_id"\s*:\s*"(\d{17,20})"/;
const TOKEN = /"token"\s*:\s*"([\w.+/=~-]{16,1000})"/;
/** Discord's tokens begin so, which its documents do not promise. */
const ID_IN_TOKEN = /^interaction:(\d{17,20}):/;

/** Looks at the text itself, because one that was cut off is no JSON; quotes may be escaped once or several times. */
function partialInteractionIn(content: string): PartialInteraction | undefined {
  const decoded = (content.match(BASE64_RUN) ?? []).map((run) => Buffer.from(run, 'base64').toString('utf8'));
  for (const text of [content, ...decoded]) {
    const plain = text.replaceAll('\\', '');
    const applicationId = APPLICATION_ID.exec(plain)?.[1];
    const token = TOKEN.exec(plain)?.[1];
    if (applicationId === undefined || token === undefined) continue;
    const id = ID_IN_TOKEN.exec(Buffer.from(token, 'base64').toString('utf8'))?.[1];
    return { applicationId, token, id };
  }
  return undefined;
}
