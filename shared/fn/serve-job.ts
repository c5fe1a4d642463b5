import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod/mini';
import { createCachingRegistry } from '../clans/caching-registry.ts';
import type { ClanIdentity, ClanRegistry } from '../clans/clan-record.ts';
import { failureOf } from '../commands/failure.ts';
import { ErrorReporter, SevereLines } from '../commands/report-error.ts';
import type { ClanRuntime } from '../context/clan-runtime.ts';
import { makeSnowflake } from '../discord/snowflake.ts';
import { deliverDue } from '../effects/deliver.ts';
import type { Performers, ReplyPictures } from '../effects/performer.ts';
import { performersWith } from '../effects/performers.ts';
import { UserError } from '../errors/user-error.ts';
import type { Declaration } from '../interactions/declaration.ts';
import type { Logger } from '../log/logger.ts';
import type { Job, JobCall } from './job.ts';
import { createOpenClans } from './open-clans.ts';
import { openPlatform, type Platform } from './open-platform.ts';
import { parseFunctionBody } from './parse-body.ts';
import { RECORD_CACHE } from './registry-cache.ts';
import { type FnAnswer, serve } from './serve.ts';
import { type StartedFunction, startFunction } from './start-function.ts';

const JobBody = z.looseObject({ job: z.string(), clan: z.optional(z.string()) });
type JobBody = z.infer<typeof JobBody>;

/** Kept free at the end of an invocation, for the answer and what has to be written down and reported. */
const RESERVE_MS = 5_000;
/** From here on nothing is sent any more, so that the invocation ends by itself and is not killed. */
const LAST_CALL_MS = 1_000;

/**
 * The whole of a job's `func.ts`: starts the function and runs `run` once for each invocation. With `pictures`, the replies
 * that it delivers carry their pictures.
 */
export function serveJob(declaration: Declaration, run: Job, pictures?: ReplyPictures): void {
  const started = startFunction(declaration.name);
  const { environment, log } = started;
  let opened: Promise<Platform> | undefined;
  let lastCall = Number.POSITIVE_INFINITY;
  const clans = createOpenClans(started, () => lastCall);
  const reporter = new ErrorReporter(Date.now);
  const performers = performersWith(pictures);

  async function open(): Promise<Platform> {
    try {
      return cached(await openPlatform(environment, (message) => log.error(message)), log);
    } catch (error) {
      // The next invocation tries again.
      opened = undefined;
      throw error;
    }
  }

  serve(
    async (call) => {
      const body = parseFunctionBody(JobBody, call.body);
      if (body === undefined) {
        log.error('An invocation was no job', { bytes: call.body.length });
        return { status: 400, body: '{"ok":false,"error":"malformed"}' };
      }
      opened ??= open();
      const platform = await opened;
      const end = call.deadline ?? Date.now() + declaration.timeoutSeconds * 1000;
      lastCall = end - LAST_CALL_MS;
      return runJob(run, body, {
        ...{ started, platform, clans, reporter, performers },
        deadline: end - RESERVE_MS,
      });
    },
    (error) => log.critical('An invocation failed', { error }),
  );
}

interface JobServices {
  readonly started: StartedFunction;
  readonly platform: Platform;
  readonly clans: ReturnType<typeof createOpenClans>;
  readonly reporter: ErrorReporter;
  readonly performers: Performers;
  readonly deadline: number;
}

async function runJob(run: Job, body: JobBody, services: JobServices): Promise<FnAnswer> {
  const { started, platform, clans, reporter, performers, deadline } = services;
  const severe = new SevereLines();
  const { job, clan } = body;
  const log = started.createLog(severe.onLine).with({ job, ...(clan === undefined ? {} : { clan }) });
  const begun = Date.now();
  /** The clan that the job is for, once it is open: its log channel gets the error. */
  let own: ClanRuntime | undefined;

  const call: JobCall = {
    job,
    clan,
    body,
    environment: started.environment,
    registry: platform.registry,
    invoke: platform.invoke,
    log,
    now: Date.now,
    sleep,
    random: Math.random,
    deadline,
    async openClan(wanted) {
      const runtime = await clans.openWithSettings(await recordOf(platform.registry, wanted));
      if (runtime.clan.clan === clan) own = runtime;
      return runtime;
    },
    async deliver(runtime, options) {
      const lines = new SevereLines();
      const clanLog = started.createLog(lines.onLine).with({ job, clan: runtime.clan.clan });
      const context = { ...runtime, log: clanLog, now: Date.now, sleep, random: Math.random };
      const performed = await deliverDue(context, { ...options, performers });
      await reporter.post(runtime, lines.lines, nonce());
      return performed;
    },
  };
  const answer = await answerOf(run, call);
  log.info('Ran', { ...answer, ms: Date.now() - begun });
  if (own !== undefined) await reporter.post(own, severe.lines, nonce());
  return { status: 200, body: JSON.stringify(answer) };
}

async function answerOf(run: Job, call: JobCall): Promise<Readonly<Record<string, unknown>>> {
  try {
    return { ok: true, ...(await run(call)) };
  } catch (error) {
    const { code, text } = failureOf(error);
    call.log.error('A job failed', { code, error });
    return { ok: false, error: code, message: text('en') };
  }
}

async function recordOf(registry: ClanRegistry, wanted: string | ClanIdentity) {
  const record =
    typeof wanted === 'string'
      ? await registry.recordOfClan(wanted)
      : await registry.record(wanted.applicationId);
  if (record !== undefined) return record;
  throw new UserError('no-such-clan', 'There is no clan of this name. Nothing was done.');
}

function cached({ registry, invoke }: Platform, log: Logger): Platform {
  const onStale = (error: unknown) => log.warning('A clan record could not be renewed', { error });
  return { invoke, registry: createCachingRegistry(registry, { ...RECORD_CACHE, now: Date.now, onStale }) };
}

function nonce(): string {
  return `e${makeSnowflake(Date.now(), Math.random)}`;
}
