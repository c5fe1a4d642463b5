import { setTimeout } from 'node:timers/promises';
import type { ClanRecord } from '../../shared/clans/clan-record.ts';
import { openOracle } from '../../shared/database/oracle.ts';
import { loadOracleDriver, type OracleConnection } from '../../shared/database/oracle-driver.ts';
import { type ProvisionAnswer, provisionClan } from '../../shared/provisioning/provision-clan.ts';
import { parseProvisionRequest } from '../../shared/provisioning/provision-request.ts';
import { MIGRATIONS } from './suite/store.ts';

/** An administrator of a real Oracle database, who may make users. */
export interface OracleServer {
  readonly connectString: string;
  readonly user: string;
  readonly password: string;
}

/** From ORACLE_TEST_DSN, ORACLE_TEST_USER and ORACLE_TEST_PASSWORD; undefined where the first is not set. */
export function oracleServer(): OracleServer | undefined {
  const { ORACLE_TEST_DSN, ORACLE_TEST_USER, ORACLE_TEST_PASSWORD } = process.env;
  if (ORACLE_TEST_DSN === undefined || ORACLE_TEST_DSN === '') return undefined;
  return {
    connectString: ORACLE_TEST_DSN,
    user: ORACLE_TEST_USER ?? 'system',
    password: ORACLE_TEST_PASSWORD ?? '',
  };
}

/** A clan of the tests' own: a user with a schema, made and dropped by provisioning. */
export class OracleClan {
  readonly location: OracleServer;
  readonly #server: OracleServer;
  readonly #clan: string;

  constructor(server: OracleServer, clan: string) {
    this.#server = server;
    this.#clan = clan;
    this.location = {
      connectString: server.connectString,
      user: clan.toUpperCase(),
      password: 'Clan_Test_1234',
    };
  }

  provision(body: object = {}): Promise<ProvisionAnswer> {
    const record: ClanRecord = {
      clan: this.#clan,
      applicationId: '1100000000000000001',
      publicKey: 'ab'.repeat(32),
      guildId: '1100000000000000002',
      robloxGroupId: '3203735',
      botToken: 'bot',
      robloxApiKey: 'key',
    };
    const request = parseProvisionRequest({ clan: this.#clan, ...body });
    return provisionClan(request, record, this.location, {
      openDatabase: (location) => {
        if ('path' in location) throw new Error('This is about Oracle.');
        return openOracle(location);
      },
      migrations: MIGRATIONS,
      administrator: { user: this.#server.user, password: this.#server.password },
      quotaMb: 200,
      now: Date.now,
      random: Math.random,
      pause: (ms) => setTimeout(ms),
    });
  }

  drop(): Promise<ProvisionAnswer> {
    return this.provision({ delete_data: true, confirm: this.#clan });
  }
}

/** Runs work on one session of the driver itself, for what the adapter is not made for. */
export async function withSession<T>(
  location: OracleServer,
  work: (session: OracleConnection) => Promise<T>,
): Promise<T> {
  const driver = await loadOracleDriver();
  const pool = await driver.createPool({
    ...location,
    poolMin: 0,
    poolMax: 1,
    poolIncrement: 1,
    poolTimeout: 60,
    poolPingInterval: 10,
    poolPingTimeout: 1500,
    queueTimeout: 10_000,
    stmtCacheSize: 0,
    transportConnectTimeout: 5,
    connectTimeout: 10,
    sessionCallback: (_session, _tag, done) => done(),
  });
  try {
    const session = await pool.getConnection();
    return await work(session).finally(() => session.close());
  } finally {
    await pool.close(0);
  }
}
