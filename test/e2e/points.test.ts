import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findMember } from '../../shared/members/member.ts';
import { ledgerDifferences } from '../../shared/points/ledger.ts';
import { startTestPlatform, type TestPlatform } from '../platform/start-platform.ts';
import { offeredChoices } from './offered-choices.ts';

let platform: TestPlatform;

beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform.stop());

async function sums(user: string) {
  const { userId } = platform.discord.member('tophat', user);
  const member = await findMember(await platform.database(), userId);
  return [member?.points ?? 0, member?.totalPoints ?? 0] as const;
}
const last = <T>(list: readonly T[]): T | undefined => list.at(-1);

describe('/points add', () => {
  it('gives points, tells the member by direct message and the admin channel, and says so', async () => {
    const [points, total] = await sums('owl');
    const { delivery, reply, text } = await platform.command('officer', 'points add', {
      member: 'owl',
      amount: 2,
      reason: 'helped *out*',
    });
    expect(delivery.json).toEqual({ type: 5, data: { flags: 64 } });
    expect(reply.last?.ephemeral).toBe(true);
    expect(text).toMatch(/Gave <@\d+> 2 points[\s\S]*✅ Direct message[\s\S]*✅ Admin channel/);
    expect(await sums('owl')).toEqual([points + 2, total + 2]);
    expect(last(platform.discord.dms('tophat', 'owl'))?.text).toContain('helped \\*out\\*');
    const log = last(platform.discord.messages('tophat', 'admin'));
    expect(log?.text).toMatch(/<@\d+> gave <@\d+> 2 points/);
    expect(log?.pinged).toEqual({ users: [], roles: [], everyone: false });
  });

  it('posts a promotion card when the points for the next rank are reached', async () => {
    await platform.command('officer', 'points add', { member: 'fox', amount: 1 });
    const card = last(platform.discord.messages('tophat', 'admin'));
    expect(card?.text).toContain('Promotion due');
    expect(card?.controls.map(({ label, disabled }) => [label, disabled])).toEqual([
      ['Approve', false],
      ['Deny', false],
    ]);
  });

  it('is for officers, and never for oneself', async () => {
    const before = await sums('officer');
    const denied = await platform.command('wolf', 'points add', { member: 'officer', amount: 1 });
    expect(denied.text).toMatch(/officer/i);
    const own = await platform.command('officer', 'points add', { member: 'officer', amount: 1 });
    expect(own.text).toContain('Nobody changes their own points');
    expect(await sums('officer')).toEqual(before);
  });

  it('refuses what the client would not let through', async () => {
    const before = await sums('owl');
    for (const amount of [0, -3, 11, 1_000_000]) {
      const request = {
        clan: 'tophat',
        user: 'officer',
        command: 'points add',
        options: { member: 'owl', amount },
      };
      const { text } = await platform.act({ ...request, unchecked: true });
      expect(text).toContain('whole number from 1 to 10');
    }
    expect(await sums('owl')).toEqual(before);
  });
});

describe('/points award', () => {
  it('opens a form, gives each the points and names who was skipped', async () => {
    const before = await Promise.all(['owl', 'hare'].map(sums));
    const opened = await platform.command('officer', 'points award');
    expect(opened.delivery.json).toMatchObject({ type: 9, data: { custom_id: 'points.award' } });
    const request = { clan: 'tophat', user: 'officer' };
    const members = ['owl', 'hare', 'officer'];
    const { text } = await platform.act({ ...request, submit: { members, amount: '1', reason: 'won' } });
    expect(text).toMatch(/Gave 1 point each to 2 people: <@\d+>, <@\d+>\.\s+Not you/);
    expect(text).toMatch(/Direct messages: .*2/);
    expect(await Promise.all(['owl', 'hare'].map(sums))).toEqual(before.map(([a, b]) => [a + 1, b + 1]));
    expect(last(platform.discord.dms('tophat', 'hare'))?.text).toContain('You got **1 point** in');
  });
});

