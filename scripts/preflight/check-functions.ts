import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { type Line, linesOf } from './line.ts';
import { APPLY, type PlatformVariables } from './platform-variables.ts';
import type { Tenancy } from './tenancy.ts';

const DECLARED = 'dist/functions.json';
const Declared = z.array(z.object({ name: z.string() }));
const UPGRADE = 'npm run upgrade -- --tag <tag>';
const push = (tag: string, shape: string) =>
  `npm run image -- --architecture ${shape === 'GENERIC_ARM' ? 'arm' : 'x86'} --push "$(terraform -chdir=terraform/platform output -raw image)" --tag ${tag}`;
const image = linesOf('image');
const { ok, warn, fail } = linesOf('functions');

export type Functions = Awaited<ReturnType<Tenancy['functions']>>;

/** Whether the image is in the registry, before any function runs it. */
export async function checkImage(
  tenancy: Tenancy,
  { name, imageTag, shape }: PlatformVariables,
  compartmentId: string,
): Promise<Line[]> {
  const tags = await tenancy.tags(compartmentId, `${name}/bot`);
  if (imageTag === '') {
    return tags.size === 0
      ? [
          image.warn(
            'There is no image in the registry yet, and so there are no functions.',
            `${push('1.0.0', shape)}, then npm run upgrade -- --tag 1.0.0`,
          ),
        ]
      : [image.warn(`The image is there (${[...tags].join(', ')}); no function runs it yet.`, UPGRADE)];
  }
  return tags.has(imageTag)
    ? [
        image.fail(
          `image_tag is ${imageTag}, but there are no functions: the last apply did not get through.`,
          `${APPLY} (it goes on where it stopped)`,
        ),
      ]
    : [image.fail(`image_tag is ${imageTag}, which is not in the registry.`, push(imageTag, shape))];
}

export interface FoundFunctions {
  readonly functions: Functions;
  /** Names; undefined where nothing was built on this machine. */
  readonly declared: readonly string[] | undefined;
  readonly applicationShape: string | undefined;
}

/** Whether the functions that the code declares are there, and run the image that was asked for on its processors. */
export async function checkFunctions(
  tenancy: Tenancy,
  wanted: PlatformVariables,
  compartmentId: string,
  { functions, declared, applicationShape }: FoundFunctions,
): Promise<Line[]> {
  const tags = await tenancy.tags(compartmentId, `${wanted.name}/bot`);
  return [...imageLines(functions, tags, wanted, applicationShape), ...functionLines(functions, declared)];
}

const tagOf = (one: Functions[number]) => /:([^:/@]+)(?:@.*)?$/.exec(one.image ?? '')?.[1] ?? 'none';

function imageLines(
  functions: Functions,
  tags: ReadonlySet<string>,
  { imageTag, provisionImageTag, shape }: PlatformVariables,
  applicationShape: string | undefined,
): Line[] {
  const inUse = [...new Set(functions.map(tagOf))];
  const lines: Line[] = [];
  const gone = inUse.filter((tag) => !tags.has(tag));
  if (gone.length > 0) {
    lines.push(
      image.fail(
        `Functions run ${gone.join(', ')}, which is not in the registry: a cold start cannot load it.`,
        `Push it again under the same tag (${push(gone[0] ?? '', applicationShape ?? shape)}), or ${UPGRADE}`,
      ),
    );
  }
  if (imageTag === '') {
    lines.push(
      image.fail(
        `There are functions, but image_tag is empty here: the next apply would take them away.`,
        `Keep terraform/platform/image.auto.tfvars; npm run upgrade -- --tag ${inUse[0] ?? '<tag>'} writes it`,
      ),
    );
  } else {
    const other = functions.filter(
      (one) => tagOf(one) !== (one.displayName === 'provision-clan' ? provisionImageTag : imageTag),
    );
    if (other.length > 0) {
      const shown = other.map((one) => `${one.displayName} (${tagOf(one)})`).join(', ');
      lines.push(
        image.fail(
          `image_tag is ${imageTag}, but these run another one: ${shown}.`,
          `npm run upgrade -- --tag ${imageTag}`,
        ),
      );
    }
  }
  const runsOn = applicationShape ?? shape;
  const foreign = functions.filter((one) => one.shape !== undefined && String(one.shape) !== runsOn);
  if (foreign.length > 0) {
    lines.push(
      image.fail(
        `The image is built for ${String(foreign[0]?.shape)}, the application runs on ${runsOn}.`,
        `Build it for ${runsOn} and push it under a new tag, then ${UPGRADE}`,
      ),
    );
  }
  return lines.length > 0
    ? lines
    : [image.ok(`The functions run ${inUse.join(', ')}, which is in the registry, built for ${runsOn}.`)];
}

function functionLines(functions: Functions, declared: readonly string[] | undefined): Line[] {
  const asleep = functions.filter((one) => String(one.lifecycleState ?? 'ACTIVE') !== 'ACTIVE');
  if (asleep.length > 0) {
    const states = asleep.map((one) => `${one.displayName} (${String(one.lifecycleState)})`);
    return [fail(`Not active: ${states.join(', ')}.`, APPLY)];
  }
  if (declared === undefined) {
    return [
      warn(
        `${functions.length} functions are active; ${DECLARED} is not there, so nobody can say whether these are all.`,
        'npm run build',
      ),
    ];
  }
  const there = new Set(functions.map((one) => one.displayName));
  const missing = declared.filter((name) => !there.has(name));
  return missing.length > 0
    ? [fail(`${DECLARED} declares what OCI does not have: ${missing.join(', ')}.`, UPGRADE)]
    : [ok(`All ${declared.length} declared functions are active.`)];
}

/** Names of the functions that the code declares (`dist/functions.json`); undefined where nothing was built. */
export function declaredFunctions(root: string): readonly string[] | undefined {
  const file = join(root, DECLARED);
  if (!existsSync(file)) return undefined;
  return Declared.parse(JSON.parse(readFileSync(file, 'utf8'))).map((one) => one.name);
}
