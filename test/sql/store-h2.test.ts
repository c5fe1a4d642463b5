import { afterAll, beforeAll, describe, it } from 'vitest';
import { openOracle } from '../../shared/database/oracle.ts';
import { H2_CANNOT, h2Oracle } from './h2-oracle.ts';
import { H2Server, h2Missing } from './h2-server.ts';
import { MIGRATIONS } from './suite/store.ts';
import { storeSuite } from './suite/store-suite.ts';

const missing = h2Missing();

describe.runIf(missing === undefined)('on H2 in Oracle mode, through the Oracle adapter', () => {
  let server: H2Server;
  beforeAll(async () => {
    server = await H2Server.start();
  });
  afterAll(async () => {
    await server.stop();
  });
  const open = (user: string) => () =>
    openOracle({ user, password: 'clan', connectString: 'h2' }, { driver: h2Oracle(server.port) });
  describe('with the newest schema', () => {
    storeSuite(open('clan'), H2_CANNOT);
  });
  describe('with the former schema', () => {
    storeSuite(open('former'), H2_CANNOT, MIGRATIONS.slice(0, -1));
  });
});

if (missing !== undefined) {
  it(`the store suite on H2 in Oracle mode did not run. ${missing}`, (context) => context.skip(missing));
}
