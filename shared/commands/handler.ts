import type { Answer, CommandContext, ContextOf } from '../context/command-context.ts';
import type { Declaration, Route, RouteName } from '../interactions/declaration.ts';

/** May throw `UserError`; any other error becomes "something went wrong" with a code and the interaction id. */
export type Handler = (context: CommandContext<string, string>) => Promise<Answer>;

/** A function's handlers, by `<on> <key>` of its routes: `'command points add'`, `'component review.approve'`. */
export type Handlers = Readonly<Record<string, Handler>>;

/**
 * Exactly the handlers that a declaration calls for: one for each route but those that open a modal, which the
 * front door answers.
 */
export type HandlersOf<D extends Declaration> = {
  readonly [N in HandledName<D['routes'][number]> & RouteName<D>]: (
    context: ContextOf<D, N>,
  ) => Promise<Answer>;
};
type HandledName<R extends Route> = R extends Route
  ? R['reply'] extends 'modal'
    ? never
    : `${R['on']} ${R['key']}`
  : never;
