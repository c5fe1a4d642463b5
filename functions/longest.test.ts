import { beforeEach, describe, expect, it } from 'vitest';
import { picture } from '../local/demo/seed-submission.ts';
import type { Handler } from '../shared/commands/handler.ts';
import { UserError } from '../shared/errors/user-error.ts';
import { suggestRanks } from '../shared/ranks/choose-rank.ts';
import { storeSettingsFile } from '../shared/settings/settings-store.ts';
import { NOON, person } from '../test/support/clan.ts';
import {
  ADMIN,
  type Call,
  type HandlerTest,
  openHandlerTest,
  resolved,
} from '../test/support/handler-test.ts';
import { SETTINGS } from '../test/support/identity.ts';
import { activity } from './activity/activity.ts';
import { add as ban } from './blacklist/change-blacklist.ts';
import { view } from './blacklist/view.ts';
import { demote } from './demote/demote.ts';
import { diagnose } from './diagnose/diagnose.ts';
import { approve } from './events/approve.ts';
import { decline } from './events/decline.ts';
import { draft } from './events/draft.ts';
import { pending } from './events/pending.ts';
import { show as showEvent } from './events/show.ts';
import { suggestEvents } from './events/suggest-events.ts';
import { accept as acceptRequest } from './group/decide.ts';
import { requests } from './group/requests.ts';
import { leaderboard } from './leaderboard/leaderboard.ts';
import { approve as approveLeave } from './leave/decide.ts';
import { endLeave } from './leave/end.ts';
import { requestLeave } from './leave/request.ts';
import { showLeaves } from './leave/show.ts';
import { linkRoblox } from './link-roblox/link-roblox.ts';
import { check } from './member/check.ts';
import { verify } from './member/verify.ts';
import { askToDelete } from './my-data/delete-data.ts';
import { exportData } from './my-data/export-data.ts';
import { applyPreview } from './points/apply-revert.ts';
import { award } from './points/award.ts';
import { add, remove } from './points/change-points.ts';
import { showHistory } from './points/history.ts';
import { previewRevert } from './points/revert.ts';
import { suggestEntries } from './points/suggest-entries.ts';
import { approveCard } from './promote/approve-card.ts';
import { promote } from './promote/promote.ts';
import { excuseMember } from './quota/excuse.ts';
import { setQuota } from './quota/set.ts';
import { showQuota, turnPage as turnQuotaPage } from './quota/show.ts';
import { suggestForSet, suggestQuotas } from './quota/suggest.ts';
import { compare } from './ranks/compare.ts';
import { list } from './ranks/list.ts';
import { roblox } from './ranks/roblox.ts';
import { setRole } from './ranks/set-role.ts';
import { setup } from './ranks/setup.ts';
import { setRank } from './set-rank/set-rank.ts';
import { changeNickname } from './settings/change-nickname.ts';
import { changeTimeZone } from './settings/change-time-zone.ts';
import { show as showSettings } from './settings/show.ts';
import { setup as setUp, turnTo } from './setup/setup.ts';
import { submit } from './submit-event/submit.ts';
import { sync } from './sync/sync.ts';
import { why } from './why/why.ts';
import { xp } from './xp/xp.ts';

/** As long as Roblox takes it. */
const account = (number: number) => `${'_'.repeat(14)}${String(number).padStart(6, '0')}`;
/** So many UTF-16 units of what Markdown makes longer, and of emoji. */
const wide = (length: number) => '*🐺_|'.repeat(length / 5).padEnd(length, '*');

const WOLF = person(2);
/** As many as can be chosen; the last is not linked. */
const PEOPLE = [...Array.from({ length: 24 }, (_, index) => person(index + 3)), person(99)];
const RANKS = Array.from({ length: 200 }, (_, index) => ({
  rank_order: index + 1,
  rank_name: `${wide(97)}${index + 100}`,
  points_required: index * 5_000_000,
  roblox_group_rank_id: String(90_000 + index),
  category: `${wide(97)}${Math.floor(index / 10) + 100}`,
  discord_role_id: `11000000000000${String(index + 10_000)}`,
}));
// French and German texts are longer than English ones.
const CALLERS = 'fr';
const settings = {
  ...SETTINGS,
  locale: 'de',
  clan_name: wide(100),
  admin_user_ids: Array.from({ length: 25 }, (_, index) => person(500 + index)),
  roles: {
    admin: RANKS.slice(0, 25).map((rank) => rank.discord_role_id),
    moderator: RANKS.slice(25, 50).map((rank) => rank.discord_role_id),
    officer: RANKS.slice(50, 75).map((rank) => rank.discord_role_id),
    verified: null,
    on_leave: null,
  },
  events: {
    ...SETTINGS.events,
    types: Array.from({ length: 25 }, (_, index) => `${wide(77)}${index + 100}`),
  },
};
const TYPE = settings.events.types[0] ?? '';
const PROOF = 'https://cdn.discordapp.com/ephemeral-attachments/1/2/shot.png?ex=7fffffff';
let t: HandlerTest;

