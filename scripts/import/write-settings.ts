import { join } from 'node:path';
import { PLACEHOLDER_PUBLIC_KEY } from '../../shared/configs/identity.ts';
import { type KnownIdentity, readOldEnvironment } from './old-environment.ts';
import { mergeSettings, readIfThere, writeSettingsFile } from './settings-file.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Turns the old bot's environment into the clan's `settings.json`. Returns what was done, a line each; no value of a
 * variable is in it. Throws `ConfigError` when the outcome cannot be used.
 */
export async function writeSettings(options: {
  readonly clan: string;
  readonly variables: Variables;
  readonly configsDir: string;
  readonly identity: KnownIdentity | undefined;
  readonly overwrite: boolean;
  readonly dryRun: boolean;
}): Promise<string[]> {
  const { clan, variables, configsDir, identity, overwrite, dryRun } = options;
  const file = join(configsDir, clan, 'settings.json');
  const { values, notes } = readOldEnvironment(variables, identity);
  const merged = mergeSettings(await readIfThere(file), values, {
    file,
    overwrite,
    defaults: { clan_name: clan, public_key: PLACEHOLDER_PUBLIC_KEY },
  });
  if (!dryRun && merged.changed.length > 0) await writeSettingsFile(file, merged.text);
  const verb = dryRun ? 'would set' : 'set';
  return [
    merged.changed.length === 0
      ? `${file}: nothing to change`
      : `${file}: ${verb} ${merged.changed.join(', ')}`,
    ...(merged.kept.length === 0
      ? []
      : [`${file}: says something else, and stays: ${merged.kept.join(', ')} (--overwrite replaces it)`]),
    ...(dryRun ? merged.text.trimEnd().split('\n') : []),
    ...notes.map((note) => `  ${note}`),
    ...(merged.text.includes(PLACEHOLDER_PUBLIC_KEY)
      ? ['  public_key: still the placeholder; the Discord Developer Portal shows the real one']
      : []),
  ];
}
