import guide from 'clan-bot:guide';
import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { addToBlacklist } from '../../shared/blacklist/blacklist.ts';
import type { Tier } from '../../shared/interactions/declaration.ts';
import { person } from '../../test/support/clan.ts';
import { type Call, type HandlerTest, openHandlerTest } from '../../test/support/handler-test.ts';
import { discordError } from '../../test/support/recorded.ts';
import { CommandIds } from './command-ids.ts';
import { createHelp } from './help.ts';

const WOLF = person(2);
let t: HandlerTest;
let help: ReturnType<typeof createHelp>;

beforeEach(async () => {
  t = await openHandlerTest();
  help = createHelp(guide, new CommandIds());
});

const as = (tier: Tier, call: Call = {}): Call => ({ actor: { id: WOLF, tier }, ...call });
async function register(...names: string[]): Promise<ReadonlyMap<string, string>> {
  await t.discord.overwriteCommands(names.map((name) => ({ name, type: 1, description: 'x' })));
  const ids = await t.discord.registeredCommands();
  return new Map(
    z
      .array(z.object({ name: z.string(), id: z.string() }))
      .parse(ids)
      .map(({ name, id }) => [name, id]),
  );
}
/** All pages, as the caller turns them. */
async function pages(tier: Tier): Promise<string> {
  const first = await t.run(help['command help'], as(tier));
  const count = Number(/of (\d+)/.exec(first.text)?.[1] ?? 1);
  const texts = [first.text];
  for (let page = 2; page <= count; page += 1) {
    texts.push((await t.run(help['component help.page'], as(tier, { recordId: String(page) }))).text);
  }
  return texts.join('\n');
}
const detail = (command: string, tier: Tier = 'member', call: Call = {}) =>
  t.run(help['command help'], as(tier, { options: { command }, ...call }));

describe('/help', () => {
  it('lists what the caller may use, a line each, as mentions that can be tapped', async () => {
    const ids = await register('xp', 'leaderboard', 'my-data');
    const text = await pages('member');
    expect(text).toContain(`</xp:${ids.get('xp')}> · Your rank`);
    expect(text).toContain(`</my-data export:${ids.get('my-data')}>`);
    expect(text).not.toContain('/points add');
    expect(text).not.toContain('Admins');
  });

  it.each(['member', 'officer', 'moderator', 'admin'] as const)(
    'lists for %s every command and menu of the declarations that the tier reaches, and no other',
    async (tier) => {
      const tiers = ['member', 'officer', 'moderator', 'admin'];
      const text = await pages(tier);
      for (const { on, key, tier: needed } of guide) {
        const shown = on === 'command' ? `\`/${key}\`` : `**${key}**`;
        expect(text.includes(shown), key).toBe(tiers.indexOf(needed) <= tiers.indexOf(tier));
      }
    },
  );

  it('names a command without a mention where its id is not known', async () => {
    await register('xp');
    expect(await pages('officer')).toContain('`/points add`');
  });

  it('works while Discord does not list the commands, and does not ask again at once', async () => {
    t.discord.down = discordError(403);
    expect(await pages('member')).toContain('`/xp`');
    t.discord.down = undefined;
    const ids = await register('xp');
    expect(await pages('member')).toContain('`/xp`');
    t.clock.now += 600_001;
    expect(await pages('member')).toContain(`</xp:${ids.get('xp')}>`);
  });

  it('shows somebody on the blacklist only what is left to them, and says so', async () => {
    const entry = { discordId: WOLF, reason: null, expiresAt: null, actorId: person(9), now: t.clock.now };
    await addToBlacklist(t.db, entry);
    const text = await pages('member');
    for (const { on, key, whenBlacklisted, tier } of guide) {
      if (on === 'command' && tier === 'member')
        expect(text.includes(`\`/${key}\``), key).toBe(whenBlacklisted === 'allow');
    }
    expect(text).toContain('on the blacklist');
    expect((await detail('submit-event')).text).toContain('since you are on the blacklist');
    expect((await detail('xp')).text).not.toContain('blacklist');
  });

  it('takes the page that a button names, and the last one for a page that is not there', async () => {
    const slash = guide.filter(({ on }) => on === 'command').map(({ key }) => key.split(' ', 1)[0] ?? '');
    await register(...new Set(slash));
    const { text } = await t.run(help['component help.page'], as('admin', { recordId: '99' }));
    expect(text).toMatch(/Page (\d+) of \1/);
    const nonsense = await t.run(help['component help.page'], as('admin', { recordId: 'x' }));
    expect(nonsense.text).toContain('Page 1 of');
  });
});

