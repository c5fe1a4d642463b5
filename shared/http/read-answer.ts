/** An answer of HTTP/1.1, whole. */
export interface WholeAnswer {
  readonly status: number;
  readonly body: Buffer;
  /** Whether the connection can carry another request. */
  readonly reusable: boolean;
}

/** What came is no answer of HTTP/1.1, or longer than allowed. */
export class AnswerFormError extends Error {
  override readonly name = 'AnswerFormError';
}

const MAX_HEAD_BYTES = 16_384;
const HEAD_END = '\r\n\r\n';
const STATUS_LINE = /^HTTP\/1\.([01]) ([1-5]\d\d)(?: |$)/;
const BLANK = /[\s\0]/;
const CHUNK_SIZE = /^([0-9a-fA-F]{1,8})[ \t]*(?:;.*)?$/;

/**
 * Reads the answer to a POST from all that has come on a connection since the request (RFC 9112, section 6).
 * `undefined`: there is more to come. `closed`: nothing more will. What could be read in two ways, such as two
 * lengths, is refused. Throws `AnswerFormError`.
 */
export function readAnswer(
  bytes: Buffer,
  { closed, maxBytes }: { readonly closed: boolean; readonly maxBytes: number },
): WholeAnswer | undefined {
  const headEnd = bytes.indexOf(HEAD_END);
  if (headEnd > MAX_HEAD_BYTES || (headEnd < 0 && bytes.length > MAX_HEAD_BYTES)) {
    throw new AnswerFormError('an answer whose head is too long');
  }
  if (headEnd < 0) return incomplete(closed);
  const head = readHead(bytes.toString('latin1', 0, headEnd));
  const rest = bytes.subarray(headEnd + HEAD_END.length);
  // "100 Continue" and its like come before the answer itself.
  if (head.status < 200) return readAnswer(rest, { closed, maxBytes });

  if (head.status === 204 || head.status === 304) return ended(head, rest, 0, rest.subarray(0, 0));
  if (head.chunked) return readChunked(head, rest, closed, maxBytes);
  if (head.length === undefined) {
    if (rest.length > maxBytes) throw new AnswerFormError('an answer that is too large');
    return closed ? { status: head.status, body: rest, reusable: false } : undefined;
  }
  if (head.length > maxBytes) throw new AnswerFormError('an answer that is too large');
  if (rest.length < head.length) return incomplete(closed);
  return ended(head, rest, head.length, rest.subarray(0, head.length));
}

interface Head {
  readonly status: number;
  readonly keepAlive: boolean;
  readonly chunked: boolean;
  readonly length: number | undefined;
}

/** Of the fields, only those that say where the answer ends are looked at; the rest need only be fields. */
function readHead(text: string): Head {
  const [first = '', ...lines] = text.split('\r\n');
  const [, minor, status] = STATUS_LINE.exec(first) ?? [];
  if (status === undefined) throw new AnswerFormError('no answer of HTTP/1.1');
  let length: string | undefined;
  let coding: string | undefined;
  let connection = '';
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).toLowerCase();
    if (name === '' || BLANK.test(name)) throw new AnswerFormError('an answer with a broken header');
    const value = () =>
      line
        .slice(colon + 1)
        .trim()
        .toLowerCase();
    if (name === 'content-length') length = length === undefined ? value() : `${length}, ${value()}`;
    else if (name === 'transfer-encoding') coding = coding === undefined ? value() : `${coding}, ${value()}`;
    else if (name === 'connection') connection += ` ${value()}`;
  }
  if (length !== undefined && (!/^\d{1,15}$/.test(length) || coding !== undefined)) {
    throw new AnswerFormError('an answer of uncertain length');
  }
  if (coding !== undefined && coding !== 'chunked')
    throw new AnswerFormError('an answer in an unknown coding');
  return {
    status: Number(status),
    keepAlive: minor === '1' ? !/\bclose\b/.test(connection) : /\bkeep-alive\b/.test(connection),
    chunked: coding !== undefined,
    length: length === undefined ? undefined : Number(length),
  };
}

function readChunked(head: Head, rest: Buffer, closed: boolean, maxBytes: number): WholeAnswer | undefined {
  const parts: Buffer[] = [];
  let size = 0;
  let at = 0;
  for (;;) {
    const lineEnd = rest.indexOf('\r\n', at);
    if (lineEnd < 0) {
      if (rest.length - at > MAX_HEAD_BYTES) throw new AnswerFormError('an answer with a broken chunk');
      return incomplete(closed);
    }
    const [, digits] = CHUNK_SIZE.exec(rest.toString('latin1', at, lineEnd)) ?? [];
    if (digits === undefined) throw new AnswerFormError('an answer with a broken chunk');
    const length = Number.parseInt(digits, 16);
    at = lineEnd + 2;
    if (length === 0) break;
    size += length;
    if (size > maxBytes) throw new AnswerFormError('an answer that is too large');
    if (rest.length < at + length + 2) return incomplete(closed);
    if (rest[at + length] !== 13 || rest[at + length + 1] !== 10) {
      throw new AnswerFormError('an answer with a broken chunk');
    }
    parts.push(rest.subarray(at, at + length));
    at += length + 2;
  }
  // Trailers end with an empty line, as a head does; without any there is only that line.
  const end = rest.toString('latin1', at, at + 2) === '\r\n' ? at : rest.indexOf(HEAD_END, at) + 2;
  if (end < at) {
    if (rest.length - at > MAX_HEAD_BYTES) throw new AnswerFormError('an answer whose trailers are too long');
    return incomplete(closed);
  }
  return ended(head, rest, end + 2, Buffer.concat(parts, size));
}

/** More than the answer has come: whatever it is, nothing may be read as the answer to the next request. */
function ended(head: Head, rest: Buffer, used: number, body: Buffer): WholeAnswer {
  return { status: head.status, body, reusable: head.keepAlive && rest.length === used };
}

function incomplete(closed: boolean): undefined {
  if (closed) throw new AnswerFormError('an answer that breaks off');
  return undefined;
}
