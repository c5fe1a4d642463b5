import { join, resolve } from 'node:path';

const DIRECTORY = resolve(import.meta.dirname, '../../dist/functions');

/** The functions as `npm run build` leaves them. */
export const FUNCTIONS = {
  path: (name: string) => join(DIRECTORY, `${name}.cjs`),
} as const;
