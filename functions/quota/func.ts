import { keepTyped } from '../../shared/context/keep-typed.ts';
import { serveCommand } from '../../shared/fn/serve-command.ts';
import { declaration } from './declaration.ts';
import { excuseMember, excuseOnPage } from './excuse.ts';
import { removeQuota } from './remove.ts';
import { setQuota } from './set.ts';
import { showQuota, turnPage } from './show.ts';
import { suggestForSet, suggestQuotas, suggestWeeks } from './suggest.ts';

serveCommand(declaration, {
  'command quota show': showQuota,
  'autocomplete quota show': suggestWeeks,
  'component quota.page': turnPage,
  'component quota.excuse': excuseOnPage,
  'command quota set': setQuota,
  'autocomplete quota set': suggestForSet,
  'command quota remove': removeQuota,
  'autocomplete quota remove': suggestQuotas,
  'command quota excuse': keepTyped('reason', excuseMember),
  'autocomplete quota excuse': suggestWeeks,
});
