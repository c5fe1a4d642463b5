import { serveCommand } from '../../shared/fn/serve-command.ts';
import { changeChannel } from './change-channel.ts';
import { changeLogLevel } from './change-log-level.ts';
import { changeRole } from './change-role.ts';
import { declaration } from './declaration.ts';
import { show } from './show.ts';

serveCommand(declaration, {
  'command settings show': show,
  'command settings channel': changeChannel,
  'command settings role': changeRole,
  'command settings log-level': changeLogLevel,
});
