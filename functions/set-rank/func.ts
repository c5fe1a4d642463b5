import { serveCommand } from '../../shared/fn/serve-command.ts';
import { suggestRanks } from '../../shared/ranks/choose-rank.ts';
import { declaration } from './declaration.ts';
import { setRank } from './set-rank.ts';

serveCommand(declaration, { 'command set-rank': setRank, 'autocomplete set-rank': suggestRanks });
