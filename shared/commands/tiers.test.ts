import { describe, expect, it } from 'vitest';
import { TIERS } from '../interactions/declaration.ts';
import { reaches, tierOf } from './tiers.ts';

const WOLF = '1200000000000000011';
const settings = {
  roles: {
    admin: ['1700000000000000003'],
    moderator: ['1700000000000000002'],
    officer: ['1700000000000000001'],
    verified: null,
    on_leave: null,
  },
  admin_user_ids: ['1200000000000000012'],
};
const tier = (roleIds: string[], permissions = 0n, id = WOLF) =>
  tierOf({ user: { id, displayName: 'Wolf', isBot: false }, roleIds, permissions }, settings);

describe('a tier', () => {
  it('is the highest that a role gives', () => {
    expect(tier([])).toBe('member');
    expect(tier(['1700000000000000009'])).toBe('member');
    expect(tier(['1700000000000000001'])).toBe('officer');
    expect(tier(['1700000000000000001', '1700000000000000002'])).toBe('moderator');
    expect(tier(['1700000000000000003', '1700000000000000001'])).toBe('admin');
  });

  it('is admin for administrators of the server and the admins by name', () => {
    expect(tier([], 8n)).toBe('admin');
    expect(tier([], 0b1111_1011_1n << 20n)).toBe('member');
    expect(tier([], 0n, '1200000000000000012')).toBe('admin');
  });

  it('may do what the ones below it may', () => {
    const allowed = TIERS.map((held) => TIERS.filter((needed) => reaches(held, needed)).length);
    expect(allowed).toEqual([1, 2, 3, 4]);
  });
});
