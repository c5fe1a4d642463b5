// A peer that does the same job: slash-create with its server of web requests.
import { createAdaptorServer } from '@hono/node-server';
import { type CommandContext, GenericServer, SlashCommand, SlashCreator } from 'slash-create';
import { handOverByFetch } from './hand-over-by-fetch.ts';
import { whenListening } from './socket.ts';

const creator = new SlashCreator({
  applicationID: process.env['APPLICATION_ID'] ?? '',
  publicKey: process.env['PUBLIC_KEY'] ?? '',
  token: 'token',
});

class Leaderboard extends SlashCommand {
  constructor(owner: SlashCreator) {
    super(owner, { name: 'leaderboard', description: 'The leaderboard' });
  }
  override async run(context: CommandContext): Promise<void> {
    await handOverByFetch(context.data);
    await context.defer();
  }
}
creator.registerCommand(Leaderboard);
const generic = new GenericServer();
creator.withServer(generic);
whenListening(createAdaptorServer({ fetch: (request: Request) => generic.endpoint(request) }));
