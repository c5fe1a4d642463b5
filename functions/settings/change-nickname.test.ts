import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../shared/database/database.ts';
import { PERMISSIONS } from '../../shared/discord/permissions.ts';
import { deliverDue } from '../../shared/effects/deliver.ts';
import { PERFORMERS } from '../../shared/effects/performers.ts';
import { loadSettings, storeSettingsFile } from '../../shared/settings/settings-store.ts';
import { NOON, person, TEST_SETTINGS } from '../../test/support/clan.ts';
import { type Call, type HandlerTest, openHandlerTest } from '../../test/support/handler-test.ts';
import { changeLanguage, suggestLanguages } from './change-language.ts';
import { applyNickname, changeNickname } from './change-nickname.ts';
import { changeTimeZone, suggestTimeZones } from './change-time-zone.ts';

const ADMIN = person(1);
let t: HandlerTest;
beforeEach(async () => {
  t = await openHandlerTest();
  await storeSettingsFile(t.db, TEST_SETTINGS, NOON);
  t.guild.botRole.permissions = `${BigInt(t.guild.botRole.permissions) | PERMISSIONS.MANAGE_NICKNAMES}`;
});

const run = async (handler: Parameters<HandlerTest['run']>[0], call: Call) =>
  t.run(handler, { actor: { id: ADMIN, tier: 'admin' }, settings: await loadSettings(t.db), ...call });
const propose = (template: string) => run(changeNickname, { options: { template } });
const buttonOf = ({ text }: { readonly text: string }) => /settings\.nickname:([\w-]+)/.exec(text)?.[1] ?? '';
const press = (recordId: string) => run(applyNickname, { recordId, on: 'component' });
const nickname = async () => (await loadSettings(t.db)).nickname;

describe('/settings nickname', () => {
  it('shows three names and how many it would rename, and changes nothing before the button', async () => {
    for (let number = 2; number <= 6; number += 1) {
      await t.clan.seed({ discordId: person(number), robloxName: `Wolf${number}`, rank: 'Soldier' });
    }
    const shown = await propose('[{rank}] {roblox_name}');
    expect(shown.text.match(/Wolf\d → \*\*/g)).toHaveLength(3);
    expect(shown.text).toContain('Wolf2 → **\\\\[Soldier\\\\] Wolf2**');
    expect(shown.text).toContain('It would rename 5 members.');
    expect(await nickname()).toBeNull();

    const applied = await press(buttonOf(shown));
    expect(applied.text).toContain('5 members are renamed');
    expect(await nickname()).toBe('[{rank}] {roblox_name}');
    const context = { ...t.context(), settings: await loadSettings(t.db) };
    for (let n = 0; n < 5; n += 1) {
      await deliverDue(context, { performers: PERFORMERS, deadline: t.clock.now + 1000, limit: 10 });
      t.clock.now += 2_500;
    }
    expect(t.guild.state.members.get(person(6))?.nick).toBe('[Soldier] Wolf6');
  });

  it('applies once: a second click, and a button of an older proposal, say so', async () => {
    const first = buttonOf(await propose('{roblox_name}'));
    t.clock.now += 1;
    const second = buttonOf(await propose('{rank} {roblox_name}'));
    await expect(press(first)).rejects.toMatchObject({ code: 'template-gone' });
    await press(second);
    await expect(press(second)).rejects.toMatchObject({ code: 'template-gone' });
    expect(await nickname()).toBe('{rank} {roblox_name}');
  });

  it.each([
    ['{name} {rank}', 'unknown-placeholder', '`{name}`'],
    ['[{tag} {roblox_name', 'unknown-placeholder', '`{`'],
    ['', 'bad-template', 'one line'],
    ['\u200b', 'bad-template', 'one line'],
    ['two\nlines {rank}', 'bad-template', 'one line'],
    ['{tag}', 'empty-name', 'Pending'],
  ])('refuses %j with a clear text', async (template, code, says) => {
    await expect(propose(template)).rejects.toMatchObject({ code, message: expect.stringContaining(says) });
    expect(await nickname()).toBeNull();
  });

  it('takes a template of the tag alone once every rank has one', async () => {
    for (const { id } of t.clan.ranks) await t.db.execute(TAG, { rank_id: id });
    expect((await propose('{tag}')).text).toContain('Builderman → **T**');
  });

  it('is taken away by off, which leaves the names', async () => {
    await press(buttonOf(await propose('{roblox_name}')));
    expect((await propose('OFF')).text).toContain('stay as they are');
    expect(await nickname()).toBeNull();
    expect((await propose('off')).text).toContain('nothing was changed');
  });

  it('says that the bot may not rename anybody yet, and begins nothing then', async () => {
    await t.clan.seed({ discordId: person(2) });
    t.guild.botRole.permissions = '0';
    const shown = await propose('{rank}');
    expect(shown.text).toContain('Manage Nicknames');
    expect((await press(buttonOf(shown))).text).toContain('Manage Nicknames');
    expect(await nickname()).toBe('{rank}');
    expect(t.discord.of('setNickname')).toEqual([]);
  });
});

