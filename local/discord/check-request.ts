import type { EmulatorRequest } from '../emulator/http-server.ts';
import type { ParsedRequestBody } from '../emulator/parse-request-body.ts';
import { isRecord } from '../emulator/plain.ts';
import type { RequestToCheck } from '../openapi/check-operation.ts';
import { loadChecks } from '../openapi/load-checks.ts';
import type { SchemaProblem } from '../openapi/schemas.ts';
import { ApiError } from './api-error.ts';
import { type FormProblem, invalidForm } from './form-errors.ts';

/** Holds requests against Discord's OpenAPI file, where one was found. */
export interface DiscordCheck {
  knows(method: string, path: string): boolean;
  /** The refusal that Discord would answer; what it would let pass but should not be sent goes to `violation`. */
  request(
    request: EmulatorRequest,
    path: string,
    read: ParsedRequestBody,
    violation: (...problems: string[]) => void,
  ): ApiError | undefined;
  /** The same for the response to an interaction that an endpoint gives inline. */
  response(json: unknown, violation: (...problems: string[]) => void): ApiError | undefined;
  /** What is wrong with an answer of the emulator, one line each. */
  answer(method: string, path: string, status: number, json: unknown): readonly string[];
}

export function discordCheck(): DiscordCheck {
  const checks = loadChecks('discord-openapi.json', corrected);
  if (checks === undefined) {
    return { knows: () => false, request: () => undefined, response: () => undefined, answer: () => [] };
  }
  const refusalOf = (request: RequestToCheck, violation: (...problems: string[]) => void) => {
    const checked = checks.request(request);
    if (checked === undefined) {
      violation('Discord has no such route');
      return undefined;
    }
    if (checked.notes.length > 0) violation(...checked.notes);
    if (checked.other.length > 0) {
      violation(...checked.other);
      return new ApiError(400, 50035, `Invalid Form Body: ${checked.other.join('; ')}`);
    }
    return checked.body.length === 0 ? undefined : invalidForm(checked.body.map(formProblem));
  };
  return {
    knows: (method, path) => checks.find(method, path) !== undefined,
    request: ({ method, query }, path, { contentType, json }, violation) =>
      refusalOf({ method, path, query, contentType, body: json }, violation),
    response: (json, violation) =>
      refusalOf(
        {
          method: 'POST',
          path: '/interactions/1/token/callback',
          query: new URLSearchParams(),
          contentType: 'application/json',
          body: json,
        },
        violation,
      ),
    answer: (method, path, status, json) => checks.answer(method, path, status, json) ?? [],
  };
}

const BITSETS = ['default_member_permissions', 'permissions', 'allow', 'deny'];

/**
 * Where Discord takes more than its file says, as its documentation shows: bitsets as text (`"8"`), and ids as
 * numbers (`attachments: [{"id": 0}]`).
 */
function corrected(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(corrected);
  if (!isRecord(json)) return json;
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => {
      if (key === 'SnowflakeType' && isRecord(value)) return [key, { ...value, type: ['string', 'integer'] }];
      if (BITSETS.includes(key) && isRecord(value) && takesInteger(value))
        return [key, { ...value, type: ['integer', 'string', 'null'] }];
      return [key, corrected(value)];
    }),
  );
}

function takesInteger(schema: Readonly<Record<string, unknown>>): boolean {
  const { type } = schema;
  return type === 'integer' || (Array.isArray(type) && type.includes('integer'));
}

/** A schema's problem in Discord's words. */
function formProblem(problem: SchemaProblem): FormProblem {
  const { path, keyword, schema, value } = problem;
  const between = `Must be between ${schema['minLength'] ?? schema['minItems'] ?? 0} and ${schema['maxLength'] ?? schema['maxItems']} in length.`;
  switch (keyword) {
    case 'required':
      return { path, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
    case 'maxLength':
      return schema['minLength'] === undefined
        ? {
            path,
            code: 'BASE_TYPE_MAX_LENGTH',
            message: `Must be ${schema['maxLength']} or fewer in length.`,
          }
        : { path, code: 'BASE_TYPE_BAD_LENGTH', message: between };
    case 'minLength':
    case 'minItems':
    case 'maxItems':
      return { path, code: 'BASE_TYPE_BAD_LENGTH', message: between };
    case 'maximum':
      return {
        path,
        code: 'NUMBER_TYPE_MAX',
        message: `int value should be less than or equal to ${schema['maximum']}.`,
      };
    case 'minimum':
      return {
        path,
        code: 'NUMBER_TYPE_MIN',
        message: `int value should be greater than or equal to ${schema['minimum']}.`,
      };
    case 'enum':
    case 'const':
      return {
        path,
        code: 'BASE_TYPE_CHOICES',
        message: `Value must be one of ${JSON.stringify(schema['enum'] ?? [schema['const']])}.`,
      };
    case 'type':
      return typeProblem(problem);
    case 'format':
      return schema['format'] === 'uri'
        ? { path, code: 'URL_TYPE_INVALID_URL', message: 'Not a well formed URL.' }
        : {
            path,
            code: 'NUMBER_TYPE_COERCE',
            message: `Value "${String(value)}" is not ${String(schema['format'])}.`,
          };
    case 'oneOf':
    case 'anyOf':
      return {
        path,
        code: 'UNION_TYPE_CHOICES',
        message: 'Value fits none of the types that are possible here.',
      };
    default:
      return { path, code: `BASE_TYPE_${keyword.toUpperCase()}`, message: problem.message };
  }
}

function typeProblem({ path, schema, value }: SchemaProblem): FormProblem {
  const types = [schema['type']].flat();
  const text = JSON.stringify(value) ?? 'undefined';
  if (types.includes('integer') || types.includes('number')) {
    return { path, code: 'NUMBER_TYPE_COERCE', message: `Value ${text} is not int.` };
  }
  if (types.includes('boolean'))
    return { path, code: 'BOOLEAN_TYPE_CONVERT', message: 'Must be either true or false.' };
  if (types.includes('array'))
    return { path, code: 'LIST_TYPE_CONVERT', message: 'Only iterables may be used in a ListType' };
  if (types.includes('object'))
    return { path, code: 'DICT_TYPE_CONVERT', message: 'Only dictionaries may be used in a DictType' };
  return { path, code: 'STRING_TYPE_CONVERT', message: `Could not interpret ${text} as string.` };
}
