import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as z from 'zod/mini';
import { ProgramError } from '../cloud/run-program.ts';

const run = promisify(execFile);

const Component = z.looseObject({ 'bom-ref': z.string() });
const Dependency = z.object({ ref: z.string(), dependsOn: z.array(z.string()) });
const Bill = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  metadata: z.looseObject({ component: z.looseObject({ 'bom-ref': z.string() }) }),
  components: z.array(Component),
  dependencies: z.array(Dependency),
});

/**
 * What an image holds, as CycloneDX JSON: the npm packages in its bundles (`name@version`) and its base image by digest,
 * which stands for Node.js and the system. `npm sbom` knows licences and hashes; it is asked for all packages and
 * cut down to those in the bundles, since its `--omit dev` (npm 11.19) leaves out what a tool needs, too.
 * Throws `ProgramError`.
 */
export async function billOfMaterials(
  root: string,
  held: { readonly image: string; readonly base: string; readonly packages: readonly string[] },
): Promise<string> {
  const { stdout } = await run('npm', ['sbom', '--sbom-format', 'cyclonedx'], {
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
  }).catch((error: unknown) => {
    throw new ProgramError('npm sbom failed. It needs npm 10 or newer, and "npm ci" before.', {
      cause: error,
    });
  });
  const bill = Bill.parse(JSON.parse(stdout));
  const packages = new Set(held.packages);
  const self = bill.metadata.component['bom-ref'];
  const base = { 'bom-ref': held.base, type: 'container', name: held.base };
  const components = bill.components.filter((one) => packages.has(one['bom-ref']));
  const missing = held.packages.filter((name) => !components.some((one) => one['bom-ref'] === name));
  if (missing.length > 0)
    throw new ProgramError(`npm sbom does not know ${missing.join(', ')}. Run "npm ci" and try again.`);
  const refs = new Set([self, ...components.map((one) => one['bom-ref'])]);
  return `${JSON.stringify(
    {
      ...bill,
      metadata: {
        ...bill.metadata,
        component: { ...bill.metadata.component, type: 'container', name: held.image },
      },
      components: [base, ...components],
      dependencies: bill.dependencies
        .filter(({ ref }) => refs.has(ref))
        .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)) }))
        .map((one) => (one.ref === self ? { ...one, dependsOn: [held.base, ...one.dependsOn] } : one)),
    },
    null,
    2,
  )}\n`;
}
