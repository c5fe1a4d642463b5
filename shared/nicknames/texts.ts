import { catalogue } from '../languages/catalogue.ts';

/** Why a template for nicknames is refused. Names come escaped. */
export const templateTexts = catalogue({
  en: {
    unknown: (unknown: string, known: string) =>
      `The template has something in braces that the bot does not know: ${unknown}. Nothing was changed. It knows ${known}.`,
    bad: 'A template is one line of text and placeholders, such as `[{tag}] {roblox_name}`. Nothing was changed.',
    empty: (rank: string) =>
      `With this template members of the rank ${rank} would have no name. Nothing was changed. Add \`{roblox_name}\`, or give the rank a \`tag\` in ranks.json.`,
  },
  de: {
    unknown: (unknown, known) =>
      `In geschweiften Klammern steht etwas, das der Bot nicht kennt: ${unknown}. Nichts wurde geändert. Er kennt ${known}.`,
    bad: 'Eine Vorlage ist eine Zeile aus Text und Platzhaltern, etwa `[{tag}] {roblox_name}`. Nichts wurde geändert.',
    empty: (rank) =>
      `Mit dieser Vorlage hätten Mitglieder mit dem Rang ${rank} keinen Namen. Nichts wurde geändert. Ergänze \`{roblox_name}\`, oder gib dem Rang ein \`tag\` in ranks.json.`,
  },
  'es-ES': {
    unknown: (unknown, known) =>
      `La plantilla tiene entre llaves algo que el bot no conoce: ${unknown}. No se ha cambiado nada. Conoce ${known}.`,
    bad: 'Una plantilla es una línea de texto y marcadores, como `[{tag}] {roblox_name}`. No se ha cambiado nada.',
    empty: (rank) =>
      `Con esta plantilla, los miembros con el rango ${rank} se quedarían sin nombre. No se ha cambiado nada. Añade \`{roblox_name}\` o ponle al rango un \`tag\` en ranks.json.`,
  },
  fr: {
    unknown: (unknown, known) =>
      `Le modèle contient entre accolades quelque chose que le bot ne connaît pas : ${unknown}. Rien n’a été changé. Il connaît ${known}.`,
    bad: 'Un modèle est une ligne de texte et de variables, par exemple `[{tag}] {roblox_name}`. Rien n’a été changé.',
    empty: (rank) =>
      `Avec ce modèle, les membres du rang ${rank} n’auraient pas de nom. Rien n’a été changé. Ajoute \`{roblox_name}\`, ou donne au rang un \`tag\` dans ranks.json.`,
  },
  'pt-BR': {
    unknown: (unknown, known) =>
      `O modelo tem entre chaves algo que o bot não conhece: ${unknown}. Nada foi alterado. Ele conhece ${known}.`,
    bad: 'Um modelo é uma linha de texto e marcadores, como `[{tag}] {roblox_name}`. Nada foi alterado.',
    empty: (rank) =>
      `Com este modelo, membros da patente ${rank} ficariam sem nome. Nada foi alterado. Adicione \`{roblox_name}\` ou dê à patente um \`tag\` no ranks.json.`,
  },
});
