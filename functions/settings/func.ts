import { serveCommand } from '../../shared/fn/serve-command.ts';
import { changeChannel } from './change-channel.ts';
import { changeLanguage, suggestLanguages } from './change-language.ts';
import { changeLogLevel } from './change-log-level.ts';
import { applyNickname, changeNickname } from './change-nickname.ts';
import { changeRole } from './change-role.ts';
import { changeTimeZone, suggestTimeZones } from './change-time-zone.ts';
import { declaration } from './declaration.ts';
import { show } from './show.ts';

serveCommand(declaration, {
  'command settings show': show,
  'command settings channel': changeChannel,
  'command settings role': changeRole,
  'command settings log-level': changeLogLevel,
  'command settings language': changeLanguage,
  'autocomplete settings language': suggestLanguages,
  'command settings time-zone': changeTimeZone,
  'autocomplete settings time-zone': suggestTimeZones,
  'command settings nickname': changeNickname,
  'component settings.nickname': applyNickname,
});
