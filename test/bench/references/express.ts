// A peer that does the same job with what the package of Discord's own examples offers: Express and its middleware.
import { createServer } from 'node:http';
import { InteractionResponseType, verifyKeyMiddleware } from 'discord-interactions';
import express from 'express';
import { handOverByFetch } from './hand-over-by-fetch.ts';
import { whenListening } from './socket.ts';

const app = express();
app.post('*', verifyKeyMiddleware(process.env['PUBLIC_KEY'] ?? ''), (request, response, next) => {
  handOverByFetch(request.body)
    .then(() => response.send({ type: InteractionResponseType.DEFERRED_CHANNEL_MESSAGE_WITH_SOURCE }))
    .catch(next);
});
whenListening(createServer(app));
