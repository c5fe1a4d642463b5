import { isRecord, listOf, textOf } from '../emulator/plain.ts';
import type { ClanView, MessageView } from './shapes.ts';
import { withoutMarkup } from './without-markup.ts';

/** A message as lines of text: where it is and its state, then what it says, its files and its buttons. */
export function messageLines(
  message: MessageView,
  clan: ClanView,
  options: { readonly number?: number; readonly place?: string } = {},
): string[] {
  const author = clan.members.find((member) => member.id === message.authorId)?.username ?? 'the bot';
  const states = [
    options.place ?? '',
    message.ephemeral ? 'only you see this' : '',
    message.loading ? 'thinking' : '',
    message.edits > 0 && !message.loading ? 'edited' : '',
  ].filter((state) => state !== '');
  const number = options.number === undefined ? '' : `${options.number}. `;
  const body = [
    ...message.content.split('\n'),
    ...message.embeds.flatMap(embedLines),
    ...message.attachments.map((file) => `[file] ${file.name} (${sizeText(file.size)}) ${file.url}`),
    controlsLine(message),
  ].filter((line) => line !== '');
  const head = `${number}${author}${states.length === 0 ? '' : ` (${states.join(', ')})`}`;
  return [
    head,
    ...body.flatMap((line) => withoutMarkup(line, clan).split('\n')).map((line) => `  | ${line}`),
  ];
}

function embedLines(embed: Readonly<Record<string, unknown>>): string[] {
  const author = isRecord(embed['author']) ? textOf(embed['author']['name']) : '';
  const footer = isRecord(embed['footer']) ? textOf(embed['footer']['text']) : '';
  const url = isRecord(embed['image']) ? textOf(embed['image']['url']) : '';
  // An attached picture stands among the files.
  const image = url === '' || url.startsWith('attachment://') ? '' : `[image] ${url}`;
  const title = textOf(embed['title']);
  const fields = listOf(embed['fields'])
    .filter(isRecord)
    .flatMap((field) => fieldLines(textOf(field['name']), textOf(field['value'])));
  return [
    author,
    title === '' ? '' : `== ${title} ==`,
    ...textOf(embed['description']).split('\n'),
    ...fields,
    image,
    footer,
  ];
}

function fieldLines(name: string, value: string): string[] {
  return value.includes('\n')
    ? [`${name}:`, ...value.split('\n').map((line) => `  ${line}`)]
    : [`${name}: ${value}`];
}

function controlsLine({ controls }: MessageView): string {
  return controls
    .map((control) => {
      const off = control.disabled ? ' (disabled)' : '';
      if (control.kind === 'button')
        return `[${control.label}${control.url === undefined ? '' : ` -> ${control.url}`}${off}]`;
      const options = control.options.map((option) => option.label).join(' | ');
      return `<${control.label || 'choose'}${options === '' ? '' : `: ${options}`}${off}>`;
    })
    .join(' ');
}

function sizeText(bytes: number): string {
  return bytes < 1024
    ? `${bytes} bytes`
    : bytes < 1_048_576
      ? `${Math.round(bytes / 1024)} KB`
      : `${(bytes / 1_048_576).toFixed(1)} MB`;
}
