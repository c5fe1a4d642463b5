// A peer that does the same job: verifies, hands over by an awaited fetch (kept connections) that must be answered 202,
// and defers.
import { createAdaptorServer } from '@hono/node-server';
import { DiscordHono } from 'discord-hono';
import { handOverByFetch } from './hand-over-by-fetch.ts';
import { whenListening } from './socket.ts';

const app = new DiscordHono({ discordEnv: () => ({ PUBLIC_KEY: process.env['PUBLIC_KEY'] ?? '' }) });
app.command('leaderboard', async (context) => {
  await handOverByFetch(context.interaction);
  return context.resDefer();
});

const server = createAdaptorServer({ fetch: (request: Request) => app.fetch(request) });
whenListening(server);
