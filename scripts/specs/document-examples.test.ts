import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { documentExamples, examplesIn } from './document-examples.ts';

const DOCUMENT = `
# Commands

\`\`\`json
{
  "name": "blep", // a name, not https://example.org
  "type": 1,
  "description": "a // that stays",
}
\`\`\`

    \`\`\`json expandable
    { "type": 9, "data": { "components": [] } }
    \`\`\`

\`\`\`json
{ "type": 3, ...additionalInteractionFields }
\`\`\`

\`\`\`js
{ "type": 4 }
\`\`\`

\`\`\`json
{ "type": 2, "token": "A_UNIQUE_TOKEN", "data": { "id": "1" } }
\`\`\`

\`\`\`json
{ "content": "Hello" }
\`\`\`

\`\`\`json
{ "other": [1, 2,] }
\`\`\`
`;
const List = z.array(z.object({ file: z.string(), json: z.record(z.string(), z.unknown()) }));
const File = z.object({ interactions: List, responses: List, commands: List, messages: List });

it('takes whole examples out of a document, with comments and commas that JSON has not', () => {
  expect(examplesIn(DOCUMENT)).toEqual([
    { name: 'blep', type: 1, description: 'a // that stays' },
    { type: 9, data: { components: [] } },
    { type: 2, token: 'A_UNIQUE_TOKEN', data: { id: '1' } },
    { content: 'Hello' },
    { other: [1, 2] },
  ]);
});

it('sorts them by what they are, from documents of one commit', async () => {
  const urls: string[] = [];
  const text = await documentExamples(async (url) => {
    urls.push(url);
    return url.endsWith('application-commands.mdx') ? DOCUMENT : '';
  });
  const { interactions, responses, commands, messages } = File.parse(JSON.parse(text));
  const file = 'interactions/application-commands.mdx';
  expect(interactions).toEqual([{ file, json: expect.objectContaining({ token: 'A_UNIQUE_TOKEN' }) }]);
  expect(responses).toEqual([{ file, json: expect.objectContaining({ type: 9 }) }]);
  expect(commands).toEqual([{ file, json: expect.objectContaining({ name: 'blep' }) }]);
  expect(messages).toEqual([{ file, json: { content: 'Hello' } }]);
  expect(new Set(urls.map((url) => /discord-api-docs\/([0-9a-f]{40})\//.exec(url)?.[1])).size).toBe(1);
});
