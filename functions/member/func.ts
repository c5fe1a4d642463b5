import { serveCommand } from '../../shared/fn/serve-command.ts';
import { check } from './check.ts';
import { declaration } from './declaration.ts';
import { verify } from './verify.ts';

serveCommand(declaration, {
  'command member check': check,
  'user-menu Check member': check,
  'command member verify': verify,
});
