import { isObject, type JsonObject } from '../../shared/json/json.ts';

/** The JSON examples of Discord's documents, in the order of the documents. */
export interface ExamplesFile {
  readonly source: string;
  readonly commit: string;
  readonly interactions: Example[];
  readonly responses: Example[];
  readonly commands: Example[];
  readonly messages: Example[];
}
interface Example {
  readonly file: string;
  readonly json: JsonObject;
}

const SOURCE = 'discord/discord-api-docs';
/** The documents of 2026-08-06, and those of them that hold what is sent to a bot or by one. */
const COMMIT = 'c98d64bc233833839cf0d8d369e81b77f21ade60';
const DOCUMENTS = [
  'components/reference.mdx',
  'components/using-message-components.mdx',
  'components/using-modal-components.mdx',
  'interactions/application-commands.mdx',
  'resources/message.mdx',
];
const BLOCK = /^[ \t]*```jsonc?\b[^\n]*\n(.*?)^[ \t]*```/gms;
/** A text, which stays, or a comment to the end of its line. */
const TEXT_OR_COMMENT = /("(?:\\.|[^"\\])*")|\/\/[^\n]*/g;

/** Fetches the documents and takes their examples out, as the file that tests read. `fetchText` throws. */
export async function documentExamples(fetchText: (url: string) => Promise<string>): Promise<string> {
  const examples: ExamplesFile = {
    source: SOURCE,
    commit: COMMIT,
    interactions: [],
    responses: [],
    commands: [],
    messages: [],
  };
  for (const file of DOCUMENTS) {
    const url = `https://raw.githubusercontent.com/${SOURCE}/${COMMIT}/developers/${file}`;
    for (const json of examplesIn(await fetchText(url))) {
      const kind = kindOf(json);
      if (kind !== undefined) examples[kind].push({ file, json });
    }
  }
  return `${JSON.stringify(examples, null, 1)}\n`;
}

/** The examples of a document that are whole: one that leaves something out by dots is none. */
export function examplesIn(document: string): JsonObject[] {
  return [...document.matchAll(BLOCK)].flatMap(([, block = '']) => {
    const plain = block
      .replaceAll(TEXT_OR_COMMENT, (_, text: string | undefined) => text ?? '')
      .replaceAll(/,(\s*[}\]])/g, '$1');
    try {
      const json: unknown = JSON.parse(plain);
      return isObject(json) ? [json] : [];
    } catch {
      return [];
    }
  });
}

function kindOf(json: JsonObject): 'interactions' | 'responses' | 'commands' | 'messages' | undefined {
  const has = (...keys: readonly string[]) => keys.every((key) => Object.hasOwn(json, key));
  if (has('type', 'token')) return 'interactions';
  if (has('type', 'data')) return 'responses';
  if (has('type', 'name')) return 'commands';
  return has('content') || has('components') || has('embeds') ? 'messages' : undefined;
}
