// npm run image: builds the one image of all functions and a list of what it holds, and pushes it.
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Option } from '@commander-js/extra-typings';
import { buildFunctions } from './build/build-functions.ts';
import { ProgramError } from './cloud/run-program.ts';
import { command, runScript, ScriptError } from './command-line.ts';
import { BaseImageError, isPinned, pinnedBase } from './image/base-pin.ts';
import { billOfMaterials } from './image/bill-of-materials.ts';
import {
  BUILDERS,
  type Builder,
  buildImage,
  findBuilder,
  idOfImage,
  PLATFORMS,
  pushImage,
} from './image/image-builder.ts';
import { parseReference } from './image/image-reference.ts';
import { imageVersion } from './image/image-version.ts';
import { layNativeFile } from './image/native-file.ts';
import { RegistryError, readManifest } from './image/registry.ts';
import { findLogin } from './image/registry-login.ts';

const PROGRAM = command(
  'image',
  'Builds the one image of all functions and a list of what it holds, and pushes it.',
)
  .addOption(
    new Option(
      '--architecture <name>',
      'that of the functions application (application_shape GENERIC_X86 or GENERIC_ARM)',
    )
      .choices(['x86', 'arm'] as const)
      .default('x86' as const),
  )
  .option(
    '--push <repository>',
    'where to: terraform -chdir=terraform/platform output -raw image (docker login it first)',
  )
  .option(
    '--tag <tag>',
    "default: package.json's version and the git commit. A tag that was pushed is never overwritten",
  )
  .option(
    '--base <image>',
    'an image with Node.js 22, <image>@sha256:<digest> (default: the one that the Dockerfile pins)',
  )
  .option('--allow-unpinned-base', 'takes a --base without a digest, which may be another image tomorrow')
  .addOption(
    new Option('--builder <program>', 'default: the first of these that works here').choices(BUILDERS),
  );

const ROOT = resolve(import.meta.dirname, '..');

async function main(values: ReturnType<typeof PROGRAM.opts>): Promise<void> {
  const { architecture, builder: given } = values;
  const { tag, commit, isExact } = await imageVersion(ROOT, architecture, values.tag);
  const image = `${values.push ?? 'clan-bot'}:${tag}`;
  if (values.push !== undefined) {
    parseReference(image);
    if (!isExact)
      throw new ScriptError(
        'Some files differ from the commit, so no commit names this image: commit them (git status), or name it with --tag.',
      );
  }
  const base = values.base ?? (await pinnedBase(ROOT, 'Dockerfile'));
  if (!isPinned(base) && values.allowUnpinnedBase !== true)
    throw new ScriptError(
      `--base ${base} has no digest, so nobody can say later what this image stood on. Give <image>@sha256:<digest>, or --allow-unpinned-base.`,
    );
  const builder = given ?? (await findBuilder());
  if (values.push !== undefined && (await isPushed(builder, image))) {
    process.stdout.write(`${image} is in the registry already, the same as here.\n${nextStep(tag)}`);
    return;
  }
  const { packages, problems } = await buildFunctions(ROOT);
  if (problems.length > 0) throw new ProgramError(`Nothing was built:\n${problems.join('\n')}`);
  await layNativeFile(ROOT, architecture);
  await buildImage(builder, {
    image,
    architecture,
    context: ROOT,
    args: values.base === undefined ? {} : { BASE: base },
    labels: {
      'org.opencontainers.image.version': tag,
      ...(commit === undefined ? {} : { 'org.opencontainers.image.revision': commit }),
    },
  });
  const bill = resolve(ROOT, `dist/clan-bot-${tag}.cdx.json`);
  await writeFile(bill, await billOfMaterials(ROOT, { image, base, packages }));
  process.stdout.write(`Built ${image} for ${PLATFORMS[architecture]}. What it holds: ${bill}\n`);
  if (values.push === undefined) {
    process.stdout.write('--push <repository> puts it where OCI Functions finds it.\n');
    return;
  }
  await pushImage(builder, image);
  process.stdout.write(`Pushed ${image}.\n${nextStep(tag)}`);
}

const nextStep = (tag: string) => `Now: npm run upgrade -- --tag ${tag}\n`;

/** Whether exactly this image was pushed before. Throws `ScriptError` when the tag names another one. */
async function isPushed(builder: Builder, image: string): Promise<boolean> {
  const reference = parseReference(image);
  const there = await readManifest(reference, { login: await findLogin(reference.registry, process.env) });
  if (there === undefined) return false;
  const here = await idOfImage(builder, image);
  if (here !== undefined && [there.digest, there.config].includes(here)) return true;
  throw new ScriptError(
    `${image} is in the registry already, and what a tag names never changes. Is it what you want to run? npm run upgrade -- --tag ${reference.tag}. Otherwise take another --tag, or commit and give none.`,
  );
}

runScript(PROGRAM, main, { expected: [ProgramError, BaseImageError, RegistryError] });
