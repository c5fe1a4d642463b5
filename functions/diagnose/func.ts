import { serveCommand } from '../../shared/fn/serve-command.ts';
import { declaration } from './declaration.ts';
import { diagnose } from './diagnose.ts';

serveCommand(declaration, { 'command diagnose': diagnose });
