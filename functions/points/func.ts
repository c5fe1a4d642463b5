import { keepTyped } from '../../shared/context/keep-typed.ts';
import { serveCommand } from '../../shared/fn/serve-command.ts';
import { applyPreview } from './apply-revert.ts';
import { award } from './award.ts';
import { add, addFromMenu, remove } from './change-points.ts';
import { declaration } from './declaration.ts';
import { showHistory, turnPage } from './history.ts';
import { liftLimit } from './lift-limit.ts';
import { previewRevert } from './revert.ts';
import { suggestEntries } from './suggest-entries.ts';
import { undoEntry } from './undo-entry.ts';

serveCommand(declaration, {
  'command points add': keepTyped('reason', add),
  'command points remove': keepTyped('reason', remove),
  'modal points.award': keepTyped('reason', award),
  'command points history': showHistory,
  'component points.page': turnPage,
  'modal points.add': keepTyped('reason', addFromMenu),
  'command points revert': keepTyped('since', previewRevert),
  'component points.revert': applyPreview,
  'component guard.lift': liftLimit,
  'command points undo': undoEntry,
  'autocomplete points undo': suggestEntries,
});
