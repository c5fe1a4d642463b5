import { describe, expect, it } from 'vitest';
import { fc } from '../../test/support/fuzz-seed.ts';
import { UserError } from '../errors/user-error.ts';
import type { Person } from '../interactions/interaction.ts';
import { MAX_PARTICIPANTS, readParticipants } from './participants.ts';

const wolf: Person = { id: '200000000000000001', displayName: 'Wolf', isBot: false };
const bot: Person = { id: '200000000000000002', displayName: 'Beep', isBot: true };

function keys(selected: readonly Person[], names: string): string[] {
  return readParticipants(selected, names).map((participant) => participant.key);
}

function readOrRefuse(names: string) {
  try {
    return readParticipants([wolf], names);
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return [];
  }
}

describe('reading participants', () => {
  it('takes selected members first, then names separated by commas, semicolons or lines', () => {
    expect(keys([wolf], 'Bear_1, Fox\nOwl;Crow')).toEqual([
      `d:${wolf.id}`,
      'r:bear_1',
      'r:fox',
      'r:owl',
      'r:crow',
    ]);
  });

  it('keeps a name as it was typed', () => {
    expect(readParticipants([], ' BearCub ')[0]?.robloxName).toBe('BearCub');
  });

  it('counts a name that was typed twice, in whatever case, once', () => {
    expect(keys([wolf, wolf], 'Bear, bear ,BEAR')).toEqual([`d:${wolf.id}`, 'r:bear']);
  });

  it('takes the marks of a list off the names', () => {
    expect(keys([], '- Bear\n• Fox\n"Owl"\n@Crow')).toEqual(['r:bear', 'r:fox', 'r:owl', 'r:crow']);
  });

  it('takes a typed mention for the Discord member', () => {
    expect(keys([wolf], `<@${wolf.id}>, <@!200000000000000003>`)).toEqual([
      `d:${wolf.id}`,
      'd:200000000000000003',
    ]);
  });

  it.each([
    { what: 'nobody', selected: [], names: '', code: 'no-participants' },
    { what: 'only bots and separators', selected: [bot], names: ' ,\n', code: 'no-participants' },
    { what: 'a name longer than any name', selected: [], names: 'a'.repeat(65), code: 'bad-name' },
    {
      what: 'more people than one event can have',
      selected: [],
      names: Array.from({ length: MAX_PARTICIPANTS + 1 }, (_, n) => `n${n}`).join(','),
      code: 'too-many-participants',
    },
  ])('refuses $what', ({ selected, names, code }) => {
    expect(() => readParticipants(selected, names)).toThrowError(expect.objectContaining({ code }));
  });

  it('gives everybody one key that fits its column, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (names) => {
        const participants = readOrRefuse(names);
        const seen = participants.map((participant) => participant.key);
        expect(new Set(seen).size).toBe(seen.length);
        for (const { key, robloxName } of participants) {
          expect(key.length).toBeLessThanOrEqual(80);
          if (robloxName === null) continue;
          expect(robloxName.length).toBeLessThanOrEqual(64);
          expect(robloxName).not.toMatch(/[,\n\p{Cc}]|^\s|\s$|^$/u);
        }
      }),
      { examples: [['a\u0000b,\u202eevil']] },
    );
  });

  it('reads a list the same way when it is typed again from what it read', () => {
    const name = fc.stringMatching(/^[A-Za-z0-9_]{1,20}$/);
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 50 }),
        fc.constantFrom(', ', '\n', ' ;'),
        (names, by) => {
          const once = readParticipants([], names.join(by));
          expect(readParticipants([], once.map((participant) => participant.robloxName).join(by))).toEqual(
            once,
          );
          expect(once.length).toBe(new Set(names.map((one) => one.toLowerCase())).size);
        },
      ),
    );
  });
});
