import { serveCommand } from '../../shared/fn/serve-command.ts';
import { approveCard } from './approve-card.ts';
import { declaration } from './declaration.ts';
import { denyCard } from './deny-card.ts';
import { promote } from './promote.ts';

serveCommand(declaration, {
  'command promote': promote,
  'component card.approve': approveCard,
  'component card.deny': denyCard,
});
