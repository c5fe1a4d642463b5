import { serveCommand } from '../../shared/fn/serve-command.ts';
import { declaration } from './declaration.ts';
import { setRank } from './set-rank.ts';
import { suggestRanks } from './suggest-ranks.ts';

serveCommand(declaration, { 'command set-rank': setRank, 'autocomplete set-rank': suggestRanks });
