import type { EmulatorRequest } from './http-server.ts';

/** A file of a multipart request. */
export interface BodyFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export interface ParsedRequestBody {
  /** The JSON body, a form's fields, or the `payload_json` of a multipart request; undefined when there is none. */
  readonly json: unknown;
  /** By the index in `files[index]`. */
  readonly files: ReadonlyMap<number, BodyFile>;
  readonly contentType: string;
}

/** Undefined when the body is not what its content type says. */
export async function parseRequestBody(request: EmulatorRequest): Promise<ParsedRequestBody | undefined> {
  const header = request.headers['content-type'] ?? '';
  const contentType = header.split(';')[0]?.trim().toLowerCase() ?? '';
  const files = new Map<number, BodyFile>();
  if (request.body.length === 0) return { json: undefined, files, contentType };
  if (contentType !== 'multipart/form-data') {
    const json = parseJson(request.body.toString('utf8'));
    return json === undefined ? undefined : { json: json.value, files, contentType };
  }
  let form: FormData;
  try {
    form = await new Response(new Uint8Array(request.body), {
      headers: { 'content-type': header },
    }).formData();
  } catch {
    return undefined;
  }
  let json: unknown;
  for (const [name, value] of form) {
    if (typeof value === 'string') {
      if (name !== 'payload_json') continue;
      const parsed = parseJson(value);
      if (parsed === undefined) return undefined;
      json = parsed.value;
    } else {
      const index = /^files\[(\d+)\]$/.exec(name)?.[1];
      const bytes = new Uint8Array(await value.arrayBuffer());
      const contentTypeOfFile = value.type === '' ? 'application/octet-stream' : value.type;
      files.set(index === undefined ? files.size : Number(index), {
        name: value.name,
        contentType: contentTypeOfFile,
        bytes,
      });
    }
  }
  return { json: json ?? {}, files, contentType };
}

function parseJson(text: string): { value: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch {
    return undefined;
  }
}
