import type { Answer, CommandContext } from '../context/command-context.ts';

/** May throw `UserError`; any other error becomes "something went wrong" with a code and the interaction id. */
export type Handler = (context: CommandContext) => Promise<Answer>;

/** A function's handlers, by `<on> <key>` of its routes: `'command points add'`, `'component review.approve'`. */
export type Handlers = Readonly<Record<string, Handler>>;
