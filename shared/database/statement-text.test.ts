import { describe, expect, it } from 'vitest';
import { fc } from '../../test/support/fuzz-seed.ts';
import { DatabaseError } from './errors.ts';
import { bindNames, excerpt, withPlaces } from './statement-text.ts';

describe('the bind names of a statement', () => {
  it('are found wherever a value may stand, each once', () => {
    const names = bindNames('SELECT a FROM t WHERE a = :first AND (b=:second OR c<:first) -- done');
    expect([...names]).toEqual(['first', 'second']);
  });

  it('are not looked for in strings, quoted names and comments', () => {
    const names = bindNames(`SELECT 'it''s :one', ":two" /* :three
      :four */ FROM t -- :five
      WHERE a = :six`);
    expect([...names]).toEqual(['six']);
  });

  it.each(['Member', '1', '_x', 'a'.repeat(31)])(
    'are refused when they are not plain lower case: %s',
    (name) => {
      expect(() => bindNames(`SELECT a FROM t WHERE a = :${name}`)).toThrow(DatabaseError);
    },
  );

  it('are the same whatever strings and comments stand between them', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,10}$/);
    const noise = fc.oneof(
      fc.string().map((text) => `'${text.replaceAll("'", "''")}'`),
      fc.string().map((text) => `/*${text.replaceAll('*/', '')}*/`),
      fc.string().map((text) => `--${text.replace(/[\n]/g, '')}\n`),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(noise, name)), (pieces) => {
        const text = pieces.map(([between, bind]) => `${between} :${bind} `).join('');
        expect(bindNames(text)).toEqual(new Set(pieces.map(([, bind]) => bind)));
      }),
    );
  });
});

it('the places of a statement are in the order of its binds, one that stands twice twice', () => {
  const { text, order } = withPlaces("SELECT ':a' FROM t WHERE b = :one AND c IN (:two, :one) -- :d");
  expect(text).toBe("SELECT ':a' FROM t WHERE b = ? AND c IN (?, ?) -- :d");
  expect(order).toEqual(['one', 'two', 'one']);
});

describe('a statement', () => {
  it('with a second one after ";" is refused, because only one engine would run it', () => {
    expect(() => bindNames('DELETE FROM a; DELETE FROM b')).toThrow(/no second one/);
    expect(() => bindNames('DELETE FROM a;')).toThrow(/ends without ";"/);
    expect(() => bindNames("DELETE FROM a WHERE b = ';'")).not.toThrow();
  });

  it('is shown by its beginning in messages', () => {
    expect(excerpt('SELECT  a\n FROM t')).toBe('SELECT a FROM t');
    expect(excerpt('x'.repeat(200))).toHaveLength(80);
  });
});
