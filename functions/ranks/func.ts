import { serveCommand } from '../../shared/fn/serve-command.ts';
import { suggestRanks } from '../../shared/ranks/choose-rank.ts';
import { applySetup } from './apply-setup.ts';
import { compare } from './compare.ts';
import { declaration } from './declaration.ts';
import { list } from './list.ts';
import { roblox } from './roblox.ts';
import { setRole } from './set-role.ts';
import { setup } from './setup.ts';

serveCommand(declaration, {
  'command ranks list': list,
  'component ranks.list': list,
  'command ranks roblox': roblox,
  'component ranks.roblox': roblox,
  'command ranks compare': compare,
  'component ranks.compare': compare,
  'command ranks set-role': setRole,
  'autocomplete ranks set-role': suggestRanks,
  'command ranks setup': setup,
  'component ranks.apply': applySetup,
});
