import { describe, expect, it } from 'vitest';
import { DatabaseError } from './errors.ts';
import { fromOracle, isBroken, oracleCode } from './oracle-errors.ts';

/** As node-oracledb throws it in thin mode. */
function driverError(text: string, fields: { code?: string; errorNum?: number } = {}): Error {
  return Object.assign(new Error(text), fields);
}

describe('an error of the driver', () => {
  it.each([
    ['unique', 'ORA-00001: unique constraint (TOPHAT.MEMBERS_PK) violated', 1],
    ['constraint', 'ORA-02290: check constraint (TOPHAT.SYS_C001) violated', 2290],
    ['constraint', 'ORA-02291: integrity constraint violated - parent key not found', 2291],
    ['constraint', 'ORA-01400: cannot insert NULL into ("TOPHAT"."MEMBERS"."RANK_ID")', 1400],
    ['too-long', 'ORA-12899: value too large for column "A"."B"."C" (actual: 120, maximum: 100)', 12899],
    ['busy', 'ORA-00054: resource busy and acquire with NOWAIT specified', 54],
    ['busy', 'ORA-00060: deadlock detected while waiting for resource', 60],
    ['denied', 'ORA-01017: invalid credential or not authorized; logon denied', 1017],
    ['denied', 'ORA-28000: The account is locked.', 28000],
    ['denied', 'ORA-01045: user TOPHAT lacks CREATE SESSION privilege; logon denied', 1045],
    ['schema', 'ORA-00942: table or view does not exist', 942],
    ['schema', 'ORA-00904: "COLOUR": invalid identifier', 904],
    ['exists', 'ORA-00955: name is already used by an existing object', 955],
    ['exists', 'ORA-01430: column being added already exists in table', 1430],
    ['usage', 'ORA-01008: not all variables bound', 1008],
    ['usage', 'ORA-01745: invalid host/bind variable name', 1745],
    ['unreachable', 'ORA-12514: TNS:listener does not currently know of service requested', 12514],
    ['other', 'ORA-01555: snapshot too old', 1555],
  ] as const)('is %s: %s', (code, text, errorNum) => {
    const known = fromOracle(driverError(text, { code: text.slice(0, 9), errorNum }), 'SELECT 1 FROM dual');
    expect(known).toBeInstanceOf(DatabaseError);
    expect(known).toMatchObject({ code, engineCode: text.slice(0, 9) });
  });

  it.each([
    [
      'unreachable',
      'NJS-503: connection to host h port 1521 could not be established. (CONNECTION_ID=x)\nECONNREFUSED',
      'NJS-503',
    ],
    [
      'unreachable',
      'NJS-510: connection to host h port 1521 timed out. Request exceeded "connect timeout" of 5 seconds.',
      'NJS-510',
    ],
    [
      'unreachable',
      'NJS-518: cannot connect to Oracle Database. Service "X1" is not registered with the listener',
      'NJS-518',
    ],
    ['busy', 'NJS-123: call timeout of 10000 ms exceeded', 'NJS-123'],
    ['busy', 'NJS-040: connection request timeout. Request exceeded queueTimeout of 1000', 'NJS-040'],
    ['usage', 'NJS-098: 2 positional bind values are required but 1 were provided', 'NJS-098'],
  ] as const)('of its own is %s: %s', (code, text, engineCode) => {
    expect(fromOracle(driverError(text, { code: engineCode }), 'connect')).toMatchObject({
      code,
      engineCode,
    });
  });

  it.each([
    ['NJS-500: connection to Oracle Database was closed or broken', 'NJS-500'],
    [
      'NJS-500: connection to Oracle Database was closed or broken\nORA-03113: end-of-file on communication channel',
      'NJS-500',
    ],
    ['NJS-501: connection to host h port 1521 terminated unexpectedly.', 'NJS-501'],
    ['NJS-003: invalid or closed connection', 'NJS-003'],
    ['ORA-03114: not connected to ORACLE', 'ORA-03114'],
    ['ORA-12537: TNS:connection closed', 'ORA-12537'],
    ['ORA-25408: can not safely replay call', 'ORA-25408'],
  ])('that means a broken session is known as such: %s', (text, code) => {
    const error = driverError(text, { code });
    expect(isBroken(error)).toBe(true);
    expect(fromOracle(error, 'SELECT 1 FROM dual')).toMatchObject({ code: 'unreachable', retryable: true });
  });

  it("keeps the database's own number where the driver wraps it", () => {
    const wrapped = driverError(
      'NJS-500: connection was closed or broken\nORA-00028: your session has been killed',
      { code: 'NJS-500' },
    );
    expect(oracleCode(wrapped)).toBe('ORA-00028');
  });

  it('loses the lines that may hold values (ORA-03301 of newer databases)', () => {
    const text =
      "ORA-00001: unique constraint (T.M_PK) violated on table T.M columns (ID)\nORA-03301: (ORA-00001 details) row with column values (ID:'secret') already exists\nHelp: https://docs.oracle.com/";
    expect(String(fromOracle(driverError(text, { errorNum: 1 }), 'INSERT INTO m'))).not.toMatch(
      /secret|Help/,
    );
  });

  it('is left alone when it is not one', () => {
    const bug = new TypeError('x is not a function');
    expect(fromOracle(bug, '')).toBe(bug);
    expect(isBroken(bug)).toBe(false);
    expect(isBroken(undefined)).toBe(false);
  });
});
