import { serveCommand } from '../../shared/fn/serve-command.ts';
import { declaration } from './declaration.ts';
import { changePeriod, leaderboard, turnPage } from './leaderboard.ts';

serveCommand(declaration, {
  'command leaderboard': leaderboard,
  'component leaderboard.page': turnPage,
  'component leaderboard.period': changePeriod,
});
