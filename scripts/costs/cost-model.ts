/** What the bill is made of: prices and habits. Every figure can be given to `npm run costs`. */
export const INPUTS = {
  // Prices, US dollars. From Oracle's price list as remembered; look them up before you rely on them.
  pricePerGbSecond: { value: 0.00001417, what: 'Functions, a GB-second of memory' },
  priceProvisionedGbSecond: {
    value: 0.00000354,
    what: 'Functions, a GB-second that provisioned concurrency waits',
  },
  pricePerMillionInvocations: { value: 0.2, what: 'Functions, a million invocations' },
  pricePerMillionGatewayCalls: { value: 3, what: 'API Gateway, a million calls' },
  pricePerEcpuHour: { value: 0.336, what: 'Autonomous Database, an ECPU for an hour' },
  pricePerGbStored: { value: 0.1156, what: 'Autonomous Database, a GB of storage for a month' },
  pricePerHealthCheck: {
    value: 0.3,
    what: 'Health Checks, a target asked every 30 s or less often, for a month',
  },
  pricePerSecret: {
    value: 0,
    what: 'Vault, a secret beyond the free ones for a month; no list price is known here',
  },
  pricePerLogGb: { value: 0.05, what: 'Logging, a GB kept for a month' },
  // What a tenancy has free each month.
  freeGbSeconds: { value: 400_000, what: 'Functions, GB-seconds free a month' },
  freeInvocations: { value: 2_000_000, what: 'Functions, invocations free a month' },
  freeSecrets: { value: 150, what: 'Vault, secrets of a tenancy that cost nothing' },
  freeLogGb: { value: 10, what: 'Logging, GB free a month' },
  // Habits.
  commandsPerClanPerDay: { value: 300, what: 'commands, clicks and modals of one clan a day' },
  frontDoorSeconds: { value: 0.1, what: 'seconds of the front door for one interaction or health check' },
  commandSeconds: { value: 0.8, what: 'seconds of a command function' },
  warmUpSeconds: { value: 0.05, what: 'seconds of a command function for a warm-up' },
  warmSeconds: { value: 2, what: 'seconds of warm itself' },
  outboxSeconds: { value: 0.5, what: 'seconds of deliver-outbox, without clans' },
  outboxSecondsPerClan: { value: 0.1, what: 'seconds of deliver-outbox for each clan' },
  syncSeconds: { value: 15, what: 'seconds of sync-ranks for one clan, every hour' },
  logKbPerInvocation: { value: 1, what: 'KB of log of an invocation' },
  // Sizes, as the functions declare them.
  frontDoorGb: { value: 0.5, what: 'memory of interactions, GB' },
  commandGb: { value: 0.25, what: 'memory of a command function, GB' },
  warmGb: { value: 0.125, what: 'memory of warm, GB' },
  outboxGb: { value: 0.25, what: 'memory of deliver-outbox, GB' },
  syncGb: { value: 0.5, what: 'memory of sync-ranks, GB' },
  // A round number, so that a new command leaves the documents as they are.
  commandFunctions: {
    value: 20,
    what: 'command functions that warm calls, in round numbers; `npm run costs` counts those that there are',
  },
  // Choices.
  provisionedUnits: { value: 10, what: 'units of provisioned concurrency, in the row that has them' },
  ecpus: { value: 2, what: 'ECPUs of a paid database' },
  databaseGb: { value: 20, what: 'GB of a paid database' },
} as const;
export type InputName = keyof typeof INPUTS;
export const INPUT_NAMES = Object.keys(INPUTS).filter((name): name is InputName => name in INPUTS);
/** The value of an input. */
export type Inputs = (name: InputName) => number;

/** The inputs as they stand above, but for those in `changed`. */
export function inputsWith(changed: Readonly<Record<string, number | undefined>> = {}): Inputs {
  return (name) => changed[name] ?? INPUTS[name].value;
}

export type KeepWarm = 'all' | 'front-door' | 'off';

const DAYS = 30;
const MONTH_SECONDS = DAYS * 24 * 3600;
const MINUTES = DAYS * 24 * 60;

/** A month of the platform, in the units that are billed. */
export interface Usage {
  readonly invocations: number;
  readonly gbSeconds: number;
  readonly gatewayCalls: number;
  readonly logGb: number;
  /** Targets of the health monitor. */
  readonly healthTargets: number;
  /** Three of each clan, and the administrator's. */
  readonly secrets: number;
}

/** What so many clans use in a month. */
export function usage(clans: number, keepWarm: KeepWarm, i: Inputs): Usage {
  const interactions = clans * i('commandsPerClanPerDay') * DAYS;
  const healthChecks = keepWarm === 'off' ? 0 : MINUTES;
  const outboxRuns = keepWarm === 'off' ? DAYS * 24 : MINUTES;
  const warmRuns = keepWarm === 'all' ? MINUTES / 3 : 0;
  const syncs = clans * DAYS * 24;
  const warmUps = warmRuns * i('commandFunctions');
  const invocations = 2 * interactions + healthChecks + outboxRuns + warmRuns + warmUps + syncs;
  const gbSeconds =
    (interactions + healthChecks) * i('frontDoorSeconds') * i('frontDoorGb') +
    interactions * i('commandSeconds') * i('commandGb') +
    outboxRuns * (i('outboxSeconds') + clans * i('outboxSecondsPerClan')) * i('outboxGb') +
    warmRuns * i('warmSeconds') * i('warmGb') +
    warmUps * i('warmUpSeconds') * i('commandGb') +
    syncs * i('syncSeconds') * i('syncGb');
  return {
    invocations,
    gbSeconds,
    gatewayCalls: interactions + healthChecks,
    logGb: (invocations * i('logKbPerInvocation')) / 1_000_000,
    healthTargets: keepWarm === 'off' ? 0 : 1,
    secrets: 3 * clans + 1,
  };
}

/** Dollars a month, by part. */
export interface Bill {
  readonly functions: number;
  readonly gateway: number;
  readonly logs: number;
  readonly monitor: number;
  readonly secrets: number;
  readonly provisioned: number;
  readonly database: number;
  readonly total: number;
}

/** What that usage costs; free amounts are taken off first. */
export function bill(
  used: Usage,
  options: { readonly provisioned: boolean; readonly paidDatabase: boolean },
  i: Inputs,
): Bill {
  const over = (amount: number, free: number) => Math.max(0, amount - free);
  const functions =
    over(used.gbSeconds, i('freeGbSeconds')) * i('pricePerGbSecond') +
    (over(used.invocations, i('freeInvocations')) / 1_000_000) * i('pricePerMillionInvocations');
  const gateway = (used.gatewayCalls / 1_000_000) * i('pricePerMillionGatewayCalls');
  const logs = over(used.logGb, i('freeLogGb')) * i('pricePerLogGb');
  const monitor = used.healthTargets * i('pricePerHealthCheck');
  const secrets = over(used.secrets, i('freeSecrets')) * i('pricePerSecret');
  const provisioned = options.provisioned
    ? i('provisionedUnits') * i('frontDoorGb') * MONTH_SECONDS * i('priceProvisionedGbSecond')
    : 0;
  const database = options.paidDatabase
    ? i('ecpus') * i('pricePerEcpuHour') * (MONTH_SECONDS / 3600) + i('databaseGb') * i('pricePerGbStored')
    : 0;
  return {
    functions,
    gateway,
    logs,
    monitor,
    secrets,
    provisioned,
    database,
    total: functions + gateway + logs + monitor + secrets + provisioned + database,
  };
}
