import { serveCommand } from '../../shared/fn/serve-command.ts';
import { chooseChannel } from './choose-channel.ts';
import { chooseRole } from './choose-role.ts';
import { declaration } from './declaration.ts';
import { makeChannels } from './make-channels.ts';
import { setup, turnTo } from './setup.ts';
import { submitForm } from './submit-form.ts';

serveCommand(declaration, {
  'command setup': setup,
  'component setup.step': turnTo,
  'component setup.channel': chooseChannel,
  'component setup.role': chooseRole,
  'component setup.make': makeChannels,
  'modal setup.form': submitForm,
});
