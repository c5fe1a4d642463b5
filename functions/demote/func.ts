import { serveCommand } from '../../shared/fn/serve-command.ts';
import { declaration } from './declaration.ts';
import { demote } from './demote.ts';

serveCommand(declaration, { 'command demote': demote });
