import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { EnvironmentError } from './environment-error.ts';
import { parseFunctionIds } from './function-ids.ts';

const PREFIX = 'ocid1.fnfunc.oc1.eu-frankfurt-1.';
const key = (name: string) => createHash('sha256').update(name).digest('hex').slice(0, 5);
const pack = (...lines: readonly string[]) => gzipSync(lines.join('\n')).toString('base64');

describe('the ids of the functions that a function may call', () => {
  it('are found in the packed form, whether or not they begin like the others', () => {
    const find = parseFunctionIds(
      pack(PREFIX, `${key('xp')}aaaa`, `${key('set-rank')}ocid1.fnfunc.oc2.x.bbbb`),
    );
    expect(find('xp')).toBe(`${PREFIX}aaaa`);
    expect(find('set-rank')).toBe('ocid1.fnfunc.oc2.x.bbbb');
    expect(find('points')).toBeUndefined();
  });

  it('are none in an empty packed text', () => {
    expect(parseFunctionIds(pack(''))('xp')).toBeUndefined();
  });

  it.each([
    ['cut off', pack(PREFIX, `${key('xp')}aaaa`).slice(0, -12)],
    ['no key', pack(PREFIX, 'XP secret')],
    ['a key without an id', pack(PREFIX, key('xp'))],
    ['no gzip', 'H4sIsecret'],
    ['larger than any configuration', pack('x'.repeat(70_000))],
  ])('that are broken (%s) are refused at the first question, without their text', (_, text) => {
    const find = parseFunctionIds(text);
    expect(() => find('xp')).toThrow(EnvironmentError);
    expect(() => find('xp')).toThrow('FUNCTION_IDS: expected JSON');
    expect(() => find('xp')).not.toThrow('secret');
  });
});
