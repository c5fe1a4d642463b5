import type { DiscordEmulator } from '../../local/discord/discord-emulator.ts';
import { IDS, startWorld, TOKEN } from './discord-world.ts';
import { startFakeGateway } from './fake-gateway.ts';
import { rawRequest } from './raw-request.ts';

export const AGENT = { 'user-agent': 'DiscordBot (https://test.example, 1.0)' };
export const EPHEMERAL = 64;
export const PNG = { name: 'proof one.png', contentType: 'image/png', bytes: new Uint8Array([1, 2, 3]) };
/** Who acts in most tests, and the command they use. */
export const BY = { clan: 'tophat', user: 'Wolf' };
export const ADD = { ...BY, command: 'points add', options: { member: '@hermit', amount: '5' } };

const COMMANDS = [
  {
    name: 'points',
    description: 'Points of members',
    options: [
      {
        type: 1,
        name: 'add',
        description: 'Gives points',
        options: [
          { type: 6, name: 'member', description: 'To whom', required: true },
          { type: 4, name: 'amount', description: 'How many', required: true, min_value: 1, max_value: 10 },
          { type: 3, name: 'reason', description: 'Why', choices: [{ name: 'Raid', value: 'raid' }] },
          { type: 11, name: 'proof', description: 'A picture' },
        ],
      },
      {
        type: 1,
        name: 'undo',
        description: 'Takes back',
        options: [{ type: 3, name: 'entry', description: 'Which', required: true, autocomplete: true }],
      },
    ],
  },
  { name: 'Check member', type: 2 },
];

export const MODAL = {
  custom_id: 'submit-event:Raid',
  title: 'Submit an event',
  components: [
    {
      type: 18,
      label: 'Members',
      component: { type: 5, custom_id: 'members', required: false, max_values: 25 },
    },
    {
      type: 18,
      label: 'Roblox names',
      component: { type: 4, custom_id: 'names', style: 2, required: false },
    },
    { type: 18, label: 'Proof', component: { type: 19, custom_id: 'proof', min_values: 1, max_values: 1 } },
  ],
};

type Json = Readonly<Record<string, unknown>>;

/** An emulator with commands and a gateway that answers as the test says. */
export interface Fixture {
  readonly discord: DiscordEmulator;
  /** What the gateway got, the first first. */
  readonly received: Awaited<ReturnType<typeof startFakeGateway>>['received'];
  /** How the gateway answers the next interactions; undefined is a 500 without a body. At first every one is deferred. */
  respond(answer: (interaction: Json) => unknown): void;
  /** Moves the emulator's clock on. */
  pass(ms: number): void;
  /** A call with the token of an interaction; `path` follows the token. */
  webhook(method: string, token: string, path: string, body?: unknown): ReturnType<typeof rawRequest>;
  original(method: string, token: string, body?: unknown): ReturnType<typeof rawRequest>;
  stop(): Promise<void>;
}

/** `status` is what the gateway answers, without a body, where `respond` gives undefined. */
export async function startFixture({ status = 500 } = {}): Promise<Fixture> {
  let now = Date.now();
  let answer: (interaction: Json) => unknown = () => ({ type: 5 });
  const discord = await startWorld({ now: () => now });
  const gateway = await startFakeGateway((interaction) => answer(interaction), status);
  discord.gatewayUrl = gateway.url;
  const path = `/applications/${IDS.application}/guilds/${IDS.guild}/commands`;
  const headers = { ...AGENT, authorization: `Bot ${TOKEN}` };
  const registered = await rawRequest(discord.apiUrl, 'PUT', path, { body: COMMANDS, headers });
  if (registered.status !== 200)
    throw new Error(`The commands were not registered: ${JSON.stringify(registered.json)}`);
  const webhook: Fixture['webhook'] = (method, token, rest, body) =>
    rawRequest(discord.apiUrl, method, `/webhooks/${IDS.application}/${token}${rest}`, {
      body,
      headers: AGENT,
    });
  return {
    discord,
    received: gateway.received,
    respond: (given) => {
      answer = given;
    },
    pass: (ms) => {
      now += ms;
    },
    webhook,
    original: (method, token, body) => webhook(method, token, '/messages/@original', body),
    async stop() {
      await gateway.stop();
      await discord.stop();
    },
  };
}
