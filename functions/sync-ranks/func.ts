import { serveJob } from '../../shared/fn/serve-job.ts';
import { declaration } from './declaration.ts';
import { syncRanks } from './sync-ranks.ts';

serveJob(declaration, syncRanks);
