import migrations from 'clan-bot:migrations';
import { serveJob } from '../../shared/fn/serve-job.ts';
import { declaration } from './declaration.ts';
import { createProvisionClan } from './run-provision-clan.ts';

serveJob(declaration, createProvisionClan(migrations));
