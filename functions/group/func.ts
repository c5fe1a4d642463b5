import { serveCommand } from '../../shared/fn/serve-command.ts';
import { accept, decline } from './decide.ts';
import { declaration } from './declaration.ts';
import { choose, requests, turnPage } from './requests.ts';

serveCommand(declaration, {
  'command group requests': requests,
  'component group.page': turnPage,
  'component group.choose': choose,
  'component group.accept': accept,
  'component group.decline': decline,
});
