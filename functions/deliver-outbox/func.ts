import routes from 'clan-bot:routes';
import { openFailedInvocations } from '../../shared/fn/open-failed-invocations.ts';
import { PICTURES } from '../../shared/fn/pictures.ts';
import { serveJob } from '../../shared/fn/serve-job.ts';
import { declaration } from './declaration.ts';
import { deliverOutbox } from './deliver-outbox.ts';

serveJob(
  declaration,
  async (call) => {
    const failures = await openFailedInvocations(call.environment);
    return deliverOutbox(call, { failures, routes });
  },
  PICTURES,
);
