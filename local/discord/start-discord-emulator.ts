import { createControl } from '../emulator/control.ts';
import { Faults } from '../emulator/faults.ts';
import {
  type DROPPED,
  type EmulatorAnswer,
  type EmulatorRequest,
  startHttpServer,
} from '../emulator/http-server.ts';
import { EmulatedRateLimits } from '../emulator/rate-limit.ts';
import { Requests } from '../emulator/requests.ts';
import { StateFile } from '../emulator/state-file.ts';
import type { Violation } from '../emulator/violation.ts';
import { answerApi } from './answer-api.ts';
import { AttachmentFiles } from './attachment-files.ts';
import { serveAttachment } from './attachments.ts';
import { discordCheck } from './check-request.ts';
import { discordControlRoutes } from './control-routes.ts';
import { DiscordEmulator } from './discord-emulator.ts';
import type { LimitMode } from './limits.ts';
import { restoredDiscordState, SavedDiscord, savedDiscordState } from './saved-state.ts';
import type { DiscordSeed } from './seed.ts';
import { seedState } from './seed-state.ts';
import { World } from './world.ts';

export interface DiscordEmulatorOptions {
  readonly seed: DiscordSeed;
  /** 0 (the default) takes a free one. */
  readonly port?: number;
  /** Where the state is kept between starts; attachments lie in `<stateFile>.attachments`. Left out: in memory. */
  readonly stateFile?: string;
  /** Unix milliseconds. */
  readonly now?: () => number;
  /** Default `loose`. */
  readonly limits?: LimitMode;
  /** Holds the emulator's own answers against the OpenAPI file too; what differs is a violation. Default false. */
  readonly checkAnswers?: boolean;
  /**
   * Takes requests whose User-Agent is not `DiscordBot (URL, VERSION)`. Discord's documents say that they may be
   * blocked, and several client libraries send another; the default is to refuse them.
   */
  readonly anyUserAgent?: boolean;
}

const API = '/api/v10';

/** Starts a Discord that keeps state and answers like the real one. Stop it with `stop()`. */
export async function startDiscordEmulator(options: DiscordEmulatorOptions): Promise<DiscordEmulator> {
  const now = options.now ?? Date.now;
  const state = restoredDiscordState(StateFile.read(options.stateFile, SavedDiscord));
  seedState(state, options.seed);
  const file = new StateFile(options.stateFile, () => savedDiscordState(state));
  const world = new World({
    state,
    files: new AttachmentFiles(
      options.stateFile === undefined ? undefined : `${options.stateFile}.attachments`,
    ),
    applications: options.seed.applications.filter(({ guildId }) => state.guilds.has(guildId)),
    now,
    changed: () => file.changed(),
  });
  const faults = new Faults();
  const requests = new Requests();
  const violations: Violation[] = [];
  const parts = {
    world,
    faults,
    requests,
    violations,
    rateLimits: new EmulatedRateLimits(now),
    limitMode: options.limits ?? 'loose',
    check: discordCheck(),
    checkAnswers: options.checkAnswers ?? false,
    anyUserAgent: options.anyUserAgent ?? false,
  };
  let control: ((request: EmulatorRequest) => Promise<EmulatorAnswer>) | undefined;
  const server = await startHttpServer(
    options.port ?? 0,
    async (request): Promise<EmulatorAnswer | typeof DROPPED> => {
      if (request.path.startsWith(`${API}/`))
        return answerApi(parts, request, request.path.slice(API.length));
      if (/^\/(ephemeral-)?attachments\//.test(request.path)) return serveAttachment(world, request);
      if (request.path.startsWith('/emulator/') && control !== undefined) return control(request);
      return { status: 404, json: { message: '404: Not Found', code: 0 } };
    },
  );
  world.cdnUrl = server.url;
  const emulator = new DiscordEmulator({
    world,
    check: parts.check,
    faults,
    requests,
    violations,
    url: server.url,
    stop: async () => {
      await server.stop();
      file.save();
    },
  });
  control = createControl(discordControlRoutes(emulator));
  return emulator;
}
