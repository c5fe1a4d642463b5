import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import { readMigrations } from '../../shared/database/read-migrations.ts';
import type { Route } from '../../shared/interactions/declaration.ts';
import { commandGuide } from './command-guide.ts';
import { type FunctionFolder, type ModalsByLanguage, readFunctionFolders } from './function-folders.ts';

/** What the front door knows of a route. */
interface RoutingEntry {
  readonly function: string;
  readonly reply: Route['reply'];
  readonly readOnly?: true;
  readonly inSteps?: true;
  /** The key of the modal that it opens. */
  readonly modal?: string;
}

/** All routes of all functions by `<on> <key>`: the front door's table. */
export function routeTable(folders: readonly FunctionFolder[]): Record<string, RoutingEntry> {
  const table: Record<string, RoutingEntry> = {};
  for (const { declaration } of folders) {
    for (const route of declaration.routes) {
      table[`${route.on} ${route.key}`] = {
        function: declaration.name,
        reply: route.reply,
        ...(route.readOnly ? { readOnly: true } : {}),
        ...(route.inSteps ? { inSteps: true } : {}),
        ...(route.reply === 'modal' ? { modal: route.modal ?? route.key } : {}),
      };
    }
  }
  return table;
}

/** The modals of all functions by key, and by language within it: what the front door opens. */
export function modalTable(folders: readonly FunctionFolder[]): Record<string, ModalsByLanguage> {
  return Object.assign({}, ...folders.map(({ modals }) => modals));
}

const MODULES: Readonly<Record<string, (root: string) => Promise<string>>> = {
  'clan-bot:routes': async (root) =>
    `export default ${JSON.stringify(routeTable((await readFunctionFolders(root)).folders))};`,
  'clan-bot:guide': async (root) =>
    `export default ${JSON.stringify(await commandGuide(root, (await readFunctionFolders(root)).folders))};`,
  // By name: a default export of a CommonJS file is the file's exports themselves to import().
  'clan-bot:modals': async (root) =>
    `export const modals = ${JSON.stringify(modalTable((await readFunctionFolders(root)).folders))};`,
  'clan-bot:migrations': async (root) =>
    `export default ${JSON.stringify(readMigrations(join(root, 'sql/migrations')))};`,
};

/** The JavaScript of a module that the build makes up, by its name; `undefined` for any other name. */
export function virtualModule(root: string, name: string): Promise<string> | undefined {
  return MODULES[name]?.(root);
}

/** Lets esbuild find the modules that are made up from `functions/` and `sql/`. */
export function virtualModules(root: string): Plugin {
  return {
    name: 'clan-bot-virtual-modules',
    setup(build) {
      build.onResolve({ filter: /^clan-bot:/ }, ({ path }) =>
        MODULES[path] === undefined
          ? { errors: [{ text: `There is no module ${path}.` }] }
          : { path, namespace: 'clan-bot' },
      );
      build.onLoad({ filter: /./, namespace: 'clan-bot' }, async ({ path }) => ({
        contents: (await virtualModule(root, path)) ?? '',
        loader: 'js',
      }));
    },
  };
}
