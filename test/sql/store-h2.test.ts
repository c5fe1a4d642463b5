import { afterAll, beforeAll, describe, it } from 'vitest';
import { openOracle } from '../../shared/database/oracle.ts';
import { H2_CANNOT, h2Oracle } from './h2-oracle.ts';
import { H2Server, h2Missing } from './h2-server.ts';
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
  const clan = { user: 'clan', password: 'clan', connectString: 'h2' };
  storeSuite(() => openOracle(clan, { driver: h2Oracle(server.port) }), H2_CANNOT);
});

if (missing !== undefined) {
  it(`the store suite on H2 in Oracle mode did not run. ${missing}`, (context) => context.skip(missing));
}
