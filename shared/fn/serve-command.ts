import { setTimeout } from 'node:timers/promises';
import { createCachingRegistry } from '../clans/caching-registry.ts';
import { handleInteraction } from '../commands/handle-interaction.ts';
import type { Handlers, HandlersOf } from '../commands/handler.ts';
import { ErrorReporter } from '../commands/report-error.ts';
import type { CommandServices, InteractionOutcome } from '../commands/services.ts';
import { loadOracleDriver } from '../database/oracle-driver.ts';
import type { ReplyPictures } from '../effects/performer.ts';
import { performersWith } from '../effects/performers.ts';
import type { Declaration } from '../interactions/declaration.ts';
import { CommandInput } from '../interactions/envelope.ts';
import { createVerifierAtOnce } from '../interactions/verify-at-once.ts';
import type { Environment } from '../platform/environment.ts';
import { createOpenClans } from './open-clans.ts';
import { openPlatform } from './open-platform.ts';
import { parseFunctionBody } from './parse-body.ts';
import { RECORD_CACHE } from './registry-cache.ts';
import { type FnAnswer, FunctionFailure, serve } from './serve.ts';
import { type StartedFunction, startFunction } from './start-function.ts';
import { stoppableTimer } from './stoppable-timer.ts';

/** Kept free at the end of an invocation, so that it ends by itself and is not killed. */
const RESERVE_MS = 1_000;

/**
 * The whole of a command's `func.ts`: starts the function and answers interactions with `handlers`. With `pictures`, its
 * replies carry their pictures.
 */
export function serveCommand<D extends Declaration>(
  declaration: D,
  handlers: HandlersOf<D>,
  pictures?: ReplyPictures,
): void {
  const started = startFunction(declaration.name);
  let deadline = Number.POSITIVE_INFINITY;
  let services: Promise<CommandServices> | undefined;

  async function open(): Promise<CommandServices> {
    try {
      return await openServices(started, { declaration, handlers, pictures }, () => deadline);
    } catch (error) {
      // The next invocation tries again.
      services = undefined;
      throw error;
    }
  }

  serve(
    async (call) => {
      const input = parseFunctionBody(CommandInput, call.body);
      if (input === undefined) {
        started.log.error('An invocation was neither an envelope nor a warm-up', { bytes: call.body.length });
        return { status: 400, body: '{"error":"malformed"}' };
      }
      services ??= open();
      if ('warm' in input) {
        await Promise.all([services, loadDriver(started.environment), prepare(pictures, started)]);
        return { status: 200, body: '{"warm":true}' };
      }
      deadline = (call.deadline ?? Date.now() + declaration.timeoutSeconds * 1000) - RESERVE_MS;
      return answerOf(await handleInteraction(input, await services, deadline));
    },
    (error) => started.log.critical('An invocation failed', { error }),
  );
}

/** In the cloud every clan's schema is on Oracle, so the first interaction need not wait for its driver. */
async function loadDriver({ registry }: Environment): Promise<void> {
  if (registry.kind === 'vault') await loadOracleDriver();
}

async function openServices(
  started: StartedFunction,
  served: {
    readonly declaration: Declaration;
    readonly handlers: Handlers;
    readonly pictures: ReplyPictures | undefined;
  },
  deadline: () => number,
): Promise<CommandServices> {
  const { environment, log, createLog } = started;
  const { registry } = await openPlatform(environment, (message) => log.error(message));
  const clans = createOpenClans(started, deadline);
  const now = Date.now;
  return {
    declaration: served.declaration,
    handlers: served.handlers,
    registry: createCachingRegistry(registry, {
      ...RECORD_CACHE,
      now,
      onStale: (error) => log.warning('A clan record could not be renewed', { error }),
    }),
    verify: createVerifierAtOnce(),
    discordOf: (record) => clans.discordOf(record),
    openClan: (record) => clans.open(record),
    performers: performersWith(served.pictures),
    pictures: served.pictures,
    reporter: new ErrorReporter(now),
    createLog,
    now,
    random: Math.random,
    sleep: (ms) => setTimeout(ms),
    timer: stoppableTimer,
  };
}

/** A picture that cannot be drawn is said when one is to be drawn; a warm-up does not fail for it. */
async function prepare(pictures: ReplyPictures | undefined, { log }: StartedFunction): Promise<void> {
  try {
    await pictures?.prepare();
  } catch (error) {
    log.warning('Pictures cannot be drawn', { error });
  }
}

/** An answer that could not be delivered goes to the failure queue, so that the delivery job can end it. */
function answerOf(outcome: InteractionOutcome): FnAnswer {
  if (outcome.kind === 'unanswered') throw new FunctionFailure(outcome.reason);
  const { kind, ...rest } = outcome;
  return { status: 200, body: JSON.stringify(kind === 'choices' ? rest : outcome) };
}
