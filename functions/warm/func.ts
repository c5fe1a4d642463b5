import routes from 'clan-bot:routes';
import { serveJob } from '../../shared/fn/serve-job.ts';
import { declaration } from './declaration.ts';
import { warm } from './warm.ts';

serveJob(declaration, warm([...new Set(Object.values(routes).map((route) => route.function))]));