describe('/points revert', () => {
  it('shows what it would take back, does it on Apply, and says so when it is asked again', async () => {
    await platform.command('moderator', 'points add', { member: 'lynx', amount: 3 });
    const before = await sums('lynx');
    const ask = () =>
      platform.command('admin', 'points revert', {
        officer: 'moderator',
        since: '1 hour ago',
        member: 'lynx',
      });
    const { text, reply } = await ask();
    expect(text).toMatch(/Entries: .*1.* · Members: .*1.* · Together: \u22123/);
    expect(await sums('lynx')).toEqual(before);
    const done = await platform.click('admin', 'Apply', { message: reply.last?.id ?? '' });
    expect(done.text).toMatch(/Entries taken back[\s\S]*Direct messages/);
    expect(await sums('lynx')).toEqual([before[0] - 3, before[1] - 3]);
    expect(last(platform.discord.dms('tophat', 'lynx'))?.text).toContain('was taken back by an admin');
    expect((await ask()).text).toContain('The only entry was undone before');
  });

  it('is for admins, and never for what one gave oneself', async () => {
    const options = { officer: 'officer', since: '1 hour ago' };
    expect((await platform.command('officer', 'points revert', options)).text).toMatch(/admin/i);
    const own = await platform.command('admin', 'points revert', { ...options, officer: 'admin' });
    expect(own.text).toContain('Nobody takes back what they gave and took themselves');
  });
});

describe('/points remove', () => {
  it('takes points, and refuses more than there is', async () => {
    const [points, total] = await sums('raven');
    await platform.command('officer', 'points remove', { member: 'raven', amount: 1, reason: 'left early' });
    expect(await sums('raven')).toEqual([points - 1, total - 1]);
    const { text } = await platform.command('officer', 'points remove', { member: 'newcomer', amount: 1 });
    expect(text).toContain('/link-roblox');
    for (let rest = (await sums('otter'))[0]; rest > 0; rest = (await sums('otter'))[0]) {
      await platform.command('officer', 'points remove', { member: 'otter', amount: Math.min(10, rest) });
    }
    const none = await platform.command('officer', 'points remove', { member: 'otter', amount: 1 });
    expect(none.text).toContain('cannot be taken');
  });
});

describe('the user menu "Add points"', () => {
  it('opens a modal and gives the points that are typed', async () => {
    const [points, total] = await sums('hare');
    const opened = await platform.userMenu('officer', 'Add points', 'hare');
    expect(opened.delivery.json).toMatchObject({ type: 9 });
    const { text } = await platform.submitModal('officer', { amount: '3', reason: 'from the menu' });
    expect(text).toContain('3 points');
    expect(await sums('hare')).toEqual([points + 3, total + 3]);
  });
});

describe('/points history', () => {
  it('shows the ledger newest first, and turns pages with buttons', async () => {
    for (let n = 1; n <= 12; n += 1) {
      await platform.command('officer', 'points add', { member: 'lynx', amount: 1, reason: `lesson ${n}` });
    }
    const first = await platform.command('officer', 'points history', { member: 'lynx' });
    expect(first.text).toMatch(/lesson 12[\s\S]*lesson 11[\s\S]*lesson 3/);
    const second = await platform.click('officer', 'Older', { message: first.reply.last?.id ?? '' });
    expect(second.delivery.json).toMatchObject({ type: 6 });
    expect(second.reply.original?.text).toMatch(/lesson 2[\s\S]*lesson 1/);
    expect(second.reply.original?.text).toContain('Page 2');
  });
});

describe('/points undo', () => {
  it('takes back an entry that autocomplete offers, once', async () => {
    const [points, total] = await sums('bear');
    await platform.command('officer', 'points add', { member: 'bear', amount: 4, reason: 'by mistake' });
    const typed = { entry: 'mistake' };
    const [choice] = await offeredChoices(platform, 'moderator', 'points undo', 'entry', typed);
    expect(choice?.name).toContain('+4 BearPaw: by mistake');
    const { text } = await platform.command('moderator', 'points undo', { entry: choice?.value ?? '' });
    expect(text).toContain('lost 4 points');
    expect(await sums('bear')).toEqual([points, total]);
    const again = await platform.command('moderator', 'points undo', { entry: choice?.value ?? '' });
    expect(again.text).toContain('undone before');
  });

  it('is for moderators', async () => {
    const { text } = await platform.command('officer', 'points undo', { entry: 'x' });
    expect(text).toMatch(/moderator/i);
  });
});

describe('the books', () => {
  it('balance after all of this', async () => {
    expect(await ledgerDifferences(await platform.database())).toEqual([]);
  });
});
