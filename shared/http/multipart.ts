import { createHash } from 'node:crypto';

export interface Part {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly fileName?: string;
  readonly contentType?: string;
}

/** A body of `multipart/form-data` (RFC 7578), whole in memory. */
export class Multipart {
  readonly contentType: string;
  readonly bytes: Uint8Array;

  constructor(parts: readonly Part[]) {
    const boundary = boundaryFor(parts);
    this.contentType = `multipart/form-data; boundary=${boundary}`;
    const pieces = parts.flatMap((part) => [
      `--${boundary}\r\n${headersOf(part)}\r\n\r\n`,
      part.content,
      '\r\n',
    ]);
    this.bytes = Buffer.concat([...pieces, `--${boundary}--\r\n`].map((piece) => Buffer.from(piece)));
  }
}

/** A digest of the content cannot stand in it. */
function boundaryFor(parts: readonly Part[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part.content);
  return `part-${hash.digest('hex').slice(0, 40)}`;
}

function headersOf({ name, fileName, contentType }: Part): string {
  const file = fileName === undefined ? '' : `; filename="${quoted(fileName)}"`;
  const type = contentType === undefined ? '' : `\r\nContent-Type: ${contentType.replace(/[\r\n]/g, ' ')}`;
  return `Content-Disposition: form-data; name="${quoted(name)}"${file}${type}`;
}

/** As browsers write it: what would end the header or the quotes is percent-encoded. */
function quoted(text: string): string {
  return text.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
