// A peer that does the same job: carbon answers 202 and defers by the callback route.
import { Client, Command, type CommandInteraction } from '@buape/carbon';
import { createHandler } from '@buape/carbon/adapters/fetch';
import { createAdaptorServer } from '@hono/node-server';
import { handOverByFetch } from './hand-over-by-fetch.ts';
import { whenListening } from './socket.ts';

class Leaderboard extends Command {
  override name = 'leaderboard';
  override description = 'The leaderboard';
  override async run(interaction: CommandInteraction): Promise<void> {
    await handOverByFetch(interaction.rawData);
    await interaction.defer();
  }
}
const client = new Client(
  {
    baseUrl: 'http://localhost',
    clientId: process.env['APPLICATION_ID'] ?? '',
    publicKey: process.env['PUBLIC_KEY'] ?? '',
    token: 'token',
    disableDeployRoute: true,
    requestOptions: { baseUrl: process.env['DISCORD_API_URL'] ?? '' },
  },
  { commands: [new Leaderboard()] },
);
const handler = createHandler(client);
whenListening(
  createAdaptorServer({
    fetch: async (request: Request) =>
      handler(
        new Request('http://localhost/interactions', {
          method: 'POST',
          headers: request.headers,
          body: await request.arrayBuffer(),
        }),
        { waitUntil: () => undefined },
      ),
  }),
);
