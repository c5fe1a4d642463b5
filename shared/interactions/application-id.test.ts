import { describe, expect, it } from 'vitest';
import { fc } from '../../test/support/fuzz-seed.ts';
import { applicationIdsIn, readApplicationId } from './application-id.ts';

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
      { numRuns: 300 },
    );
  });
});

const scan = (text: string | Uint8Array) => [...applicationIdsIn(Buffer.from(text))];
const ID = '1100000000000000001';

describe('the scan for application ids', () => {
  it('finds every one in the bytes, at any depth, in order', () => {
    const message = { application_id: '1100000000000000009' };
    expect(scan(JSON.stringify({ message, list: [{ application_id: ID }], application_id: ID }))).toEqual([
      '1100000000000000009',
      ID,
      ID,
    ]);
  });

  it.each(['', ' ', '\t\n\r ', ' '.repeat(1000)])('allows the white space of JSON: %j', (space) => {
    expect(scan(`{"application_id"${space}:${space}"${ID}"}`)).toEqual([ID]);
  });

  it.each([
    ['no text', ''],
    ['a number', `{"application_id":${ID}}`],
    ['too few digits', '{"application_id":"1100000000000000"}'],
    ['too many digits', '{"application_id":"110000000000000000123"}'],
    ['something behind the digits', `{"application_id":"${ID} "}`],
    ['no end', `{"application_id":"${ID}`],
    ['white space that JSON does not know', `{"application_id":\u00a0"${ID}"}`],
    ['another key', `{"Application_id":"${ID}","application_ids":"${ID}","xapplication_id":"${ID}"}`],
    ['a text that holds JSON', JSON.stringify({ content: `{"application_id":"${ID}"}` })],
    ['the key as a value', `{"a":"application_id","b":"${ID}"}`],
  ])('finds none in %s', (_, text) => {
    expect(scan(text)).toEqual([]);
  });

  it('goes on behind what only begins like one', () => {
    expect(scan(`"application_id""application_id":"1","application_id":"application_id":"${ID}"`)).toEqual([
      ID,
    ]);
  });

  it('finds the id at the top of whatever JSON names one there', () => {
    const id = fc.stringMatching(/^[0-9]{17,20}$/);
    const body = fc.record({ application_id: id, rest: fc.jsonValue() });
    fc.assert(
      fc.property(body, fc.nat(4), (json, indent) => {
        expect(scan(JSON.stringify(json, null, indent))).toContain(json.application_id);
      }),
      { numRuns: 300 },
    );
  });

  it('gives 17 to 20 digits or nothing, whatever the bytes', () => {
    const piece = fc.constantFrom('"application_id"', ':', '"', ID, ' ', '\\', '1', '\n', '{', '\u00ff');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        for (const id of scan(pieces.join(''))) expect(id).toMatch(/^\d{17,20}$/);
      }),
      { numRuns: 300 },
    );
  });
});
