// A peer: verifies and defers. Knows one application, hands nothing over.
import { createAdaptorServer } from '@hono/node-server';
import { DiscordHono } from 'discord-hono';
import { whenListening } from './socket.ts';

const app = new DiscordHono({ discordEnv: () => ({ PUBLIC_KEY: process.env['PUBLIC_KEY'] ?? '' }) });
app.command('leaderboard', (context) => context.resDefer());

const server = createAdaptorServer({ fetch: (request: Request) => app.fetch(request) });
whenListening(server);
