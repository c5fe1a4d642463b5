import routes from 'clan-bot:routes';
import { createKnownClans } from '../../shared/clans/known-clans.ts';
import { openIdentities } from '../../shared/fn/open-identities.ts';
import { openInvoke } from '../../shared/fn/open-invoke.ts';
import { RECORD_CACHE } from '../../shared/fn/registry-cache.ts';
import { serve } from '../../shared/fn/serve.ts';
import { startFunction } from '../../shared/fn/start-function.ts';
import { stoppedClans } from '../../shared/fn/stopped-clans.ts';
import { createEd25519Verifier } from '../../shared/interactions/verify-signature.ts';
import { declaration } from './declaration.ts';
import { type FrontDoor, frontDoor } from './front-door.ts';
import { createHealth } from './health.ts';
import { createLongBodies } from './long-bodies.ts';
import { createRequestAge } from './request-age.ts';
import { createSuggest } from './suggest.ts';

const { environment, log } = startFunction(declaration.name);

async function open(): Promise<FrontDoor> {
  const [source, invoke] = await Promise.all([openIdentities(environment), openInvoke(environment)]);
  const now = Date.now;
  const onProblem = (message: string, error: unknown) => log.error(message, { error });
  return {
    clans: createKnownClans(source, { ...RECORD_CACHE, now, onProblem }),
    ageOf: createRequestAge(),
    verify: createEd25519Verifier(),
    longBodies: createLongBodies(),
    routes,
    modals: async () => (await import('clan-bot:modals')).modals,
    invoke,
    suggest: createSuggest({ invoke, log }),
    isStopped: stoppedClans(environment),
    health: createHealth({ functionId: environment.functionId, invoke, now, log }),
    now,
    log,
  };
}

const door = open();

serve(
  async (call) => frontDoor(call, await door),
  (error) => log.critical('A request failed', { error }),
);
