import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OperationChecks } from './check-operation.ts';
import { readDocument } from './document.ts';

const COMPONENTS = {
  Button: {
    type: 'object',
    required: ['type', 'label'],
    properties: { type: { type: 'integer', enum: [2] }, label: { type: 'string', maxLength: 5 } },
  },
  Row: {
    type: 'object',
    required: ['type', 'components'],
    properties: {
      type: { type: 'integer', enum: [1] },
      components: {
        type: 'array',
        items: { oneOf: [{ $ref: '#/components/schemas/Button' }, { $ref: '#/components/schemas/Row' }] },
      },
    },
  },
};

/** A document of either version with one route to post to, whose body may be null in the way of that version. */
function document(version: '3.0.4' | '3.1.0') {
  const content =
    version === '3.0.4'
      ? { type: 'string', nullable: true, maxLength: 3 }
      : { type: ['string', 'null'], maxLength: 3 };
  const first =
    version === '3.0.4'
      ? { nullable: true, allOf: [{ $ref: '#/components/schemas/Row' }] }
      : { oneOf: [{ type: 'null' }, { $ref: '#/components/schemas/Row' }] };
  return {
    openapi: version,
    paths: {
      '/rooms/{room_id}/notes': {
        parameters: [
          { name: 'room_id', in: 'path', required: true, schema: { type: 'string', pattern: '^\\d+$' } },
        ],
        post: {
          operationId: 'add_note',
          parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer', maximum: 10 } }],
          requestBody: {
            required: true,
            content: { 'application/json': { schema: { type: 'object', properties: { content, first } } } },
          },
          responses: {
            '200': { content: { 'application/json': { schema: { $ref: '#/components/schemas/Button' } } } },
          },
        },
      },
      '/rooms/{room_id}/notes/@latest': { get: { responses: {} } },
      '/rooms/{room_id}/notes/{note_id}': { get: { responses: {} } },
      '/rooms/{room_id}:close': { post: { responses: {} } },
    },
    components: { schemas: COMPONENTS },
  };
}

describe.each(['3.0.4', '3.1.0'] as const)('checks against an OpenAPI %s file', (version) => {
  let folder: string;
  let checks: OperationChecks;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'openapi-'));
    writeFileSync(join(folder, 'api.json'), JSON.stringify(document(version)));
    checks = new OperationChecks(() => readDocument(join(folder, 'api.json')));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const check = (
    body: unknown,
    { path = '/rooms/1/notes', query = '', contentType = 'application/json' } = {},
  ) => checks.request({ method: 'POST', path, query: new URLSearchParams(query), contentType, body });
  const places = (body: unknown) =>
    check(body)?.body.map((problem) => `${problem.path.join('.')} ${problem.keyword}`);

  it('finds the most literal route of a path, and none for another method', () => {
    expect(checks.find('GET', '/rooms/1/notes/@latest')?.operation.name).toBe(
      'get /rooms/{room_id}/notes/@latest',
    );
    expect(checks.find('GET', '/rooms/1/notes/2')?.parameters).toEqual({ room_id: '1', note_id: '2' });
    expect(checks.find('POST', '/rooms/1:close')?.parameters).toEqual({ room_id: '1' });
    expect(checks.find('PUT', '/rooms/1/notes')).toBeUndefined();
    expect(check({}, { path: '/rooms' })).toBeUndefined();
  });

  it('takes what fits, null included where it may be', () => {
    expect(places({ content: 'abc' })).toEqual([]);
    expect(places({ content: null, first: null })).toEqual([]);
  });

  it('names the place and the rule of every problem', () => {
    expect(places({ content: 'abcd', first: { type: 1 } })).toEqual([
      'content maxLength',
      'first.components required',
    ]);
  });

  it('of a union reports only the branch that was meant, however deep', () => {
    const first = {
      type: 1,
      components: [
        { type: 2, label: 'fine' },
        { type: 1, components: [{ type: 2, label: 'too long' }] },
      ],
    };
    expect(places({ first })).toEqual(['first.components.1.components.0.label maxLength']);
  });

  it('knows the branch that was meant by its type, even where another has fewer problems', () => {
    const button = { type: 2, label: 'too long' };
    expect(
      places({ first: { type: 1, components: [{ type: 1, components: [button, button, button] }] } }),
    ).toEqual([0, 1, 2].map((index) => `first.components.0.components.${index}.label maxLength`));
  });

  it('checks path and query, and notes what nobody knows', () => {
    const checked = check(
      { content: 'a', colour: 'red' },
      { path: '/rooms/x/notes', query: 'limit=11&sort=up' },
    );
    expect(checked?.other).toEqual([
      expect.stringContaining('path room_id'),
      expect.stringContaining('query limit'),
    ]);
    expect(checked?.notes).toEqual([
      'query sort: there is no such parameter',
      'body colour: there is no such field',
    ]);
  });

  it('misses a body that is required, and refuses one of another content type', () => {
    expect(check(undefined)?.other).toEqual(['body: is required']);
    expect(check({}, { contentType: 'text/plain' })?.other).toEqual([
      expect.stringContaining('Content-Type'),
    ]);
  });

  it('checks answers by their status, and says nothing where the file says nothing', () => {
    expect(checks.answer('POST', '/rooms/1/notes', 200, { type: 2, label: 'x' })).toEqual([]);
    expect(checks.answer('POST', '/rooms/1/notes', 200, { type: 2 })).toEqual([
      "body label: must have required property 'label'",
    ]);
    expect(checks.answer('POST', '/rooms/1/notes', 404, {})).toBeUndefined();
  });
});
