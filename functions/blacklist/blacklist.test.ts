import { beforeEach, expect, it } from 'vitest';
import { findBlacklisting } from '../../shared/blacklist/blacklist.ts';
import type { Interaction } from '../../shared/interactions/interaction.ts';
import { NOON, person, type TestClan } from '../../test/support/clan.ts';
import { type HandlerTest, openHandlerTest } from '../../test/support/handler-test.ts';
import { SETTINGS } from '../../test/support/identity.ts';
import { add, remove } from './change-blacklist.ts';
import { turnPage, view } from './view.ts';

const ADMIN = person(1);
const WOLF = person(2);
const DAY_MS = 86_400_000;

let t: HandlerTest;
let clan: TestClan;
beforeEach(async () => {
  t = await openHandlerTest();
  clan = t.clan;
});

const adding = (options: Interaction['options']) =>
  t.run(add, { actor: ADMIN, options: { member: WOLF, ...options } });
const removing = () => t.run(remove, { actor: ADMIN, options: { member: WOLF } });
const leaf = (recordId: string) => t.run(turnPage, { actor: ADMIN, recordId });

it('keeps somebody out for so many days, and no longer', async () => {
  const { text, effects } = await adding({ days: 3, reason: 'spam' });
  expect(text).toContain('Reason: spam');
  expect(effects).toMatchObject([{ kind: 'message', channelId: '1100000000000000031' }]);
  expect(await findBlacklisting(clan.db, WOLF, NOON + 3 * DAY_MS - 1)).toMatchObject({ createdBy: ADMIN });
  expect(await findBlacklisting(clan.db, WOLF, NOON + 3 * DAY_MS)).toBeUndefined();
});

it('answers in the language of the admin and tells the admin channel in that of the clan', async () => {
  const settings = { ...SETTINGS, locale: 'fr' };
  const options = { member: WOLF, days: 3, reason: 'spam' };
  const { reply, effects } = await t.run(add, { actor: ADMIN, options, settings, locale: 'de' });
  expect(reply.message.content).toMatch(
    /steht jetzt bis <t:\d+:f> auf der Blacklist\. Grund: spam\nErlaubt bleiben/,
  );
  expect(JSON.stringify(effects)).toMatch(/sur la liste noire jusqu’au <t:\d+:f>\. Raison : spam/);
  const page = await t.run(view, { actor: ADMIN, locale: 'pt-BR' });
  expect(page.text).toMatch(/desde <t:\d+:D> por <@\d+>, até <t:\d+:f>\. Motivo: spam/);
});

it('without days it holds until somebody removes them', async () => {
  await adding({});
  expect(await findBlacklisting(clan.db, WOLF, NOON + 10_000 * DAY_MS)).toMatchObject({ expiresAt: null });
  await removing();
  expect(await findBlacklisting(clan.db, WOLF, NOON)).toBeUndefined();
});

it('adding somebody who is on it changes the entry and says so', async () => {
  await adding({ days: 3 });
  expect((await adding({ days: 30 })).text).toContain('already');
});

it('an entry that is changed without a reason keeps the one it has, and says it', async () => {
  await adding({ days: 3, reason: 'spam' });
  expect((await adding({ days: 30 })).text).toContain('spam');
});

it.each([
  ['yourself', { member: ADMIN }, 'not-yourself'],
  ['a part of a day', { days: 0.5 }, 'bad-days'],
  ['no day', { days: 0 }, 'bad-days'],
  ['a reason that is too long', { reason: 'x'.repeat(501) }, 'bad-reason'],
])('refuses %s and changes nothing', async (_, options, code) => {
  await expect(adding(options)).rejects.toMatchObject({ code });
  expect(await findBlacklisting(clan.db, WOLF, NOON)).toBeUndefined();
});

it.each([
  ['spam\u0000\r\nagain\u200b', 'spam\nagain'],
  ['\u200b\u3164', null],
])('keeps of the reason %j what can be seen', async (reason, kept) => {
  await adding({ reason });
  expect(await findBlacklisting(clan.db, WOLF, NOON)).toMatchObject({ reason: kept });
});

it('removing somebody who is not on it says so', async () => {
  await expect(removing()).rejects.toMatchObject({
    code: 'not-blacklisted',
  });
});

it('shows everybody in pages of ten, within what an embed holds', async () => {
  for (let number = 1; number <= 11; number += 1) {
    t.clock.now += 1;
    await adding({ member: person(100 + number), reason: '*'.repeat(500) });
  }
  const first = (await t.run(view, { actor: ADMIN })).reply.message;
  expect(first.embeds?.[0]?.description?.split('\n')).toHaveLength(10);
  expect(first.embeds?.[0]?.description?.length).toBeLessThanOrEqual(4096);
  expect(JSON.stringify(first.components)).toContain('blacklist.page:2');
  const second = await leaf('2');
  expect(second.reply.message.embeds?.[0]?.description).toContain(person(101));
  expect((await leaf('nonsense')).text).toContain('Page 1');
});
