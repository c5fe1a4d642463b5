import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readApplicationId } from './application-id.ts';

const read = (text: string) => readApplicationId(Buffer.from(text))?.applicationId;

describe('the application id of a request', () => {
  it('is read from the top of the body only', () => {
    const id = '1100000000000000001';
    expect(read(`{"message":{"application_id":"1100000000000000009"},"application_id":"${id}"}`)).toBe(id);
    expect(read(`{"message":{"application_id":"${id}"}}`)).toBeUndefined();
  });

  it.each([
    '',
    'null',
    '[]',
    '"1100000000000000001"',
    '{"application_id":1100000000000000001}',
    '{"application_id":"1100000000000000"}',
    '{"application_id":"110000000000000000123"}',
    '{"application_id":"1100000000000000001 "}',
    '{"application_id":"11000000000000000\\n1"}',
    '{"application_id":["1100000000000000001"]}',
    '{"application_id":"1100000000000000001"',
    '\ufeff{"application_id":"1100000000000000001"}',
    '['.repeat(100_000),
  ])('is none in %j', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it('is none in bytes that are no text, since they would not be the same ones after being handed over', () => {
    const body = Buffer.from('{"application_id":"1100000000000000001","name":"?"}');
    expect(readApplicationId(body)?.applicationId).toBe('1100000000000000001');
    body[body.indexOf('?')] = 0xff;
    expect(readApplicationId(body)).toBeUndefined();
  });

  it('is 17 to 20 digits or none, whatever the bytes', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.json().map((json) => Buffer.from(json)),
        ),
        (bytes) => {
          const named = readApplicationId(bytes);
          if (named !== undefined) expect(named.applicationId).toMatch(/^\d{17,20}$/);
        },
      ),
    );
  });
});
