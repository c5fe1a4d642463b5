import * as z from 'zod/mini';
import { refusals } from './api-error.ts';
import { applyResponse } from './apply-response.ts';
import { byPath, done, parameter, type Routes } from './call.ts';
import { parseBody } from './message-body.ts';

const Callback = z.looseObject({ type: z.int() });

/** The other way to answer an interaction, which this bot does not use: by its callback URL. */
export const callbackRoutes: Routes = {
  'POST /interactions/{interaction_id}/{interaction_token}/callback': byPath((call) => {
    const interaction = call.world.state.interactions.get(parameter(call, 'interaction_id'));
    if (interaction === undefined || interaction.token !== parameter(call, 'interaction_token'))
      throw refusals.unknownInteraction();
    if (interaction.state === 'failed') throw refusals.unknownInteraction();
    if (interaction.state === 'acknowledged') throw refusals.alreadyAcknowledged();
    applyResponse(call.world, interaction, parseBody(Callback, call.body), call.files);
    return done;
  }),
};
