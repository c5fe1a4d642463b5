import { parseArgs } from 'node:util';

/** What `npm run discord -- ...` was given. */
export interface TerminalArguments {
  readonly clan: string | undefined;
  readonly as: string | undefined;
  readonly channel: string | undefined;
  /** One line to carry out; undefined opens a prompt. */
  readonly line: string | undefined;
  readonly help: boolean;
}

export const USAGE = `npm run discord [-- [--clan <clan>] [--as <person>] [--channel <channel>] ['<line>']]
  Without a line it opens a prompt; "help" says what can be typed there. Examples:
  npm run discord -- --clan tophat --as officer '/points add member:@Wolf amount:5'
  npm run discord -- --clan tophat --as officer 'click approve points:5'`;

/** Throws a `TypeError` of `node:util` for an unknown option. */
export function parseTerminalArguments(args: readonly string[]): TerminalArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      clan: { type: 'string' },
      as: { type: 'string' },
      channel: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  return {
    clan: values.clan,
    as: values.as,
    channel: values.channel,
    line: positionals.length === 0 ? undefined : positionals.join(' '),
    help: values.help === true,
  };
}
