import type { DiscordEmulator } from '../../local/discord/discord-emulator.ts';
import { startHttpServer } from '../../local/emulator/http-server.ts';
import { IDS, SEED, startWorld, TOKEN } from '../contract/discord-world.ts';

/** How client libraries take an interaction: as a web request. */
export type Endpoint = (request: Request) => Response | Promise<Response>;

/** A Discord emulator whose interactions go to a client library. */
export interface ClientFixture {
  readonly discord: DiscordEmulator;
  /** What answers interactions from now on. */
  serve(endpoint: Endpoint): void;
  /** `fetch` for a library whose API address is fixed: `https://discord.com/api/v10` is the emulator. */
  readonly fetch: typeof fetch;
  stop(): Promise<void>;
}

export const CLIENT = {
  token: TOKEN,
  applicationId: IDS.application,
  guildId: IDS.guild,
  publicKey: SEED.applications[0]?.publicKey ?? '',
} as const;

/** The real one: a test may put the fixture's in its place. */
const webFetch = fetch;
const DISCORD = /^https:\/\/discord\.com\/api(\/v\d+)?/;

/** With the size of real rate limits. `anyUserAgent` is for libraries that send no User-Agent of a bot. */
export async function startClientFixture(options: { anyUserAgent?: boolean } = {}): Promise<ClientFixture> {
  let endpoint: Endpoint = () => new Response(null, { status: 500 });
  const discord = await startWorld({ limits: 'real', ...options });
  const server = await startHttpServer(0, async ({ method, headers, body }) => {
    const given = new Headers();
    for (const [name, value] of Object.entries(headers))
      if (typeof value === 'string') given.set(name, value);
    const request = new Request('http://localhost/interactions', {
      method,
      headers: given,
      body: new Uint8Array(body),
    });
    const response = await endpoint(request);
    return {
      status: response.status,
      headers: { 'content-type': response.headers.get('content-type') ?? 'application/json' },
      bytes: new Uint8Array(await response.arrayBuffer()),
    };
  });
  discord.gatewayUrl = server.url;
  return {
    discord,
    serve: (given) => {
      endpoint = given;
    },
    fetch: (input, init) => {
      const url = input instanceof Request ? input.url : `${input}`;
      const moved = url.replace(DISCORD, discord.apiUrl);
      return input instanceof Request ? webFetch(new Request(moved, input), init) : webFetch(moved, init);
    },
    async stop() {
      await server.stop();
      await discord.stop();
    },
  };
}

/** A member uses `/hello`, and what they read in the end. */
export async function hello({ discord }: ClientFixture) {
  const sent = await discord.sendInteraction({ clan: 'tophat', user: 'Wolf', command: 'hello' });
  if (!sent.acknowledged) throw new Error(`The client's answer was not taken: ${sent.problem}`);
  return { sent, reply: await discord.waitFor(sent.interactionId) };
}

/** Members that a page of 2 does not hold: the three of the world and its bot. */
export const MEMBERS = [IDS.application, IDS.owner, IDS.wolf, IDS.closed];
