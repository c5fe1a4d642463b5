import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LOG_CHANNEL, SETTINGS } from '../../test/support/identity.ts';
import { discordError } from '../../test/support/recorded.ts';
import { openTestWorld } from '../../test/support/world.ts';
import { Settings } from '../clans/settings.ts';
import { createLogger } from '../log/create-logger.ts';
import { Secrets } from '../log/secrets.ts';
import { ErrorReporter, SevereLines } from './report-error.ts';
import { REPORT_TEXTS } from './report-texts.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** Where lines are written that a clan's log channel may get. */
const OF_A_CLAN = [
  'shared/commands',
  'shared/effects',
  'shared/quota',
  'shared/ranks',
  'shared/refusals',
  'shared/sync',
  'functions/sync-ranks',
];
/** Lines of these are about a clan, too, but for those of an invocation whose clan is not known. */
const JOBS = 'shared/fn/serve-job.ts';
const OF_NO_CLAN = [
  'An interaction was not handled',
  'An invocation was no job',
  'An invocation failed',
  'A clan record could not be renewed',
];
const LOGGED = /\blog\.(?:warning|error|critical)\(\s*['`]([^'`]+)['`]/g;

async function arrange(settings: object = {}) {
  const world = await openTestWorld();
  const { discord, clock } = world;
  const runtime = { ...world.clanContext, settings: Settings.parse({ ...SETTINGS, ...settings }) };
  const reporter = new ErrorReporter(() => clock.now);
  const severe = new SevereLines();
  const secrets = new Secrets('the-bot-token-of-tophat');
  const log = createLogger({ write: () => {}, onLine: severe.onLine, secrets });
  let posts = 0;
  return {
    clock,
    discord,
    log,
    post: () => {
      posts += 1;
      return reporter.post(runtime, severe.lines, `e${posts}`);
    },
    texts: () => discord.of('postMessage').map(([, message]) => JSON.stringify(message)),
  };
}
type Arranged = Awaited<ReturnType<typeof arrange>>;
function logAll({ log }: Arranged): void {
  log.info('It went well');
  log.warning('It is slow');
  log.error('It failed', { error: new Error('no such table'), code: 'unexpected', interaction: '130' });
  log.critical('It is broken');
}

describe('the log channel', () => {
  it.each([
    ['warning', ['It is slow', 'It failed', 'It is broken']],
    ['error', ['It failed', 'It is broken']],
    ['critical', ['It is broken']],
    ['none', []],
  ])('at level %s is told %j', async (level, told) => {
    const t = await arrange({ log_level: level });
    logAll(t);
    await t.post();
    const all = t.texts().join();
    const candidates = ['It went well', 'It is slow', 'It failed', 'It is broken'];
    expect(candidates.filter((text) => all.includes(text))).toEqual(told);
  });

  it('is told in the language of the clan', async () => {
    const t = await arrange({ locale: 'de' });
    t.log.error('An interaction failed', { error: new Error('no such table') });
    t.log.warning('It is slow');
    await t.post();
    expect(t.texts().join()).toMatch(/Ein Befehl oder Button ist fehlgeschlagen.*no such table.*It is slow/);
  });

  it('has a text for each line about a clan, and for none that there is not', () => {
    const said = new Set<string>();
    const files = globSync(`{${OF_A_CLAN.join()}}/**/*.ts`, { cwd: ROOT });
    for (const file of [JOBS, ...files]) {
      if (file.endsWith('.test.ts')) continue;
      const source = readFileSync(resolve(ROOT, file), 'utf8');
      for (const [, message = ''] of source.matchAll(LOGGED)) {
        if (!OF_NO_CLAN.includes(message)) said.add(message);
      }
    }
    expect(Object.keys(REPORT_TEXTS).sort()).toEqual([...said].sort());
  });

  it('gets one message with reason, code and interaction', async () => {
    const t = await arrange({ log_level: 'error' });
    logAll(t);
    await t.post();
    expect(t.discord.of('postMessage')).toEqual([
      [
        LOG_CHANNEL,
        {
          content: '❌ It failed\nError\\: no such table\n-# unexpected · 130\n🛑 It is broken',
        },
        { nonce: 'e1' },
      ],
    ]);
  });

  it('is shown no secret and no formatting, and never more than a message holds', async () => {
    const t = await arrange();
    t.log.error('Refused @everyone', { error: new Error('token the-bot-token-of-tophat **bold**') });
    for (let i = 0; i < 20; i += 1) t.log.error('x'.repeat(1500));
    await t.post();
    const [text = ''] = t.texts();
    expect(text).not.toContain('the-bot-token-of-tophat');
    expect(text).not.toContain('@everyone');
    expect(text).not.toContain('**bold**');
    expect(text.length).toBeLessThan(2_100);
  });

  it('that is not set is told nothing', async () => {
    const t = await arrange({ channels: {} });
    logAll(t);
    await t.post();
    expect(t.discord.calls).toEqual([]);
  });

  it('that forbids the bot is left alone after the third time, and disturbs nobody', async () => {
    const t = await arrange();
    logAll(t);
    for (let i = 0; i < 10; i += 1) {
      t.discord.fail('postMessage', discordError(403, 50013));
      t.clock.now += 15_000;
      await t.post();
    }
    expect(t.discord.of('postMessage')).toHaveLength(3);
  });
});
