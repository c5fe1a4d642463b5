import { keepTyped } from '../../shared/context/keep-typed.ts';
import { serveCommand } from '../../shared/fn/serve-command.ts';
import { approve } from './approve.ts';
import { declaration } from './declaration.ts';
import { decline } from './decline.ts';
import { draft } from './draft.ts';
import { pending } from './pending.ts';
import { show } from './show.ts';
import { suggestEvents } from './suggest-events.ts';

serveCommand(declaration, {
  'command events pending': pending,
  'command events show': show,
  'command events draft': draft,
  'autocomplete events show': suggestEvents,
  'modal review.approve': keepTyped('note', approve),
  'modal review.decline': keepTyped('reason', decline),
});
