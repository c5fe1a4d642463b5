import guide from 'clan-bot:guide';
import { serveCommand } from '../../shared/fn/serve-command.ts';
import { CommandIds } from './command-ids.ts';
import { declaration } from './declaration.ts';
import { createHelp } from './help.ts';

serveCommand(declaration, createHelp(guide, new CommandIds()));
