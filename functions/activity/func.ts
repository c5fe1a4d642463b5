import { PICTURES } from '../../shared/fn/pictures.ts';
import { serveCommand } from '../../shared/fn/serve-command.ts';
import { activity } from './activity.ts';
import { declaration } from './declaration.ts';

serveCommand(declaration, { 'command activity': activity }, PICTURES);
