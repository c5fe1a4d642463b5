/**
 * Which way imports go. `npm run check` holds it; types count as much as values.
 *
 * The floors of `shared/`, lowest first. A subject imports what stands on lower floors, never a higher one and
 * never a neighbour. A new subject is added to the lowest floor that its imports allow.
 */
const FLOORS = [
  ['cache', 'clock', 'json', 'languages', 'pictures', 'retry', 'text', 'times'],
  ['drawing', 'errors', 'log'],
  ['database', 'http'],
  ['discord', 'platform', 'roblox'],
  ['clans', 'interactions', 'members', 'outbox', 'refusals'],
  ['context', 'oci', 'settings'],
  ['blacklist', 'guards', 'leave'],
  ['points'],
  ['events', 'ranks'],
  ['nicknames'],
  ['configs', 'effects', 'profiles', 'quota'],
  ['commands', 'provisioning', 'sync'],
  ['fn'],
];

/** Tests and benches may import doubles and the local platform; they hold to the floors otherwise. */
const TESTS = '[.](test|bench)[.]ts$';

function floorRule(subjects, index) {
  const above = FLOORS.slice(index + 1).flat();
  return subjects.map((subject) => {
    const closed = [...above, ...subjects.filter((other) => other !== subject)];
    return {
      name: `floors: ${subject}`,
      severity: 'error',
      comment: `shared/${subject} imports only what stands on lower floors of shared/.`,
      from: { path: `^shared/${subject}/`, pathNot: TESTS },
      to: { path: `^shared/(${closed.join('|')})/` },
    };
  });
}

export default {
  forbidden: [
    ...FLOORS.flatMap(floorRule),
    {
      name: 'floors: every subject has one',
      severity: 'error',
      comment: 'A folder of shared/ that no floor names: add it to FLOORS.',
      from: {},
      to: { path: '^shared/[^/]+/', pathNot: `^shared/(${FLOORS.flat().join('|')})/` },
    },
    {
      name: 'no circles',
      severity: 'error',
      comment: 'No file is in a circle of imports, so each can be read after the ones it imports.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'inputs are made up from a seed',
      severity: 'error',
      comment: 'fast-check comes from test/support/fuzz-seed.ts, so that no build breaks by chance.',
      from: { pathNot: '^test/support/fuzz-seed[.]ts$' },
      to: { path: 'node_modules/fast-check/' },
    },
    {
      name: 'product imports go down',
      severity: 'error',
      comment: 'The product does not import local/, scripts/ or test/.',
      from: { path: '^(functions|shared)/', pathNot: TESTS },
      to: { path: '^(local|scripts|test)/' },
    },
    {
      name: 'the page in the browser knows no server',
      severity: 'error',
      comment: 'local/page/browser runs in a browser: it imports its own files, the protocol, and libraries.',
      from: { path: '^local/page/browser/', pathNot: TESTS },
      to: {
        path: '^(functions|shared|local|scripts|test)/',
        pathNot: '^local/page/(browser/|protocol[.]ts$)',
      },
    },
    {
      name: 'shared knows no function',
      severity: 'error',
      comment: 'shared/ does not import functions/.',
      from: { path: '^shared/' },
      to: { path: '^functions/' },
    },
    {
      name: 'functions know no other function',
      severity: 'error',
      comment: 'What two functions need belongs in shared/.',
      from: { path: '^functions/([^/]+)/' },
      to: { path: '^functions/', pathNot: '^functions/$1/' },
    },
    {
      name: 'only shared/fn knows Fn',
      severity: 'error',
      comment: 'The types and calls of the FDK stop at shared/fn.',
      from: { path: '^(functions|shared)/', pathNot: '^shared/fn/' },
      to: { path: 'node_modules/@fnproject/' },
    },
    {
      name: 'only shared/oci knows the OCI SDK',
      severity: 'error',
      comment: 'The types and calls of the OCI SDK stop at shared/oci.',
      from: { path: '^(functions|shared)/', pathNot: '^shared/oci/' },
      to: { path: 'node_modules/oci-' },
    },
    {
      name: 'builders only at build time',
      severity: 'error',
      comment: 'Builders are for command.ts and modals.ts, which the build and the registration read.',
      from: { path: '^(functions|shared)/', pathNot: ['^functions/[^/]+/(command|modals)[.]ts$', TESTS] },
      to: { path: 'node_modules/@discordjs/builders' },
    },
    {
      name: 'no function reads its builders',
      severity: 'error',
      comment: 'command.ts and modals.ts hold builders, which would end up in the bundle.',
      from: { path: '^functions/', pathNot: TESTS },
      to: { path: '^functions/[^/]+/(command|modals)[.]ts$' },
    },
  ],
  options: {
    // TypeScript 7 has no API that dependency-cruiser could use; swc reads the same imports, types included.
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
