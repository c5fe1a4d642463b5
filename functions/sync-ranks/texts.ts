import { timestamp } from '../../shared/discord/text.ts';
import { catalogue } from '../../shared/languages/catalogue.ts';

const left = (at: number) => timestamp(at, 'R');
const day = (at: number) => timestamp(at, 'D');

/** Every text of the job. */
export const texts = catalogue({
  en: {
    title: 'Rank sync',
    keyEnds: (at: number) =>
      `⚠️ The Roblox API key ends ${left(at)} (${day(at)}). From then on the bot can change no ranks on Roblox. ` +
      'Extend it at create.roblox.com, Open Cloud, API keys, or make a new one and set it with `npm run set-secrets`. ' +
      "On a machine of your own: `ROBLOX_API_KEY` in the clan's file of variables, then a restart.",
    keyEnded:
      '❌ The Roblox API key is disabled or has expired, so the bot can change no ranks on Roblox. ' +
      'Make a new one at create.roblox.com, Open Cloud, API keys, and set it with `npm run set-secrets`. ' +
      "On a machine of your own: `ROBLOX_API_KEY` in the clan's file of variables, then a restart.",
  },
  de: {
    title: 'Abgleich der Ränge',
    keyEnds: (at) =>
      `⚠️ Der API-Schlüssel von Roblox läuft ${left(at)} ab (${day(at)}). Danach kann der Bot auf Roblox keine Ränge mehr ändern. ` +
      'Verlängere ihn auf create.roblox.com unter Open Cloud, API-Schlüssel, oder erstelle einen neuen und setze ihn mit `npm run set-secrets`. ' +
      'Auf einem eigenen Rechner: `ROBLOX_API_KEY` in der Datei mit den Variablen des Clans, dann ein Neustart.',
    keyEnded:
      '❌ Der API-Schlüssel von Roblox ist deaktiviert oder abgelaufen, deshalb kann der Bot auf Roblox keine Ränge ändern. ' +
      'Erstelle einen neuen auf create.roblox.com unter Open Cloud, API-Schlüssel, und setze ihn mit `npm run set-secrets`. ' +
      'Auf einem eigenen Rechner: `ROBLOX_API_KEY` in der Datei mit den Variablen des Clans, dann ein Neustart.',
  },
  'es-ES': {
    title: 'Sincronización de rangos',
    keyEnds: (at) =>
      `⚠️ La clave de API de Roblox caduca ${left(at)} (${day(at)}). Desde entonces el bot no podrá cambiar rangos en Roblox. ` +
      'Prolóngala en create.roblox.com, Open Cloud, claves de API, o crea una nueva y ponla con `npm run set-secrets`. ' +
      'En una máquina propia: `ROBLOX_API_KEY` en el archivo de variables del clan, y después un reinicio.',
    keyEnded:
      '❌ La clave de API de Roblox está desactivada o ha caducado, así que el bot no puede cambiar rangos en Roblox. ' +
      'Crea una nueva en create.roblox.com, Open Cloud, claves de API, y ponla con `npm run set-secrets`. ' +
      'En una máquina propia: `ROBLOX_API_KEY` en el archivo de variables del clan, y después un reinicio.',
  },
  fr: {
    title: 'Synchronisation des rangs',
    keyEnds: (at) =>
      `⚠️ La clé d’API Roblox expire ${left(at)} (${day(at)}). Ensuite, le bot ne pourra plus changer de rangs sur Roblox. ` +
      'Prolonge-la sur create.roblox.com, Open Cloud, clés d’API, ou crées-en une nouvelle et définis-la avec `npm run set-secrets`. ' +
      'Sur une machine à soi : `ROBLOX_API_KEY` dans le fichier de variables du clan, puis un redémarrage.',
    keyEnded:
      '❌ La clé d’API Roblox est désactivée ou a expiré, le bot ne peut donc pas changer de rangs sur Roblox. ' +
      'Crées-en une nouvelle sur create.roblox.com, Open Cloud, clés d’API, et définis-la avec `npm run set-secrets`. ' +
      'Sur une machine à soi : `ROBLOX_API_KEY` dans le fichier de variables du clan, puis un redémarrage.',
  },
  'pt-BR': {
    title: 'Sincronização de patentes',
    keyEnds: (at) =>
      `⚠️ A chave de API do Roblox expira ${left(at)} (${day(at)}). A partir daí o bot não poderá mudar patentes no Roblox. ` +
      'Prolongue-a em create.roblox.com, Open Cloud, chaves de API, ou crie uma nova e defina-a com `npm run set-secrets`. ' +
      'Em uma máquina própria: `ROBLOX_API_KEY` no arquivo de variáveis do clã, e depois um reinício.',
    keyEnded:
      '❌ A chave de API do Roblox está desativada ou expirou, por isso o bot não pode mudar patentes no Roblox. ' +
      'Crie uma nova em create.roblox.com, Open Cloud, chaves de API, e defina-a com `npm run set-secrets`. ' +
      'Em uma máquina própria: `ROBLOX_API_KEY` no arquivo de variáveis do clã, e depois um reinício.',
  },
});
