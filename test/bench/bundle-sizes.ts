import { statSync } from 'node:fs';
import type { BuildResult } from '../../scripts/build/build-functions.ts';
import { FUNCTIONS } from './functions.ts';
import { atMost, type Result } from './result.ts';

const FRONT_DOOR_LIMIT_KB = 60;
/** What no call of the front door needs. */
const NOT_IN_FRONT_DOOR = /node_modules\/(oracledb|@discordjs|oci-|zod)|shared\/(oci|database)\//;

/** The bundles as they are loaded, minified. */
export function bundleSizes({ built }: BuildResult): readonly Result[] {
  const sizes = [...built.keys()].map((name) => ({ name, kb: kilobytes(name) }));
  const door = kilobytes('interactions');
  const commands = sizes.filter(({ name }) => name !== 'interactions').sort((a, b) => a.kb - b.kb);
  const strangers = (built.get('interactions') ?? []).filter((source) => NOT_IN_FRONT_DOOR.test(source));
  return [
    {
      title: 'Bundles, minified',
      rows: [
        { name: 'interactions', value: door, unit: 'KB', budget: atMost(door, FRONT_DOOR_LIMIT_KB, 'KB') },
        {
          name: 'files of database, OCI, zod or builders in it',
          value: strangers.length,
          unit: '',
          budget: atMost(strangers.length, 0, ''),
        },
        ...[commands[0], commands.at(-1)].flatMap((other, index) =>
          other === undefined
            ? []
            : [
                {
                  name: `${index === 0 ? 'smallest' : 'largest'} of the others: ${other.name}`,
                  value: other.kb,
                  unit: 'KB' as const,
                },
              ],
        ),
      ],
    },
  ];
}

function kilobytes(name: string): number {
  return statSync(FUNCTIONS.path(name)).size / 1000;
}
