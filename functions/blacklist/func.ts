import { keepTyped } from '../../shared/context/keep-typed.ts';
import { serveCommand } from '../../shared/fn/serve-command.ts';
import { add, remove } from './change-blacklist.ts';
import { declaration } from './declaration.ts';
import { turnPage, view } from './view.ts';

serveCommand(declaration, {
  'command blacklist add': keepTyped('reason', add),
  'command blacklist remove': remove,
  'command blacklist view': view,
  'component blacklist.page': turnPage,
});
