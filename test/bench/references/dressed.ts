// A peer that does the same job: dressed answers 202 and defers by the callback route.
import { createAdaptorServer } from '@hono/node-server';
import { handleRequest } from 'dressed/server';
import { serverConfig } from 'dressed/utils';
import { handOverByFetch } from './hand-over-by-fetch.ts';
import { whenListening } from './socket.ts';

serverConfig.requests = {
  routeBase: process.env['DISCORD_API_URL'] ?? '',
  env: {
    DISCORD_APP_ID: process.env['APPLICATION_ID'] ?? '',
    DISCORD_PUBLIC_KEY: process.env['PUBLIC_KEY'] ?? '',
    DISCORD_TOKEN: 'token',
  },
};
whenListening(
  createAdaptorServer({
    fetch: (request: Request) =>
      handleRequest(
        request,
        async (interaction) => {
          if (!('deferReply' in interaction)) return;
          await handOverByFetch(interaction);
          await interaction.deferReply();
        },
        [],
        [],
      ),
  }),
);
