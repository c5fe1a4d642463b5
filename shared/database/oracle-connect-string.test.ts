import { describe, expect, it } from 'vitest';
import { boundedConnectString } from './oracle-connect-string.ts';

/** As the OCI console shows it for a walletless connection. */
const AUTONOMOUS =
  '(description= (retry_count=20)(retry_delay=3)(address=(protocol=tcps)(port=1521)(host=adb.eu-frankfurt-1.oraclecloud.com))' +
  '(connect_data=(service_name=abc_clan_low.adb.oraclecloud.com))(security=(ssl_server_dn_match=yes)))';

describe('a connect string', () => {
  it('of an Autonomous Database loses its retries and gets a pooled server', () => {
    expect(boundedConnectString(AUTONOMOUS)).toBe(
      '(description= (address=(protocol=tcps)(port=1521)(host=adb.eu-frankfurt-1.oraclecloud.com))' +
        '(connect_data=(server=pooled)(service_name=abc_clan_low.adb.oraclecloud.com))(security=(ssl_server_dn_match=yes)))',
    );
  });

  it('keeps the server kind that it names', () => {
    const dedicated = AUTONOMOUS.replace('(connect_data=', '(connect_data=(SERVER = DEDICATED)');
    expect(boundedConnectString(dedicated)).toContain('(connect_data=(SERVER = DEDICATED)(service_name');
  });

  it('of another database gets no pooled server, which may not have been started there', () => {
    const own =
      '(DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=db.example.org)(PORT=1521))(CONNECT_DATA=(SERVICE_NAME=X1)))';
    expect(boundedConnectString(own)).toBe(own);
  });

  it('loses waiting times in every description, however it is written', () => {
    const text =
      '(DESCRIPTION_LIST=(DESCRIPTION=( RETRY_COUNT = 3 )(Connect_Timeout=90)(ADDRESS=(HOST=a)))' +
      '(DESCRIPTION=(TRANSPORT_CONNECT_TIMEOUT=60)(RETRY_DELAY=1)(ADDRESS=(HOST=b))))';
    expect(boundedConnectString(text)).toBe(
      '(DESCRIPTION_LIST=(DESCRIPTION=(ADDRESS=(HOST=a)))(DESCRIPTION=(ADDRESS=(HOST=b))))',
    );
  });

  it.each([
    ['localhost/FREEPDB1', 'localhost/FREEPDB1'],
    ['tcps://h:1522/svc?retry_count=20&retry_delay=3', 'tcps://h:1522/svc'],
    ['tcps://h:1522/svc?retry_count=20&ssl_server_dn_match=on', 'tcps://h:1522/svc?ssl_server_dn_match=on'],
    [
      'tcps://h/svc?ssl_server_dn_match=on&connect_timeout=60&wallet_location=/w',
      'tcps://h/svc?ssl_server_dn_match=on&wallet_location=/w',
    ],
    ['h/svc:pooled?TRANSPORT_CONNECT_TIMEOUT=60', 'h/svc:pooled'],
    ['clan_low', 'clan_low'],
  ])('in Easy Connect form loses its waiting parameters: %s', (given, bounded) => {
    expect(boundedConnectString(given)).toBe(bounded);
  });

  it('stays as it is when it is bounded already', () => {
    const once = boundedConnectString(AUTONOMOUS);
    expect(boundedConnectString(once)).toBe(once);
  });
});
