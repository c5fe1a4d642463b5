import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { type PathTemplate, pathTemplate } from '../emulator/path-template.ts';
import { asJsonSchema } from './dialect.ts';

const Parameter = z.looseObject({ name: z.string(), in: z.string(), required: z.optional(z.boolean()) });
const Content = z.optional(z.record(z.string(), z.unknown()));
const Operation = z.looseObject({
  operationId: z.optional(z.string()),
  parameters: z.optional(z.array(Parameter)),
  requestBody: z.optional(z.looseObject({ required: z.optional(z.boolean()), content: Content })),
  responses: z.optional(z.record(z.string(), z.looseObject({ content: Content }))),
});
const PathItem = z.looseObject({ parameters: z.optional(z.array(Parameter)) });
const Document = z.looseObject({
  openapi: z.string(),
  paths: z.record(z.string(), PathItem),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
});

const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const;

export interface ApiParameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  /** The JSON pointer of its schema. */
  readonly pointer: string;
  readonly schema: unknown;
}

/** One method of one path in an OpenAPI file. Schemas are named by JSON pointer and compiled on first use. */
export interface ApiOperation {
  readonly name: string;
  readonly method: string;
  readonly template: PathTemplate;
  readonly parameters: readonly ApiParameter[];
  readonly bodyRequired: boolean;
  /** Pointers of the body's schemas by content type; empty when the operation takes no body. */
  readonly bodies: Readonly<Record<string, string>>;
  /** Pointers of the JSON schemas of answers, by status (`200`, `4XX`). */
  readonly answers: Readonly<Record<string, string>>;
}

export interface ApiDocument {
  /** 3.0 or 3.1: their schemas are different dialects. */
  readonly version: string;
  readonly json: Readonly<Record<string, unknown>>;
  /** The most literal template first, so that the first match is the right one. */
  readonly operations: readonly ApiOperation[];
}

/** Reads an OpenAPI file. `prepare` may correct it first, where the service is known to differ from its file. */
export function readDocument(
  path: string,
  prepare: (json: unknown) => unknown = (json) => json,
): ApiDocument {
  const read = Document.parse(prepare(JSON.parse(readFileSync(path, 'utf8'))));
  const json = read.openapi.startsWith('3.0') ? Document.parse(asJsonSchema(read)) : read;
  const operations = Object.entries(json.paths).flatMap(([template, item]) =>
    METHODS.flatMap((method) => {
      const parsed = Operation.safeParse(item[method]);
      if (!parsed.success) return [];
      const at = `/paths/${escapePointer(template)}`;
      const operation = parsed.data;
      return [
        {
          name: operation.operationId ?? `${method} ${template}`,
          method: method.toUpperCase(),
          template: pathTemplate(template),
          parameters: [
            ...parametersAt(item.parameters, `${at}/parameters`),
            ...parametersAt(operation.parameters, `${at}/${method}/parameters`),
          ],
          bodyRequired: operation.requestBody?.required === true,
          bodies: schemasAt(operation.requestBody?.content, `${at}/${method}/requestBody/content`),
          answers: answersAt(operation.responses, `${at}/${method}/responses`),
        },
      ];
    }),
  );
  operations.sort((a, b) => b.template.literalLength - a.template.literalLength);
  return { version: json.openapi.split('.').slice(0, 2).join('.'), json, operations };
}

function parametersAt(
  parameters: readonly z.infer<typeof Parameter>[] | undefined,
  at: string,
): ApiParameter[] {
  return (parameters ?? []).map((parameter, index) => ({
    name: parameter.name,
    in: parameter.in,
    required: parameter.required === true,
    pointer: `${at}/${index}/schema`,
    schema: parameter['schema'],
  }));
}

function schemasAt(
  content: Readonly<Record<string, unknown>> | undefined,
  at: string,
): Record<string, string> {
  const types = Object.keys(content ?? {});
  return Object.fromEntries(types.map((type) => [type, `${at}/${escapePointer(type)}/schema`]));
}

function answersAt(
  responses:
    | Readonly<Record<string, { content?: Readonly<Record<string, unknown>> | undefined }>>
    | undefined,
  at: string,
): Record<string, string> {
  const entries = Object.entries(responses ?? {}).flatMap(([status, response]) => {
    const pointer = schemasAt(response.content, `${at}/${status}/content`)['application/json'];
    return pointer === undefined ? [] : [[status, pointer] as const];
  });
  return Object.fromEntries(entries);
}

/** One step of a JSON pointer (RFC 6901). */
function escapePointer(text: string): string {
  return text.replaceAll('~', '~0').replaceAll('/', '~1');
}
