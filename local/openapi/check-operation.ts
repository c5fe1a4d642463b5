import { isRecord } from '../emulator/plain.ts';
import type { ApiDocument, ApiOperation, ApiParameter } from './document.ts';
import { type SchemaProblem, Schemas } from './schemas.ts';

/** A request or an answer held against its operation. */
export interface Checked {
  readonly operation: ApiOperation;
  /** What the service would refuse, in the body. */
  readonly body: readonly SchemaProblem[];
  /** What it would refuse elsewhere, one line each. */
  readonly other: readonly string[];
  /** What it would pass over in silence and nobody should send, one line each. */
  readonly notes: readonly string[];
}

export interface RequestToCheck {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly contentType: string;
  /** Parsed; undefined when there is none. */
  readonly body: unknown;
}

/** Checks requests and answers against one OpenAPI file. Large files take half a second to read, so the first use does. */
export class OperationChecks {
  readonly #read: () => ApiDocument;
  #file: { readonly document: ApiDocument; readonly schemas: Schemas } | undefined;

  constructor(read: () => ApiDocument) {
    this.#read = read;
  }

  get #document(): ApiDocument {
    return this.#loaded().document;
  }

  get #schemas(): Schemas {
    return this.#loaded().schemas;
  }

  #loaded() {
    if (this.#file === undefined) {
      const document = this.#read();
      this.#file = { document, schemas: new Schemas(document) };
    }
    return this.#file;
  }

  find(
    method: string,
    path: string,
  ): { operation: ApiOperation; parameters: Readonly<Record<string, string>> } | undefined {
    for (const operation of this.#document.operations) {
      if (operation.method !== method) continue;
      const parameters = operation.template.match(path);
      if (parameters !== undefined) return { operation, parameters };
    }
    return undefined;
  }

  /** Undefined when the file knows no such method and path. */
  request(request: RequestToCheck): Checked | undefined {
    const found = this.find(request.method, request.path);
    if (found === undefined) return undefined;
    const { operation } = found;
    const other = operation.parameters.flatMap((parameter) =>
      this.#parameterProblems(parameter, found.parameters, request.query),
    );
    const notes = unknownQuery(operation, request.query);
    const body = this.#bodyProblems(operation, request, other, notes);
    return { operation, body, other, notes };
  }

  /** What is wrong with an answer's JSON, one line each; undefined when the file says nothing about it. */
  answer(method: string, path: string, status: number, json: unknown): readonly string[] | undefined {
    const operation = this.find(method, path)?.operation;
    const pointer = operation?.answers[String(status)] ?? operation?.answers[`${Math.floor(status / 100)}XX`];
    if (pointer === undefined) return undefined;
    return this.#schemas.problems(pointer, json).map(lineOf);
  }

  #parameterProblems(
    parameter: ApiParameter,
    inPath: Readonly<Record<string, string>>,
    query: URLSearchParams,
  ): string[] {
    const text =
      parameter.in === 'path'
        ? inPath[parameter.name]
        : parameter.in === 'query'
          ? query.get(parameter.name)
          : undefined;
    if (text === undefined || text === null) {
      return parameter.required && parameter.in !== 'header'
        ? [`${parameter.in} ${parameter.name}: is required`]
        : [];
    }
    return this.#schemas
      .problems(parameter.pointer, typedValue(text, parameter.schema))
      .map((problem) => `${parameter.in} ${parameter.name}: ${problem.message}, was "${text}"`);
  }

  #bodyProblems(
    operation: ApiOperation,
    request: RequestToCheck,
    other: string[],
    notes: string[],
  ): SchemaProblem[] {
    const types = Object.keys(operation.bodies);
    if (request.body === undefined) {
      if (operation.bodyRequired) other.push('body: is required');
      return [];
    }
    if (types.length === 0) {
      if (request.method !== 'GET' && request.method !== 'DELETE')
        notes.push('body: this operation takes none');
      return [];
    }
    if (!types.includes(request.contentType)) {
      other.push(`header Content-Type: must be one of ${types.join(', ')}, was "${request.contentType}"`);
      return [];
    }
    // A multipart request carries the same JSON in payload_json; its files are no part of the schema.
    const pointer = operation.bodies['application/json'] ?? operation.bodies[request.contentType];
    if (pointer === undefined) return [];
    notes.push(...this.#unknownFields(pointer, request.body));
    return this.#schemas.problems(pointer, request.body);
  }

  #unknownFields(pointer: string, body: unknown): string[] {
    if (!isRecord(body)) return [];
    const known = fieldsOf(this.#document.json, this.#at(pointer));
    if (known === undefined) return [];
    return Object.keys(body)
      .filter((name) => !known.has(name))
      .map((name) => `body ${name}: there is no such field`);
  }

  #at(pointer: string): unknown {
    return resolvePointer(this.#document.json, pointer);
  }
}

export function lineOf(problem: SchemaProblem): string {
  return `body ${problem.path.join('.')}: ${problem.message}`;
}

/** The fields a schema names, through references and unions; undefined where it takes any. */
function fieldsOf(document: unknown, schema: unknown): Set<string> | undefined {
  if (!isRecord(schema)) return undefined;
  const reference = schema['$ref'];
  if (typeof reference === 'string')
    return fieldsOf(document, resolvePointer(document, reference.replace(/^#/, '')));
  const names = new Set<string>();
  if (isRecord(schema['properties'])) for (const name of Object.keys(schema['properties'])) names.add(name);
  for (const key of ['allOf', 'anyOf', 'oneOf']) {
    const branches = schema[key];
    if (!Array.isArray(branches)) continue;
    for (const branch of branches) {
      const inside = fieldsOf(document, branch);
      if (inside === undefined) return undefined;
      for (const name of inside) names.add(name);
    }
  }
  return names.size === 0 ? undefined : names;
}

function resolvePointer(document: unknown, pointer: string): unknown {
  let value = document;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(value)) value = value[Number(key)];
    else if (isRecord(value)) value = value[key];
    else return undefined;
  }
  return value;
}

function unknownQuery(operation: ApiOperation, query: URLSearchParams): string[] {
  const known = operation.parameters
    .filter((parameter) => parameter.in === 'query')
    .map((parameter) => parameter.name);
  return [...new Set(query.keys())]
    .filter((name) => !known.includes(name))
    .map((name) => `query ${name}: there is no such parameter`);
}

/** A parameter's text as the type its schema asks for. */
function typedValue(text: string, schema: unknown): unknown {
  const type = isRecord(schema) ? schema['type'] : undefined;
  const types: readonly unknown[] = Array.isArray(type) ? type : [type];
  if ((types.includes('integer') || types.includes('number')) && /^-?\d+(\.\d+)?$/.test(text))
    return Number(text);
  if (types.includes('boolean') && /^(true|false|0|1)$/i.test(text)) return /^(true|1)$/i.test(text);
  if (types.includes('array')) return text.split(',');
  return text;
}
