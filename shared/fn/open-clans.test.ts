import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCounting, replies } from '../../test/support/counting-command.ts';
import { ID, RECORD } from '../../test/support/identity.ts';
import { ClanStoppedError } from '../clans/stopped-clans.ts';
import { createLogger } from '../log/create-logger.ts';
import { Secrets } from '../log/secrets.ts';
import { parseEnvironment } from '../platform/environment.ts';
import { createOpenClans } from './open-clans.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-clans-'));
  await mkdir(join(folder, 'stopped'));
});
afterEach(() => rm(folder, { recursive: true }));

/** The clans of a function on one machine, whose platform stops some of them. */
function clansOf(variables: Record<string, string>) {
  const environment = parseEnvironment({ DATA_DIR: folder, ...variables });
  const started = { environment, secrets: new Secrets(), log: createLogger({ level: 'none' }) };
  return createOpenClans(started, () => Number.POSITIVE_INFINITY);
}

describe('a clan that the platform of one machine does not serve', () => {
  it('is not opened, whatever is in its database, until it is served again', async () => {
    const clans = clansOf({ CLANS_DIR: folder });
    const why = async () => clans.open(RECORD).catch((error: unknown) => error);
    await writeFile(join(folder, 'stopped', 'tophat'), 'a reason\n');
    expect(await why()).toBeInstanceOf(ClanStoppedError);
    await rm(join(folder, 'stopped', 'tophat'));
    // There is no database here, which is another matter.
    expect(await why()).not.toBeInstanceOf(ClanStoppedError);
  });

  it('is answered with what is wrong and that nothing was changed', async () => {
    const t = await openCounting();
    t.services.openClan = () => Promise.reject(new ClanStoppedError('tophat is not served.'));
    expect(await t.send()).toEqual({ kind: 'answered', how: 'failed' });
    const content = expect.stringMatching(
      new RegExp(`does not serve this clan.*Nothing was changed.*not-set-up · ${ID}`, 's'),
    );
    expect(replies(t)).toEqual([{ content }]);
  });
});
