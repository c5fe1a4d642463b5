import routes from 'clan-bot:routes';
import { createCachedLookUp } from '../../shared/clans/cached-look-up.ts';
import { openIdentities } from '../../shared/fn/open-identities.ts';
import { openInvoke } from '../../shared/fn/open-invoke.ts';
import { RECORD_CACHE } from '../../shared/fn/registry-cache.ts';
import { serve } from '../../shared/fn/serve.ts';
import { startFunction } from '../../shared/fn/start-function.ts';
import { createEd25519Verifier } from '../../shared/interactions/verify-signature.ts';
import { declaration } from './declaration.ts';
import { type FrontDoor, frontDoor } from './front-door.ts';
import { createHealth } from './health.ts';
import { createSuggest } from './suggest.ts';

/** Forged ids may cost so many look-ups and no more; clans in memory go on meanwhile. */
const MISS_BUDGET = { count: 5, perMs: 10_000 };

const { environment, log } = startFunction(declaration.name);

async function open(): Promise<FrontDoor> {
  const [{ find, known }, invoke] = await Promise.all([
    openIdentities(environment, (message) => log.error(message)),
    openInvoke(environment),
  ]);
  const now = Date.now;
  const identity = createCachedLookUp(
    find,
    {
      ...RECORD_CACHE,
      now,
      missBudget: MISS_BUDGET,
      onStale: (error) => log.error('A clan record could not be renewed', { error }),
    },
    known.map((clan) => [clan.applicationId, clan] as const),
  );
  return {
    identity,
    verify: createEd25519Verifier(),
    routes,
    invoke,
    suggest: createSuggest({ invoke, log }),
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
