import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { asJson, asText } from '../../scripts/preflight/line.ts';
import { secretNames } from '../../shared/oci/vault-registry.ts';
import { APPLICATION, emptyWorld, firstApply, IDENTITY, secretId, wholeClan } from '../oci/tenancy-world.ts';
import { CONFIGS, type Fixture, failing, lineWith, makeFixture } from './preflight-fixture.ts';

const NAMES = secretNames(APPLICATION);
let fixture: Fixture;
beforeEach(async () => {
  fixture = await makeFixture();
});
afterEach(() => fixture.stop());

describe('a clan', () => {
  beforeEach(() => {
    fixture.oci.world = wholeClan(fixture.oci.url);
    fixture.variables({ image_tag: '"1.0.0"' });
  });
  const clan = () => fixture.look({ clan: 'newclan' });

  test('that is whole has good lines only, and the dry run changes nothing', async () => {
    const lines = await clan();
    expect(failing(lines)).toEqual([]);
    expect(lineWith(lines, /^Discord sends/).text).toContain('/gateway/interactions/newclan');
    expect(fixture.oci.invoked.map((body): unknown => JSON.parse(body))).toEqual([
      { job: 'provision-clan', clan: 'newclan', dry_run: true },
    ]);
  });

  test('no line shows a content of a secret', async () => {
    fixture.oci.world.contents[secretId(NAMES.keys)] = '{"botToken":"very-secret-token"';
    fixture.oci.world.contents[secretId(NAMES.identity)] = 'Clan_Passw0rd#1';
    for (const lines of [await fixture.look({ clan: 'newclan' }), await clan()]) {
      expect(asText(lines) + asJson(lines)).not.toMatch(/very-secret|Passw0rd/);
    }
  });

  test.each<[string, (world: ReturnType<typeof wholeClan>) => unknown, string, string]>([
    [
      'no secrets',
      (world) => world.secrets.splice(1),
      `The secret ${NAMES.keys} is not there.`,
      'apply -var clan=newclan',
    ],
    [
      'a secret that is being deleted',
      (world) => Object.assign(world.secrets[1] ?? {}, { lifecycleState: 'PENDING_DELETION' }),
      `The secret ${NAMES.identity} is PENDING_DELETION.`,
      '--restore',
    ],
    [
      'keys that nobody set',
      (world) => {
        world.contents[secretId(NAMES.keys)] = '{"botToken":"not-set","robloxApiKey":"not-set"}';
      },
      'holds no bot token or no Roblox key yet',
      'npm run set-secrets -- --clan newclan',
    ],
    [
      'a secret that may not be read',
      (world) => delete world.contents[secretId(NAMES.database)],
      `This profile may not see the secret ${NAMES.database}`,
      'administrator',
    ],
    [
      'an identity of another server',
      (world) => {
        world.contents[secretId(NAMES.identity)] = JSON.stringify({
          ...IDENTITY,
          guildId: '1300000000000000009',
        });
      },
      'settings.json: guild_id: expected "1300000000000000009"',
      'apply -var clan=newclan',
    ],
    [
      'a schema that is behind',
      (world) => {
        world.provisionAnswer = { ok: true, did: ['would run migration 0002_medals'], warnings: [] };
      },
      'Left to do: would run migration 0002_medals.',
      'apply -var clan=newclan',
    ],
    [
      'a database that refuses',
      (world) => {
        world.provisionAnswer = { ok: false, error: 'database-denied', message: 'ORA-01017' };
      },
      'provision-clan says: ORA-01017 (database-denied)',
      'apply',
    ],
    ['no schedule', (world) => world.schedules.pop(), 'There is no schedule sync-ranks-newclan.', 'apply'],
    [
      'a schedule whose run failed',
      (world) => Object.assign(world.schedules[0] ?? {}, { lastRunStatus: 'FAILED' }),
      'The last run of sync-ranks-newclan is FAILED',
      'terraform/README.md',
    ],
    [
      'an endpoint that is not open',
      (world) => Object.assign(world.discordApplication, { interactions_endpoint_url: null }),
      'Discord sends interactions to nobody.',
      'npm run new-clan -- --clan newclan --endpoint ',
    ],
    [
      'a token of nobody',
      (world) => {
        world.botToken = 'reset';
      },
      'Discord does not know the bot token in the vault.',
      'set-secrets',
    ],
  ])('with %s fails with its remedy', async (_, change, text, remedy) => {
    change(fixture.oci.world);
    const lines = (await clan()).filter((line) => line.state === 'fail' && line.text.includes(text));
    expect(lines).toEqual([expect.objectContaining({ remedy: expect.stringContaining(remedy) })]);
  });

  test("with the example's values fails, naming file and field", async () => {
    cpSync(join(CONFIGS, 'example'), join(fixture.directory, 'configs/newclan'), {
      recursive: true,
      force: true,
    });
    expect(failing(await clan()).join('\n')).toContain(
      'settings.json: guild_id: still "1200000000000000002"',
    );
  });

  test('before the platform fails: the platform comes first', async () => {
    fixture.oci.world = emptyWorld();
    fixture.variables({});
    expect(failing(await clan())).toEqual([expect.stringContaining('the platform comes before a clan')]);
  });

  test('before the functions says that it cannot be provisioned', async () => {
    fixture.oci.world = firstApply();
    fixture.variables({});
    expect(failing(await clan())).toEqual([expect.stringContaining('newclan cannot be provisioned')]);
  });
});
