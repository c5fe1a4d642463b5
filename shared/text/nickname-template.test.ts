import { describe, expect, it } from 'vitest';
import { fc } from '../../test/support/fuzz-seed.ts';
import { fillNickname, MAX_NICKNAME, PLACEHOLDERS, unknownPlaceholders } from './nickname-template.ts';

const WOLF = { roblox_name: 'WolfRunner', display_name: 'Wolf', rank: 'E4 | Corporal', tag: 'CPL' };
const fill = (template: string, values: Partial<typeof WOLF> = {}) =>
  fillNickname(template, { ...WOLF, ...values });

describe('a nickname', () => {
  it.each([
    ['[{tag}] {roblox_name}', '[CPL] WolfRunner'],
    ['{display_name} · {rank}', 'Wolf · E4 | Corporal'],
    ['{ roblox_name }', 'WolfRunner'],
    ['  {tag}   {roblox_name} ', 'CPL WolfRunner'],
  ])('%s becomes %s', (template, name) => {
    expect(fill(template)).toBe(name);
  });

  it.each([
    ['[{tag}] {roblox_name}', 'WolfRunner'],
    ['{roblox_name} ( {tag} )', 'WolfRunner'],
    ['{rank} [{tag}] {roblox_name}', 'E4 | Corporal WolfRunner'],
    ['[{tag} {roblox_name}]', '[ WolfRunner]'],
    ['[{tag}]', ''],
  ])('%s leaves the brackets of an empty tag out: %s', (template, name) => {
    expect(fill(template, { tag: '' })).toBe(name);
  });

  it('has at most 32 characters: the name is cut before the tag', () => {
    const name = fill('[{tag}] {roblox_name}', { tag: 'TopSergeantMajor', roblox_name: 'A'.repeat(20) });
    expect(name).toBe(`[TopSergeantMajor] ${'A'.repeat(13)}`);
  });

  it('cuts a long rank before the name', () => {
    const name = fill('[{rank}] {roblox_name}', { rank: 'R'.repeat(100), roblox_name: 'A'.repeat(20) });
    expect(name).toBe(`[${'R'.repeat(9)}] ${'A'.repeat(20)}`);
  });

  it('cuts between characters, never through an emoji or a flag', () => {
    const family = '👨‍👩‍👧‍👦';
    expect(fill('{display_name}', { display_name: `${'a'.repeat(30)}${family}` })).toBe('a'.repeat(30));
    expect(fill('{display_name}', { display_name: '🇩🇪'.repeat(10) })).toBe('🇩🇪'.repeat(8));
  });

  it('cuts a text that is too long by itself', () => {
    expect(fill(`${'x'.repeat(40)}{tag}`)).toBe(`${'x'.repeat(31)}C`);
  });

  it('is empty where nothing can be seen', () => {
    expect(fill('{tag}', { tag: '' })).toBe('');
    expect(fill(' \u200b ')).toBe('');
  });

  it('fits and can be stored, whatever the names are', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(
      fc.property(text, text, text, text, (roblox_name, display_name, rank, tag) => {
        const name = fillNickname('[{tag}] {rank} {roblox_name}/{display_name}', {
          ...{ roblox_name, display_name, rank, tag },
        });
        expect(name.length).toBeLessThanOrEqual(MAX_NICKNAME);
        expect(name).toBe(name.trim());
        expect(name).not.toMatch(/\p{Cc}|\s\s/u);
      }),
    );
  });
});

describe('a template', () => {
  it('names only what there is, in balanced braces', () => {
    expect(unknownPlaceholders(PLACEHOLDERS.map((name) => `{${name}}`).join(' '))).toEqual([]);
    expect(unknownPlaceholders('{name} {Tag} {} {tag')).toEqual(['{name}', '{Tag}', '{}', '{']);
    expect(unknownPlaceholders('{{tag}}')).toEqual(['{', '}']);
  });
});