describe('/settings language', () => {
  it('changes what everybody sees, by a language from the list or its name', async () => {
    await run(changeLanguage, { options: { locale: 'de' } });
    expect((await loadSettings(t.db)).locale).toBe('de');
    await run(changeLanguage, { options: { locale: 'Français' } });
    expect((await loadSettings(t.db)).locale).toBe('fr');
  });

  it.each([
    ['german', 'de'],
    [' French', 'fr'],
    ['francais', 'fr'],
    ['PORTUGUESE', 'pt-BR'],
    ['ES-es', 'es-ES'],
  ])('takes %s', async (locale, stored) => {
    await run(changeLanguage, { options: { locale } });
    expect((await loadSettings(t.db)).locale).toBe(stored);
  });

  it('refuses a language that the bot does not speak, and a name that several have', async () => {
    for (const locale of ['nl', 'xx', '', 'man', 'spanish']) {
      await expect(run(changeLanguage, { options: { locale } })).rejects.toMatchObject({
        code: 'bad-language',
      });
    }
  });

  it('offers the languages, by their own names and in English', async () => {
    const typing = (value: string) => t.suggest(suggestLanguages, { focused: { name: 'locale', value } });
    expect((await typing('')).map(({ value }) => value)).toContain('pt-BR');
    expect(await typing('deut')).toEqual([{ name: 'Deutsch', value: 'de' }]);
    expect(await typing('germ')).toEqual([{ name: 'Deutsch', value: 'de' }]);
  });
});

describe('/settings time-zone', () => {
  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    ['america/new york', 'America/New_York'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['América/São Paulo', 'America/Sao_Paulo'],
    ['utc', 'UTC'],
    ['Berlin', 'Europe/Berlin'],
    [' new  york', 'America/New_York'],
  ])('takes %s', async (zone, stored) => {
    const { text } = await run(changeTimeZone, { options: { zone } });
    expect((await loadSettings(t.db)).time_zone).toBe(stored);
    expect(text).toContain(stored);
  });

  it('refuses what is no zone', async () => {
    for (const zone of ['+02:00', 'Olympus', 'Mars/Olympus', '']) {
      await expect(run(changeTimeZone, { options: { zone } })).rejects.toMatchObject({ code: 'bad-zone' });
    }
  });

  it('offers zones by their city, with the time that it is there', async () => {
    const typing = (value: string) => t.suggest(suggestTimeZones, { focused: { name: 'zone', value } });
    expect((await typing('berlin'))[0]).toEqual({ name: 'Europe/Berlin (1:00 PM)', value: 'Europe/Berlin' });
    expect((await typing('new york'))[0]?.value).toBe('America/New_York');
    expect((await typing('kyiv'))[0]?.value).toBe('Europe/Kyiv');
    expect(await typing('olympus')).toEqual([]);
    expect(await typing('')).toHaveLength(25);
  });
});

const TAG = sql`INSERT INTO rank_tags (rank_id, tag) VALUES (:rank_id, 'T')`;
