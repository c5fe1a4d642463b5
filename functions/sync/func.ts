import { serveCommand } from '../../shared/fn/serve-command.ts';
import { declaration } from './declaration.ts';
import { apply, sync } from './sync.ts';

serveCommand(declaration, { 'command sync': sync, 'component sync.apply': apply });
