import { serveCommand } from '../../shared/fn/serve-command.ts';
import { declaration } from './declaration.ts';
import { why } from './why.ts';

serveCommand(declaration, { 'command why': why });
