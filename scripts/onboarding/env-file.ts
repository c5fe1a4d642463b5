import { existsSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { readEnvText } from '../../local/env-file.ts';
import type { Variables } from '../../local/environment.ts';
import { writePrivateFile } from '../../local/private-file.ts';

const HEADING = '# Holds secrets. setup_example.env explains each line.\n';

/**
 * Puts variables into a file that only this user may read: a line that is there gets the value, another one is added,
 * everything else stays. Values hold no space, quote or `#`. Throws `EnvFileError` for a file that is no text.
 */
export async function putVariables(path: string, variables: Variables): Promise<void> {
  let text = existsSync(path) ? readEnvText(path) : HEADING;
  const present: Variables = parseEnv(text);
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined || present[name] === value) continue;
    const line = new RegExp(`^(?:export )?${name}=.*$`, 'm');
    text = line.test(text)
      ? text.replace(line, () => `${name}=${value}`)
      : `${ended(text)}${name}=${value}\n`;
  }
  await writePrivateFile(path, text);
}

function ended(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
