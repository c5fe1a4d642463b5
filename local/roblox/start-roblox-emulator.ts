import { createControl } from '../emulator/control.ts';
import { Faults } from '../emulator/faults.ts';
import { type EmulatorAnswer, type EmulatorRequest, startHttpServer } from '../emulator/http-server.ts';
import { EmulatedRateLimits } from '../emulator/rate-limit.ts';
import { Requests } from '../emulator/requests.ts';
import { StateFile } from '../emulator/state-file.ts';
import type { Violation } from '../emulator/violation.ts';
import { answerRoblox } from './answer-api.ts';
import { robloxCheck } from './check-request.ts';
import { robloxControlRoutes } from './control-routes.ts';
import { RobloxEmulator } from './roblox-emulator.ts';
import type { RobloxSeed } from './seed.ts';
import { SavedRoblox, savedRobloxState, seedRobloxState } from './state.ts';

export interface RobloxEmulatorOptions {
  readonly seed: RobloxSeed;
  /** 0 (the default) takes a free one. */
  readonly port?: number;
  /** Where the state is kept between starts. Left out: in memory. */
  readonly stateFile?: string;
  /** Unix milliseconds. */
  readonly now?: () => number;
  /** `real` (the default): the documented limits per minute. `loose`: none that a test would meet. */
  readonly limits?: 'real' | 'loose';
  /** Holds the emulator's own answers against the OpenAPI file too; what differs is a violation. Default false. */
  readonly checkAnswers?: boolean;
}

/** Starts a Roblox that keeps state and answers like Open Cloud and users.roblox.com. Stop it with `stop()`. */
export async function startRobloxEmulator(options: RobloxEmulatorOptions): Promise<RobloxEmulator> {
  const now = options.now ?? Date.now;
  const state = seedRobloxState(StateFile.read(options.stateFile, SavedRoblox), options.seed);
  const file = new StateFile(options.stateFile, () => savedRobloxState(state));
  const faults = new Faults();
  const requests = new Requests();
  const violations: Violation[] = [];
  const changed = () => file.changed();
  const parts = {
    state,
    faults,
    requests,
    violations,
    now,
    changed,
    rateLimits: new EmulatedRateLimits(now),
    limitMode: options.limits ?? ('real' as const),
    check: robloxCheck(),
    checkAnswers: options.checkAnswers ?? false,
  };
  let control: ((request: EmulatorRequest) => Promise<EmulatorAnswer>) | undefined;
  const server = await startHttpServer(options.port ?? 0, async (request) => {
    if (request.path.startsWith('/emulator/') && control !== undefined) return control(request);
    return answerRoblox(parts, request);
  });
  const emulator = new RobloxEmulator({
    state,
    faults,
    requests,
    violations,
    changed,
    url: server.url,
    stop: async () => {
      await server.stop();
      file.save();
    },
  });
  control = createControl(robloxControlRoutes(emulator));
  return emulator;
}