beforeEach(async () => {
  t = await openHandlerTest({ ranks: RANKS, settings });
  await storeSettingsFile(t.db, settings, NOON);
  const group = t.group.state.groups.get(settings.roblox_group_id);
  if (group === undefined) throw new Error('no group');
  group.roles = RANKS.map((rank, index) => ({
    id: rank.roblox_group_rank_id,
    name: rank.rank_name,
    rank: index + 1,
    base: index === 0,
  }));
  for (const rank of RANKS)
    t.guild.addRole({ id: rank.discord_role_id, name: rank.rank_name.slice(-60), permissions: 8n });
  for (let number = 1; number <= 60; number += 1) {
    const rank = RANKS[number % RANKS.length]?.rank_name ?? '';
    await t.clan.seed({
      discordId: person(number),
      robloxUserId: `${number}`,
      robloxName: account(number),
      rank,
      totalPoints: 999_999_999,
    });
    t.group.put(`${number}`, { roleIds: [RANKS[number + 3]?.roblox_group_rank_id ?? ''] });
  }
  for (let number = 1; number <= 12; number += 1) {
    t.group.ask(`${9_990_000 + number}`, { name: account(number + 100) });
    await t.clan.seed({
      discordId: person(200 + number),
      robloxUserId: `${9_990_000 + number}`,
      robloxName: account(number + 100),
      rank: RANKS[0]?.rank_name ?? '',
    });
  }
});

