// A peer that does the same job: verifies, hands over by an awaited fetch (kept connections) that must be answered 202,
// and defers.
import { createAdaptorServer } from '@hono/node-server';
import { DiscordHono } from 'discord-hono';
import { whenListening } from './socket.ts';

const url = `${process.env['INVOKE_URL']}/20181201/functions/ocid1.fnfunc.bench/actions/invoke`;
const headers = { 'content-type': 'application/json', 'fn-invoke-type': 'detached' };
const app = new DiscordHono({ discordEnv: () => ({ PUBLIC_KEY: process.env['PUBLIC_KEY'] ?? '' }) });
app.command('leaderboard', async (context) => {
  const envelope = { timestamp: '0', signature: '', body: JSON.stringify(context.interaction) };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(envelope) });
  await answer.arrayBuffer();
  if (answer.status !== 202) throw new Error(`The hand-over was answered ${answer.status}.`);
  return context.resDefer();
});

const server = createAdaptorServer({ fetch: (request: Request) => app.fetch(request) });
whenListening(server);
