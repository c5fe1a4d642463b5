import { expect, it } from 'vitest';
import { openFrontDoorTest } from '../../test/support/front-door.ts';
import { FUZZ_SEED, fc } from '../../test/support/fuzz-seed.ts';
import { ID, TEST_IDENTITY } from '../../test/support/identity.ts';

/** Together 20,000 requests; of those that are signed fewer, since each costs a signature and its check. */
const RUNS = { unsigned: 16_000, signed: 4_000 };
/** What the front door may answer first (Discord's "Interaction callback type"). */
const TYPES = [1, 4, 5, 6, 8, 9];

const header = fc.option(
  fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-f]{128}$/), fc.constantFrom('0', '1e9', '-1')),
  {
    nil: undefined,
  },
);
/** Bytes as somebody sends them who has no key: anything, and what looks like an interaction of a clan. */
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 2_000 }).map((array) => Buffer.from(array)),
  fc.json().map((json) => Buffer.from(json)),
  fc
    .record({
      application_id: fc.constantFrom(TEST_IDENTITY.applicationId, '1'.repeat(18)),
      rest: fc.jsonValue(),
    })
    .map((body) => Buffer.from(JSON.stringify(body))),
);
const path = fc.oneof(
  fc.constantFrom(
    '/interactions/tophat',
    '/interactions/',
    '/interactions',
    '/x/interactions/tophat?a=1',
    '/',
  ),
  fc.webPath(),
);

it(`answers what nobody signed with 401 or 404 and hands nothing over (FUZZ_SEED=${FUZZ_SEED})`, async () => {
  const t = openFrontDoorTest();
  const request = fc.record({
    method: fc.constantFrom('POST', 'PUT', 'GET', 'OPTIONS', ''),
    path,
    body: bytes,
    signature: header,
    timestamp: header,
  });
  await fc.assert(
    fc.asyncProperty(request, async ({ method, path: url, body, signature, timestamp }) => {
      const headers = {
        ...(signature === undefined ? {} : { 'X-Signature-Ed25519': signature }),
        ...(timestamp === undefined ? {} : { 'X-Signature-Timestamp': timestamp }),
      };
      const { status } = await t.request(method, url, body, headers);
      if (!/\/health$/.test(url.split('?', 1)[0] ?? '')) expect([401, 404]).toContain(status);
      expect(t.calls.filter(({ name }) => name !== 'deliver-outbox' && name !== 'warm')).toEqual([]);
    }),
    { numRuns: RUNS.unsigned },
  );
}, 60_000);

it(`answers whatever Discord signs as Discord documents it (FUZZ_SEED=${FUZZ_SEED})`, async () => {
  const t = openFrontDoorTest();
  const option: fc.Arbitrary<unknown> = fc.record({
    type: fc.integer({ min: 0, max: 12 }),
    name: fc.oneof(fc.constantFrom('add', 'undo', '__proto__'), fc.string()),
    value: fc.jsonValue(),
  });
  const data = fc.oneof(
    fc.jsonValue(),
    fc.record({
      type: fc.integer({ min: 0, max: 5 }),
      name: fc.oneof(fc.constantFrom('points', 'leaderboard', 'submit-event', 'constructor'), fc.string()),
      options: fc.oneof(fc.array(option, { maxLength: 4 }), fc.jsonValue()),
      target_id: fc.oneof(fc.constant(ID), fc.jsonValue()),
    }),
    fc.record({
      custom_id: fc.oneof(
        fc.constantFrom(
          'review.approve:1',
          'leaderboard.page:all:2',
          ':',
          `review.approve:${'x'.repeat(300)}`,
        ),
        fc.string(),
        fc.jsonValue(),
      ),
      component_type: fc.integer(),
    }),
  );
  const body = fc.record({
    type: fc.oneof(fc.integer({ min: 0, max: 6 }), fc.jsonValue()),
    id: fc.oneof(fc.constant(ID), fc.jsonValue()),
    guild_id: fc.oneof(fc.constant(TEST_IDENTITY.guildId), fc.jsonValue()),
    token: fc.oneof(fc.string(), fc.jsonValue()),
    data,
    member: fc.jsonValue(),
  });
  await fc.assert(
    fc.asyncProperty(body, async (given) => {
      const { status, json } = await t.send({ body: given });
      expect(status).toBe(200);
      expect(TYPES).toContain(json.type);
      if (json.type === 9) expect(json.data.custom_id.length).toBeLessThanOrEqual(100);
    }),
    { numRuns: RUNS.signed },
  );
}, 60_000);
