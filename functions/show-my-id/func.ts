import { serveCommand } from '../../shared/fn/serve-command.ts';
import { declaration } from './declaration.ts';
import { showMyId } from './show-my-id.ts';

serveCommand(declaration, { 'command show-my-id': showMyId });