const call = (more: Call = {}): Call => ({
  locale: CALLERS,
  actor: { id: ADMIN, tier: 'admin' },
  settings,
  ...more,
});
const of = (member: string, more: object = {}) => call({ options: { member, ...more } });
/** What was said, whether it was done or refused; both fail when Discord would not take it. */
async function said(handler: Handler, sent: Call): Promise<string> {
  try {
    return (await t.run(handler, sent)).text;
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

describe('with everything as long as it may be, Discord takes', () => {
  it.each<[string, Handler, Call]>([
    ['/xp', xp, call({ actor: WOLF })],
    ['/leaderboard', leaderboard, call()],
    ['/why', why, of(WOLF)],
    ['/activity', activity, call({ options: { weeks: 26 } })],
    ['/member check', check, of(WOLF)],
    ['/member verify', verify, of(WOLF)],
    ['/sync of one', sync, of(WOLF)],
    ['/sync of one, not done', sync, of(WOLF, { 'dry-run': true })],
    ['/sync of all', sync, call()],
    ['/sync of all, not done', sync, call({ options: { 'dry-run': true } })],
    ['/promote', promote, of(WOLF)],
    ['/demote', demote, of(WOLF)],
    ['/set-rank', setRank, of(WOLF, { rank: RANKS[9]?.rank_name ?? '' })],
    ['/set-rank of no such rank', setRank, of(WOLF, { rank: wide(3000) })],
    ['/points add', add, of(WOLF, { amount: 1, reason: wide(400) })],
    ['/points remove', remove, of(WOLF, { amount: 1, reason: wide(400) })],
    [
      '/points award',
      award,
      call({
        fields: { members: PEOPLE, amount: ['1'], reason: [wide(400)] },
        people: PEOPLE.map((id) => resolved(id)),
      }),
    ],
    ['/ranks list', list, call()],
    ['/group requests', requests, call()],
    ['/group requests, accept', acceptRequest, call({ recordId: '9990001' })],
    ['/ranks roblox', roblox, call()],
    ['/ranks compare', compare, call()],
    ['/ranks setup', setup, call()],
    [
      '/ranks set-role',
      setRole,
      call({ options: { rank: RANKS[9]?.rank_name ?? '', role: RANKS[8]?.discord_role_id ?? '' } }),
    ],
    ['/settings show', showSettings, call()],
    ['/setup', setUp, call()],
    ['/setup, its roles', turnTo, call({ recordId: '2' })],
    ['/setup, its settings', turnTo, call({ recordId: '3' })],
    ['/settings nickname', changeNickname, call({ options: { template: wide(90) } })],
    ['/settings nickname of no template', changeNickname, call({ options: { template: '{'.repeat(3000) } })],
    ['/settings time-zone', changeTimeZone, call({ options: { zone: wide(3000) } })],
    ['/diagnose', diagnose, call()],
    ['/blacklist add', ban, of(WOLF, { reason: wide(500), days: 3650 })],
    ['/my-data export', exportData, call({ actor: WOLF })],
    ['/my-data delete', askToDelete, call({ actor: WOLF })],
    ['/link-roblox', linkRoblox, call({ actor: person(300), options: { username: account(3) } })],
    ['/link-roblox of a name that is none', linkRoblox, call({ options: { username: wide(3000) } })],
  ])('%s', async (_, handler, sent) => {
    expect(await said(handler, sent)).not.toBe('');
  });

  it('what is taken back', async () => {
    for (const memberId of PEOPLE.slice(0, 24)) {
      t.clock.now += 1;
      await t.run(add, of(memberId, { amount: 10 }));
      await t.run(
        remove,
        call({ actor: { id: person(903), tier: 'officer' }, options: { member: memberId, amount: 10 } }),
      );
    }
    const options = { officer: ADMIN, since: '2 hours ago', member: '', events: true };
    const other = call({ actor: { id: person(904), tier: 'admin' } });
    const { text } = await t.run(previewRevert, {
      ...other,
      options: { ...options, member: PEOPLE[0] ?? '' },
    });
    const all = await t.run(previewRevert, { ...other, options: { officer: ADMIN, since: '2 hours ago' } });
    expect([text, all.text].join()).toContain('points.revert:');
    const recordId = /points\.revert:([\d-]+)/.exec(all.text)?.[1] ?? '';
    expect((await t.run(applyPreview, { ...other, recordId })).text).toContain('Membres : **24**');
  });

  it('histories and lists of what was given', async () => {
    for (let number = 1; number <= 12; number += 1) {
      t.clock.now += 1;
      await t.run(add, of(WOLF, { amount: 1, reason: wide(400) }));
      await t.run(ban, of(person(200 + number), { reason: wide(500) }));
    }
    await t.run(showHistory, of(WOLF));
    await t.run(view, call());
    await t.run(check, of(WOLF));
    expect(await t.suggest(suggestEntries, call({ focused: { name: 'entry', value: '' } }))).not.toEqual([]);
    expect(await t.suggest(suggestRanks, call({ focused: { name: 'rank', value: '' } }))).toHaveLength(25);
  });

  const form: Call = {
    locale: CALLERS,
    actor: WOLF,
    settings,
    recordId: TYPE,
    fields: {
      members: Array.from({ length: 25 }, (_, index) => person(index + 3)),
      names: [
        Array.from({ length: 190 }, (_, index) => account(index))
          .join('\n')
          .slice(0, 4000),
      ],
      start: ['2026-11-17 20:00'],
      end: ['21:30'],
      proof: ['7'],
    },
    people: Array.from({ length: 25 }, (_, index) => resolved(person(index + 3))),
    attachments: {
      '7': { id: '7', name: `${wide(190)}.png`, contentType: 'image/png', size: 100, url: PROOF },
    },
  };

  it('an event, its review, its decision and its list', async () => {
    t.guild.files.set(PROOF, picture());
    const { effects } = await t.run(submit, form);
    const [review] = effects;
    const id = review?.kind === 'message' ? (review.remember?.id ?? '') : '';
    await t.run(pending, call());
    await t.run(showEvent, call({ options: { id } }));
    expect(await t.suggest(suggestEvents, call({ focused: { name: 'id', value: '' } }))).toHaveLength(1);
    const { reply } = await t.run(
      approve,
      call({ recordId: id, fields: { points: ['30'], note: [wide(500)] } }),
    );
    expect(reply.message.content ?? reply.message.embeds?.length).toBeTruthy();
    await t.run(showEvent, call({ options: { id } }));
    t.clock.now += 600_000;
    const again = (await t.run(submit, form)).effects[0];
    const second = again?.kind === 'message' ? (again.remember?.id ?? '') : '';
    await t.run(decline, call({ recordId: second, fields: { reason: [wide(500)] } }));
    await t.run(showEvent, call({ options: { id: second } }));
  });

  it('a leave, its card and its list', async () => {
    const options = { from: 'today', to: 'for 90 days', reason: wide(500) };
    const [card] = (await t.run(requestLeave, call({ actor: WOLF, options }))).effects;
    const recordId = card?.kind === 'message' ? (card.remember?.id ?? '') : '';
    expect(
      await said(requestLeave, call({ actor: WOLF, options: { ...options, from: wide(200) } })),
    ).not.toBe('');
    await t.run(approveLeave, call({ recordId }));
    await t.run(check, of(WOLF));
    await t.run(showLeaves, call({ actor: WOLF }));
    await t.run(endLeave, call({ actor: WOLF }));
  });

  it('a quota, its list and its pages', async () => {
    await t.run(setQuota, call({ options: { points: 10_000, 'rank-from': RANKS[1]?.rank_name ?? '' } }));
    t.clock.now += 7 * 86_400_000;
    for (let number = 1; number <= 30; number += 1) {
      await t.run(excuseMember, of(person(number), { reason: wide(500) }));
    }
    const { reply } = await t.run(showQuota, call());
    expect(reply.file?.text).toContain('discord_id');
    await t.run(turnQuotaPage, call({ recordId: 'w2026-11-23', argument: '2' }));
    expect(await t.suggest(suggestQuotas, call())).toHaveLength(1);
    await t.suggest(suggestForSet, call({ focused: { name: 'category', value: '' } }));
  });

  it('a draft', async () => {
    const fields = { ...form.fields, start: [wide(100)], end: [wide(100)] };
    const { reply } = await t.run(submit, { ...form, fields });
    expect(reply.message.content).toContain('Rien n’a été soumis');
    await t.run(draft, call({ actor: WOLF }));
  });

  it('a promotion card and its decision', async () => {
    const { effects } = await t.run(add, of(person(1), { amount: 10 }));
    const card = effects.find(
      (effect) => effect.kind === 'message' && effect.remember?.table === 'promotion_cards',
    );
    if (card?.kind === 'message') await said(approveCard, call({ recordId: card.remember?.id ?? '' }));
  });
});
