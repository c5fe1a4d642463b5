import { serveCommand } from '../../shared/fn/serve-command.ts';
import { declaration } from './declaration.ts';
import { submit } from './submit.ts';

serveCommand(declaration, { 'modal submit-event': submit });
