import { serveCommand } from '../../shared/fn/serve-command.ts';
import { declaration } from './declaration.ts';
import { askToDelete, deleteData } from './delete-data.ts';
import { exportData } from './export-data.ts';

serveCommand(declaration, {
  'command my-data export': exportData,
  'command my-data delete': askToDelete,
  'component my-data.delete': deleteData,
});
