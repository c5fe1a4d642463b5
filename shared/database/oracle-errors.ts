import { DatabaseError, type DatabaseErrorCode } from './errors.ts';
import { excerpt } from './statement-text.ts';

/** ORA numbers that mean something to a store; https://docs.oracle.com/en/error-help/db/. */
const ORA: readonly (readonly [DatabaseErrorCode, readonly number[]])[] = [
  ['unique', [1]],
  ['constraint', [1400, 1407, 1438, 2290, 2291, 2292]],
  ['too-long', [1461, 1489, 12899]],
  ['busy', [18, 20, 54, 60, 4021, 8177, 30006]],
  ['denied', [1005, 1017, 1031, 1045, 28000, 28001, 28002, 28003]],
  ['schema', [904, 942, 1418, 2289]],
  ['exists', [955, 1408, 1430, 2260, 2261, 2264]],
  ['usage', [900, 903, 905, 907, 911, 917, 923, 932, 933, 936, 1006, 1008, 1036, 1722, 1745, 1747, 6502]],
  [
    'unreachable',
    [1033, 1034, 1090, 12170, 12505, 12506, 12514, 12516, 12518, 12519, 12520, 12528, 12541, 12543, 12545],
  ],
];
/** The driver's own: the network, TLS, names, and waiting for the pool. */
const NJS: readonly (readonly [DatabaseErrorCode, readonly number[]])[] = [
  ['busy', [40, 76, 123]],
  ['unreachable', [504, 505, 506, 507, 508, 510, 511, 512, 513, 514, 515, 516, 517, 518, 519, 520, 522, 530]],
  ['usage', [11, 12, 44, 55, 97, 98, 105]],
];
/** The session is gone: a frozen container's socket died, the database restarted or killed it. */
const BROKEN_ORA = [
  22, 28, 31, 45, 378, 600, 602, 603, 609, 1012, 1041, 1043, 1089, 1092, 2396, 3113, 3114, 3122, 3135,
];
const BROKEN_NET = [
  12153, 12537, 12547, 12570, 12571, 12583, 25401, 25402, 25403, 25405, 25408, 25409, 27146, 28511, 56600,
];
const BROKEN_NJS = [3, 500, 501, 503, 521];

/** `ORA-00001` or `NJS-500`: the database's own number where there is one, else the driver's. */
export function oracleCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const [ora] = /\bORA-\d{5}\b/.exec(error.message) ?? [];
  if (ora !== undefined) return ora;
  if ('errorNum' in error && typeof error.errorNum === 'number' && error.errorNum > 0) {
    return `ORA-${String(error.errorNum).padStart(5, '0')}`;
  }
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Whether the session is gone, so that nothing more can be said on it and what was not committed is undone. */
export function isBroken(error: unknown): boolean {
  const code = oracleCode(error) ?? '';
  const number = Number(code.slice(4));
  if (code.startsWith('NJS-')) return BROKEN_NJS.includes(number);
  return code.startsWith('ORA-') && (BROKEN_ORA.includes(number) || BROKEN_NET.includes(number));
}

/**
 * Turns what node-oracledb threw into the project's own error. Only the first line of its text is kept: the
 * lines after it may hold the row's values.
 */
export function fromOracle(error: unknown, doing: string): unknown {
  const engineCode = oracleCode(error);
  if (error instanceof DatabaseError || !(error instanceof Error) || engineCode === undefined) return error;
  const code = isBroken(error) ? 'unreachable' : codeOf(engineCode);
  const line = error.message.split('\n').find((each) => each.includes(engineCode)) ?? engineCode;
  return new DatabaseError(code, `${line.trim()}: ${excerpt(doing)}`, { engineCode, cause: error });
}

function codeOf(engineCode: string): DatabaseErrorCode {
  const table = engineCode.startsWith('ORA-') ? ORA : engineCode.startsWith('NJS-') ? NJS : [];
  const number = Number(engineCode.slice(4));
  return table.find(([, numbers]) => numbers.includes(number))?.[0] ?? 'other';
}
