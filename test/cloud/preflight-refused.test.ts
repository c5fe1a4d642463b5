import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { wholePlatform } from '../oci/tenancy-world.ts';
import { type Fixture, failing, makeFixture } from './preflight-fixture.ts';

let fixture: Fixture;
beforeEach(async () => {
  fixture = await makeFixture();
});
afterEach(() => fixture.stop());

describe('an OCI that is not kind', () => {
  test('a part that may not be seen is one line, and the rest is looked at', async () => {
    fixture.oci.world = wholePlatform(fixture.oci.url);
    fixture.variables({ image_tag: '"1.0.0"' });
    fixture.oci.refuse.set('/autonomousDatabases', 404);
    fixture.oci.refuse.set('/dynamicGroups', 404);
    const lines = await fixture.look();
    expect(failing(lines)).toEqual([
      'This profile may not see the database, or it is not there (OCI says 404 NotAuthorizedOrNotFound).',
      'This profile may not see the dynamic groups, or it is not there (OCI says 404 NotAuthorizedOrNotFound).',
    ]);
  });

  test.each([
    [429, 'OCI was asked too often about the secrets (OCI says 429 TooManyRequests).'],
    [503, 'OCI could not say anything about the secrets (OCI says 503 ServiceUnavailable).'],
    [400, 'OCI does not understand the question about the secrets (OCI says 400 InvalidParameter).'],
    ['html' as const, 'OCI could not say anything about the secrets (OCI says 502'],
    ['half' as const, 'No answer about the secrets (not understood).'],
    ['hang-up' as const, 'No answer about the secrets ('],
    ['never' as const, 'No answer about the secrets (ETIMEDOUT).'],
  ])('%s is said and not waited for', async (way, text) => {
    fixture.oci.refuse.set('/secrets', way);
    // Long enough for every other call on a busy machine.
    const lines = await fixture.look({}, { timeoutMs: 2_000 });
    expect(failing(lines)).toContainEqual(expect.stringContaining(text));
    expect(lines.every((line) => line.state === 'ok' || (line.remedy ?? '') !== '')).toBe(true);
  });

  test('what passes is tried again', async () => {
    fixture.oci.refuse.set('/secrets', 503);
    await fixture.look();
    expect(fixture.oci.requests.filter((one) => one === 'GET /secrets')).toHaveLength(3);
  });

  test('nobody at the address is said once', async () => {
    const lines = await fixture.look({}, { url: 'http://127.0.0.1:9' });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({
      state: 'fail',
      text: expect.stringContaining('No answer about the regions'),
    });
  });
});
