import { beforeEach, describe, expect, it } from 'vitest';
import { addToBlacklist } from '../../shared/blacklist/blacklist.ts';
import { findMember } from '../../shared/members/member.ts';
import { NOON, person, type TestClan } from '../../test/support/clan.ts';
import { fc } from '../../test/support/fuzz-seed.ts';
import { type Call, type HandlerTest, openHandlerTest } from '../../test/support/handler-test.ts';
import { SETTINGS } from '../../test/support/identity.ts';
import { robloxError } from '../../test/support/recorded.ts';
import { checkCode } from './check-code.ts';
import { linkRoblox } from './link-roblox.ts';
import { holdsCode, makeCode } from './profile-code.ts';

const wolf = person(1);
const fox = person(2);
let t: HandlerTest;
let clan: TestClan;
beforeEach(async () => {
  t = await openHandlerTest();
  clan = t.clan;
  t.group.put('501', { name: 'Wolf_1', roleIds: ['90045'] });
  t.group.put('502', { name: 'Stray' });
});

interface As {
  readonly userId?: string;
  readonly at?: number;
  readonly groupOnly?: boolean;
}
function run(handler: typeof linkRoblox, call: Call, { userId = wolf, at = NOON, groupOnly = false }: As) {
  t.clock.now = at;
  const settings = groupOnly ? { ...SETTINGS, verification: 'group-only' as const } : SETTINGS;
  return t.run(handler, { actor: userId, settings, ...call });
}
const link = (username: string, as: As = {}) => run(linkRoblox, { options: { username } }, as);
const check = (recordId: string, as: As = {}) => run(checkCode, { recordId }, as);

async function challenge(username = 'Wolf_1', as: As = {}): Promise<{ id: string; code: string }> {
  const { text } = await link(username, as);
  const id = /link\.check:([\d-]+)/.exec(text)?.[1] ?? '';
  const code = /```\\n([a-z ]+)\\n```/.exec(text)?.[1] ?? '';
  return { id, code };
}
const putIntoProfile = (about: string) => t.group.put('501', { about });

describe('/link-roblox', () => {
  it('asks for a code in the profile, and links only once it is there', async () => {
    const { id, code } = await challenge();
    expect(code.split(' ')).toHaveLength(6);
    await expect(check(id)).rejects.toMatchObject({ code: 'code-missing' });
    expect(await findMember(clan.db, wolf)).toBeUndefined();
    putIntoProfile(`hello!\n${code.toUpperCase()}.`);
    const { reply, effects, text } = await check(id);
    expect(text).toContain('Wolf\\\\_1');
    expect(text).toContain('Soldier');
    expect(reply.message.components).toEqual([]);
    expect(reply.shows).toHaveLength(2);
    expect(effects.map((effect) => effect.kind)).toEqual(['verified-role', 'discord-roles', 'message']);
    await expect(check(id)).rejects.toMatchObject({ code: 'code-used' });
  });

  it('binds the code to the person, for 15 minutes', async () => {
    const { id, code } = await challenge();
    putIntoProfile(code);
    await expect(check(id, { userId: fox })).rejects.toMatchObject({ code: 'not-yours' });
    await expect(check(id, { at: NOON + 15 * 60_000 })).rejects.toMatchObject({ code: 'code-expired' });
    await expect(check(id, { at: NOON - 60_000 })).rejects.toMatchObject({ code: 'code-expired' });
    await expect(check('1300000000000000000-999')).rejects.toMatchObject({ code: 'no-challenge' });
    expect(await findMember(clan.db, wolf)).toBeUndefined();
  });

  it('links at once where the clan asks for the group only', async () => {
    const { text } = await link('@wolf_1', { groupOnly: true });
    expect(text).toContain('Linked');
    expect(await findMember(clan.db, wolf)).toMatchObject({
      robloxUserId: '501',
      rankId: clan.rank('Soldier').id,
    });
  });

  it('says why an account cannot be linked, before it asks for anything', async () => {
    await expect(link('no such name!')).rejects.toMatchObject({ code: 'bad-username' });
    await expect(link('Nobody')).rejects.toMatchObject({ code: 'no-such-user' });
    await expect(link('Stray')).rejects.toMatchObject({ code: 'not-in-group' });
    await link('Wolf_1', { groupOnly: true });
    await expect(link('Wolf_1', { userId: fox })).rejects.toMatchObject({ code: 'account-taken' });
    const entry = { discordId: wolf, reason: null, expiresAt: null, actorId: person(9), now: NOON };
    await clan.change((tx) => addToBlacklist(tx, entry));
    await expect(link('Wolf_1', { userId: wolf, groupOnly: true })).resolves.toBeDefined();
  });

  it('does not link when the account was taken, or left the group, while the code was being put in', async () => {
    const { id, code } = await challenge();
    putIntoProfile(code);
    await link('Wolf_1', { userId: fox, groupOnly: true });
    await expect(check(id)).rejects.toMatchObject({ code: 'account-taken' });
    const again = await challenge('Wolf_1', { userId: fox });
    t.group.put('501', { about: again.code, roleIds: null });
    await expect(check(again.id, { userId: fox })).rejects.toMatchObject({ code: 'not-in-group' });
  });

  it('gives the first rank and says so when the role on Roblox belongs to no rank', async () => {
    t.group.makeBase('90030');
    t.group.put('501', { roleIds: [] });
    const { text } = await link('Wolf_1', { groupOnly: true });
    expect(text).toContain('belongs to no rank');
    expect(text).toContain('Pending');
  });

  it('keeps the points of somebody who links another account, and names the old one to the admins', async () => {
    await clan.seed({
      discordId: wolf,
      robloxUserId: '777',
      robloxName: 'OldName',
      points: 4,
      totalPoints: 44,
    });
    const { text, effects } = await link('Wolf_1', { groupOnly: true });
    expect(text).toContain('4 towards the next rank, 44 in all');
    expect(JSON.stringify(effects)).toContain('OldName');
  });

  it('changes nothing when Roblox does not answer', async () => {
    t.roblox.down = robloxError(503);
    await expect(link('Wolf_1')).rejects.toMatchObject({ code: 'roblox-unavailable' });
  });
});

describe('the code', () => {
  it('has plain words only, whatever the random numbers, and is found again in any text around it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
        fc.string(),
        (numbers, text) => {
          let next = 0;
          const code = makeCode(() => numbers[next++] ?? 0.99);
          expect(code).toMatch(/^([a-z]{4,8} ){5}[a-z]{4,8}$/);
          expect(holdsCode(`${text} ${code.replaceAll(' ', '\n')} ${text}`, code)).toBe(true);
        },
      ),
    );
  });

  it('is not found when a word is missing or another stands between', () => {
    expect(holdsCode('apple river', 'apple river stone')).toBe(false);
    expect(holdsCode('apple big river stone', 'apple river stone')).toBe(false);
    expect(holdsCode('apple riverbed stone', 'apple river stone')).toBe(false);
  });
});
