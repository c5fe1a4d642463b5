import type { Declaration } from '../commands/declaration.ts';
import type { Handlers } from '../commands/handler.ts';

/** The whole of a command's `func.ts`: starts the function and answers interactions with `handlers`. */
export function serveCommand(declaration: Declaration, handlers: Handlers): void {
  throw new Error(
    `${declaration.name} (${Object.keys(handlers).length} routes): the runtime is being built.`,
  );
}
