import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { isRecord } from '../../local/emulator/plain.ts';
import { findSpec } from '../../local/openapi/find-spec.ts';

const Example = z.object({ file: z.string(), json: z.record(z.string(), z.unknown()) });
const Examples = z.object({
  interactions: z.array(Example),
  responses: z.array(Example),
  commands: z.array(Example),
  messages: z.array(Example),
});

type Json = Readonly<Record<string, unknown>>;

/** The JSON examples of Discord's documents that are sent to a bot or by one, by what they are. */
export interface DocumentExamples {
  readonly interactions: readonly Json[];
  readonly responses: readonly Json[];
  readonly commands: readonly Json[];
  /** A command as a list shows it in one language. */
  readonly listedCommands: readonly Json[];
  readonly messages: readonly Json[];
}

/** Sorts the examples; undefined when the file is nowhere. Answers to other routes are left out. */
export function documentExamples(): DocumentExamples | undefined {
  const path = findSpec('discord-doc-examples.json');
  if (path === undefined) return undefined;
  const { interactions, responses, commands, messages } = Examples.parse(
    JSON.parse(readFileSync(path, 'utf8')),
  );
  const of = (list: typeof interactions, fits: (json: Json, file: string) => boolean) =>
    list.filter(({ file, json }) => fits(json, file)).map(({ json }) => json);
  const isInteraction = ({ data }: Json) => isRecord(data) && typeof data['id'] === 'string';
  const isCommand = (_json: Json, file: string) => file === 'interactions/application-commands.mdx';
  return {
    interactions: [...of(interactions, isInteraction), ...of(responses, isInteraction)],
    responses: of(responses, (json) => !isInteraction(json)),
    commands: of(commands, (json, file) => isCommand(json, file) && !('name_localized' in json)),
    listedCommands: of(commands, (json, file) => isCommand(json, file) && 'name_localized' in json),
    messages: of(messages, (json) => !('id' in json)),
  };
}