describe('/help with a command', () => {
  it('shows its options, its limits, who may use it and its cooldown', async () => {
    const { reply, text } = await detail('/Leaderboard');
    const [embed] = reply.message.embeds ?? [];
    expect(embed?.title).toBe('/leaderboard');
    expect(text).toContain('`period`: Lifetime points');
    expect(text).toContain('one of: All time, This week, This month');
    expect(text).toContain('`page`: Which page · 1 to 100');
    expect(embed?.fields).toEqual([
      { name: 'Who can use it', value: 'Everybody', inline: true },
      { name: 'Cooldown', value: '30 seconds', inline: true },
    ]);
  });

  it('shows the cooldown of the form where the command opens one', async () => {
    const { reply } = await detail('submit-event');
    expect(reply.message.embeds?.[0]?.fields?.[1]).toMatchObject({ value: '60 seconds' });
  });

  it('is in the language of the caller, with the descriptions as they are registered', async () => {
    const { text } = await detail('leaderboard', 'member', { locale: 'de' });
    expect(text).toContain('Wer ihn benutzen kann');
    expect(text).toContain('30 Sekunden');
    expect(text).not.toContain('Who has the most points');
    expect((await t.run(help['command help'], as('member', { locale: 'fr' }))).text).toContain(
      'Tout le monde',
    );
  });

  it('names commands and options as they are registered in the language of the caller', async () => {
    const german = { locale: 'de' };
    const { reply, text } = await detail('punkte geben', 'officer', german);
    expect(reply.message.embeds?.[0]?.title).toBe('/punkte geben');
    expect(text).toContain('`mitglied` (nötig)');
    expect((await detail('points add', 'officer', german)).text).toContain('/punkte geben');
    expect((await detail('Mitglied ansehen', 'officer', german)).text).toContain('**Mitglied ansehen**');
    const typing = { ...german, focused: { name: 'command', value: '/Punkte abz' } };
    expect(await t.suggest(help['autocomplete help'], as('officer', typing))).toEqual([
      { name: 'punkte abziehen', value: 'points remove' },
    ]);
  });

  it('says which options are required, and that the caller cannot use it', async () => {
    const { text } = await detail('points add', 'member');
    expect(text).toContain('`member` (required)');
    expect(text).toContain('You cannot use it');
    expect((await detail('points add', 'admin')).text).not.toContain('You cannot use it');
  });

  it('leaves out what is another in each clan', async () => {
    const { text } = await detail('points add', 'officer');
    expect(text).toContain('`amount`');
    expect(text).not.toContain('`amount` (required): How many points · 1 to');
    expect((await detail('submit-event')).text).not.toContain('Raid');
  });

  it('lists the subcommands of a command that has some', async () => {
    const { text } = await detail('points', 'admin');
    expect(text).toContain('/points undo');
    expect(text).not.toContain('/xp');
  });

  it('refuses a name that is no command', async () => {
    await expect(detail('`frobnicate`\nnow')).rejects.toMatchObject({ code: 'no-such-command' });
    await expect(detail('constructor')).rejects.toMatchObject({ code: 'no-such-command' });
  });

  it('offers while typing what the caller may use', async () => {
    const typing = (tier: Tier, value: string) =>
      t.suggest(help['autocomplete help'], as(tier, { focused: { name: 'command', value } }));
    expect(await typing('officer', '/Points Ad')).toEqual([{ name: 'points add', value: 'points add' }]);
    expect(await typing('member', 'points')).toEqual([]);
    expect((await typing('admin', '')).length).toBe(25);
  });

  it.each(guide.map(({ key }) => [key] as const))('fits for %s, which Discord takes', async (key) => {
    expect((await detail(key, 'admin')).text).toContain(key);
  });
});
