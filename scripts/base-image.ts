// npm run base-image: compares what the images stand on with what the registry has now, and renews it.
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { command, runScript } from './command-line.ts';
import { BaseImageError, baseTag, DOCKERFILES, pinnedBase, withBase } from './image/base-pin.ts';
import { PLATFORMS } from './image/image-builder.ts';
import { parseReference } from './image/image-reference.ts';
import { RegistryError, readManifest } from './image/registry.ts';
import { findLogin } from './image/registry-login.ts';

const PROGRAM = command(
  'base-image',
  'Looks up Node\'s image of package.json\'s "node" version, and ends with code 1 where a Dockerfile pins another digest.',
)
  .option('--renew', 'writes the digest into both Dockerfiles')
  .option(
    '--image <image>',
    "another image with Node.js 22, <registry>/<repository>:<tag> (default: Node's own)",
  )
  .option('--root <directory>', 'the checkout (default: this one)');

async function main(values: ReturnType<typeof PROGRAM.opts>): Promise<void> {
  const root = resolve(values.root ?? join(import.meta.dirname, '..'));
  const tag = values.image ?? (await baseTag(root));
  const base = `${tag}@${await newestDigest(tag)}`;
  const old: string[] = [];
  for (const file of DOCKERFILES) {
    const path = join(root, file);
    const text = await readFile(path, 'utf8');
    const renewed = withBase(file, text, base);
    if (renewed === text) continue;
    old.push(file);
    if (values.renew === true) await writeFile(path, renewed);
  }
  if (values.renew !== true && old.length > 0)
    throw new BaseImageError(`${old.join(' and ')}: ${base} is newer. Run: npm run base-image -- --renew`);
  const done = old.length === 0 ? 'pinned already' : `now in ${old.join(' and ')}. Run npm test and commit.`;
  process.stdout.write(`${await pinnedBase(root, DOCKERFILES[0])}: ${done}\n`);
}

/** The digest of the index, which holds an image for each platform. */
async function newestDigest(tag: string): Promise<string> {
  const reference = parseReference(tag);
  const manifest = await readManifest(reference, { login: await findLogin(reference.registry, process.env) });
  if (manifest === undefined)
    throw new BaseImageError(
      `${tag} is not in its registry. Is that version of Node.js published there yet?`,
    );
  const missing = Object.values(PLATFORMS).filter((platform) => !manifest.platforms.includes(platform));
  if (missing.length > 0) throw new BaseImageError(`${tag} is not there for ${missing.join(' and ')}.`);
  return manifest.digest;
}

runScript(PROGRAM, main, { expected: [BaseImageError, RegistryError] });
