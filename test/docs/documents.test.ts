import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { recordOfEnvironment } from '../../local/env-record.ts';
import { parsePlatformEnvironment } from '../../local/environment.ts';
import { bill, INPUTS, inputsWith, usage } from '../../scripts/costs/cost-model.ts';
import { costTables } from '../../scripts/costs/cost-tables.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

describe('docs/COSTS.md', () => {
  const functions: { name: string; kind: string; memoryMb: number }[] = JSON.parse(
    read('dist/functions.json'),
  );
  const gb = (name: string) => (functions.find((one) => one.name === name)?.memoryMb ?? 0) / 1024;

  test('shows what the model computes from the inputs that it names', () => {
    expect(read('docs/COSTS.md')).toContain(costTables(inputsWith()));
  });

  test('counts with the sizes that the functions declare', () => {
    expect({
      frontDoor: INPUTS.frontDoorGb.value,
      warm: INPUTS.warmGb.value,
      outbox: INPUTS.outboxGb.value,
      sync: INPUTS.syncGb.value,
    }).toEqual({
      frontDoor: gb('interactions'),
      warm: gb('warm'),
      outbox: gb('deliver-outbox'),
      sync: gb('sync-ranks'),
    });
  });

  test('the arithmetic that it shows is the one of the model', () => {
    const used = usage(10, 'all', inputsWith());
    expect(read('docs/COSTS.md')).toContain(`= ${used.invocations.toLocaleString('en-US')} invocations`);
    expect(read('docs/COSTS.md')).toContain(
      `${Math.round(used.gbSeconds).toLocaleString('en-US')} GB-seconds`,
    );
  });

  test('is not far off, however many commands there are: one more costs less than a cent', () => {
    const commands = functions.filter((one) => one.kind === 'command').length;
    const dollars = (commandFunctions: number) => {
      const inputs = inputsWith({ commandFunctions });
      const options = { provisioned: false, paidDatabase: false };
      return bill(usage(100, 'all', inputs), options, inputs).total;
    };
    expect(dollars(commands + 1) - dollars(commands)).toBeLessThan(0.01);
    expect(read('docs/COSTS.md')).toContain('a further command adds less than a cent a month');
  });

  test('says in these words what the monitor covers', () => {
    expect(read('docs/COSTS.md')).toContain(
      'Warm by the monitor covers one interaction at a time; bursts need provisioned concurrency.',
    );
  });
});

describe('setup_example.env', () => {
  const text = read('setup_example.env');

  test('explains every variable that the platform reads', () => {
    const sources = ['local/environment.ts', 'local/env-record.ts'].map(read).join('\n');
    const names = new Set(
      [...sources.matchAll(/\b([A-Z]+(?:_[A-Z]+)+|HOST|PORT)\b(?=: z\.|',)/g)].map(([, name]) => name),
    );
    expect(names.size).toBeGreaterThan(15);
    for (const name of names) expect(text, name).toMatch(new RegExp(`^(# )?${name}=`, 'm'));
  });

  test('filled in, it makes the record of a clan', () => {
    const filled = {
      ...parseEnv(text),
      DISCORD_APPLICATION_ID: '1100000000000000001',
      DISCORD_PUBLIC_KEY: 'ab'.repeat(32),
      DISCORD_BOT_TOKEN: 'bot',
      GUILD_ID: '1100000000000000002',
      ROBLOX_GROUP_ID: '1',
      ROBLOX_API_KEY: 'key',
    };
    expect(recordOfEnvironment(filled)).toMatchObject({ clan: 'newclan', guildId: '1100000000000000002' });
    expect(parsePlatformEnvironment(filled)).toMatchObject({
      port: 8787,
      discordApiUrl: 'https://discord.com/api/v10',
    });
  });

  test('what is commented out is the default', () => {
    const defaults = parsePlatformEnvironment({}, '/nowhere');
    expect(text).toMatch(new RegExp(`^# PORT=${defaults.port}$`, 'm'));
    expect(text).toMatch(new RegExp(`^# HOST=${defaults.host}$`, 'm'));
    expect(text).toMatch(new RegExp(`^# CONFIGS_DIR=${defaults.configsDir}$`, 'm'));
    expect(text).toMatch(new RegExp(`^# LOG_LEVEL=${defaults.logLevel}$`, 'm'));
    expect(text).toMatch(
      new RegExp(`^# KEEP_WARM=${defaults.keepCommandsWarm ? 'all' : 'front-door'}$`, 'm'),
    );
  });
});

describe('the documents of deploying', () => {
  const files = [
    'ONBOARDING_NEW_CLAN.md',
    'deploy/README.md',
    'terraform/README.md',
    'docs/COSTS.md',
    'docs/UPGRADING.md',
    'docs/OWN_SERVER.md',
  ];
  const scripts: Record<string, string> = JSON.parse(read('package.json')).scripts;

  test.each(files)('%s links to files that there are and names scripts that there are', (file) => {
    const text = read(file);
    for (const [, link = ''] of text.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)) {
      expect(existsSync(join(ROOT, dirname(file), link)), `${file}: ${link}`).toBe(true);
    }
    for (const [, script = ''] of text.matchAll(/npm run ([a-z-]+)/g)) {
      expect(Object.keys(scripts), `${file}: npm run ${script}`).toContain(script);
    }
  });

  test.each(files)('%s names options that the scripts take, and outputs that Terraform has', (file) => {
    const text = read(file);
    for (const [, script = '', options = ''] of text.matchAll(/npm run ([a-z-]+) -- ([^`\n]+)/g)) {
      const [, path = ''] = /(\S+\.ts)$/.exec(scripts[script] ?? '') ?? [];
      const source = path === '' ? '' : `${read(path)} ${read('scripts/command-line.ts')}`;
      for (const [, option = ''] of options.matchAll(/(?<= |^)--([a-zA-Z][\w-]*)/g)) {
        const known = script === 'costs' ? Object.keys(INPUTS).join(' ') : source;
        expect(known, `${file}: npm run ${script} -- --${option}`).toMatch(new RegExp(`\\b${option}\\b`));
      }
    }
    for (const [, root = '', output = ''] of text.matchAll(
      /-chdir=(terraform(?:\/platform)?) output (?:-raw )?(\w+)/g,
    )) {
      expect(read(`${root}/outputs.tf`), `${file}: ${output}`).toContain(`output "${output}"`);
    }
  });

  test('every module of Terraform is used', () => {
    const modules = readdirSync(join(ROOT, 'terraform/modules'));
    const folders = [
      'terraform',
      'terraform/platform',
      ...modules.map((name) => `terraform/modules/${name}`),
    ];
    const sources = folders.flatMap((folder) =>
      readdirSync(join(ROOT, folder))
        .filter((file) => file.endsWith('.tf'))
        .flatMap((file) => [...read(join(folder, file)).matchAll(/^\s+source\s+= "(\.[^"]+)"/gm)])
        .map(([, source = '']) => source.replace(/^.*\//, '')),
    );
    expect(modules.filter((name) => !sources.includes(name))).toEqual([]);
  });
});
