import { serveCommand } from '../../shared/fn/serve-command.ts';
import { approve, deny } from './decide.ts';
import { declaration } from './declaration.ts';
import { endLeave } from './end.ts';
import { requestLeave } from './request.ts';
import { showLeaves } from './show.ts';

serveCommand(declaration, {
  'command leave request': requestLeave,
  'command leave end': endLeave,
  'command leave show': showLeaves,
  'component leave.approve': approve,
  'component leave.deny': deny,
});
