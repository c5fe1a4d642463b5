import { serveCommand } from '../../shared/fn/serve-command.ts';
import { correct } from './correct.ts';
import { declaration } from './declaration.ts';
import { discard, send } from './draft-buttons.ts';
import { submit } from './submit.ts';

serveCommand(declaration, {
  'modal submit-event': submit,
  'modal draft.correct': correct,
  'modal draft.proof': correct,
  'component draft.send': send,
  'component draft.discard': discard,
});
