import { PICTURES } from '../../shared/fn/pictures.ts';
import { serveCommand } from '../../shared/fn/serve-command.ts';
import { declaration } from './declaration.ts';
import { xp } from './xp.ts';

serveCommand(declaration, { 'command xp': xp }, PICTURES);
