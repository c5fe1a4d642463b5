import { serveCommand } from '../../shared/fn/serve-command.ts';
import { checkCode } from './check-code.ts';
import { declaration } from './declaration.ts';
import { linkRoblox } from './link-roblox.ts';

serveCommand(declaration, {
  'command link-roblox': linkRoblox,
  'component link.check': checkCode,
});
