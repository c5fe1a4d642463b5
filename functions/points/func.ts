import { serveCommand } from '../../shared/fn/serve-command.ts';
import { add, addFromMenu, remove } from './change-points.ts';
import { declaration } from './declaration.ts';
import { showHistory, turnPage } from './history.ts';
import { suggestEntries } from './suggest-entries.ts';
import { undoEntry } from './undo-entry.ts';

serveCommand(declaration, {
  'command points add': add,
  'command points remove': remove,
  'command points history': showHistory,
  'component points.page': turnPage,
  'modal points.add': addFromMenu,
  'command points undo': undoEntry,
  'autocomplete points undo': suggestEntries,
});
