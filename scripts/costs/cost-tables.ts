import { bill, INPUT_NAMES, INPUTS, type Inputs, type KeepWarm, usage } from './cost-model.ts';

const CLANS = [1, 10, 100];
const WAYS: readonly { readonly name: string; readonly keepWarm: KeepWarm; readonly provisioned: boolean }[] =
  [
    { name: '`keep_warm = "off"`', keepWarm: 'off', provisioned: false },
    { name: '`keep_warm = "front-door"`', keepWarm: 'front-door', provisioned: false },
    { name: '`keep_warm = "all"` (default)', keepWarm: 'all', provisioned: false },
    { name: 'all, and provisioned concurrency', keepWarm: 'all', provisioned: true },
  ];

/** The tables of docs/COSTS.md for these inputs, as Markdown. */
export function costTables(inputs: Inputs): string {
  return [usageTable(inputs), billTable(inputs), inputTable(inputs)].join('\n\n');
}

function usageTable(inputs: Inputs): string {
  const rows = CLANS.map((clans) => {
    const used = usage(clans, 'all', inputs);
    return row([
      String(clans),
      thousands(used.invocations),
      thousands(used.gbSeconds),
      thousands(used.gatewayCalls),
      used.logGb.toFixed(2),
      String(used.secrets),
    ]);
  });
  return [
    'A month of the default, in the units that are billed:',
    '',
    row(['Clans', 'Invocations', 'GB-seconds', 'Gateway calls', 'GB of log', 'Secrets']),
    row(['---:', '---:', '---:', '---:', '---:', '---:']),
    ...rows,
  ].join('\n');
}

function billTable(inputs: Inputs): string {
  const rows = WAYS.flatMap(({ name, keepWarm, provisioned }) =>
    CLANS.map((clans) => {
      const free = bill(usage(clans, keepWarm, inputs), { provisioned, paidDatabase: false }, inputs);
      const paid = bill(usage(clans, keepWarm, inputs), { provisioned, paidDatabase: true }, inputs);
      return row([
        name,
        String(clans),
        dollars(free.functions),
        dollars(free.gateway),
        dollars(free.monitor),
        dollars(free.provisioned),
        dollars(free.total),
        dollars(paid.total),
      ]);
    }),
  );
  return [
    'Dollars a month:',
    '',
    row([
      '',
      'Clans',
      'Functions',
      'Gateway',
      'Monitor',
      'Waiting units',
      '**Always Free database**',
      '**Paid database**',
    ]),
    row(['---', '---:', '---:', '---:', '---:', '---:', '---:', '---:']),
    ...rows,
  ].join('\n');
}

function inputTable(inputs: Inputs): string {
  const rows = INPUT_NAMES.map((name) => row([`\`${name}\``, plain(inputs(name)), INPUTS[name].what]));
  return [
    'What was put in:',
    '',
    row(['Input', 'Value', 'What it is']),
    row(['---', '---:', '---']),
    ...rows,
  ].join('\n');
}

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const thousands = (amount: number) => Math.round(amount).toLocaleString('en-US');
const dollars = (amount: number) => amount.toFixed(2);
const plain = (amount: number) => amount.toLocaleString('en-US', { maximumFractionDigits: 10 });
