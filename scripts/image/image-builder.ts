import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ProgramError, runProgram } from '../cloud/run-program.ts';

/** What builds and pushes images, in the order in which they are looked for. */
export const BUILDERS = ['docker', 'podman', 'buildah'] as const;
export type Builder = (typeof BUILDERS)[number];

/** Processors of a functions application (its shape GENERIC_X86 or GENERIC_ARM), as container platforms. */
export const PLATFORMS = { x86: 'linux/amd64', arm: 'linux/arm64' } as const;
export type Architecture = keyof typeof PLATFORMS;

const run = promisify(execFile);

/** How each says that it can build: a docker command alone, without an engine, cannot. */
const PROBES: Readonly<Record<Builder, readonly string[]>> = {
  docker: ['buildx', 'inspect'],
  podman: ['info'],
  buildah: ['info'],
};

/** The first builder that works here. Throws `ProgramError`. */
export async function findBuilder(): Promise<Builder> {
  for (const builder of BUILDERS) {
    const works = await run(builder, PROBES[builder]).then(
      () => true,
      () => false,
    );
    if (works) return builder;
  }
  throw new ProgramError(
    'No program that builds images works here. Start Docker (with buildx), or install podman or buildah.',
  );
}

export interface Build {
  readonly image: string;
  readonly architecture: Architecture;
  /** The directory with the Dockerfile. */
  readonly context: string;
  readonly args: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
}

/** Builds one plain image and keeps it here. Throws `ProgramError`. */
export async function buildImage(builder: Builder, build: Build): Promise<void> {
  const pairs = (option: string, values: Readonly<Record<string, string>>) =>
    Object.entries(values).flatMap(([name, value]) => [option, `${name}=${value}`]);
  // Docker would wrap the image and papers about it into an index, which OCI Functions takes for several platforms.
  const command =
    builder === 'docker'
      ? ['buildx', 'build', '--provenance=false', '--sbom=false', '--load']
      : ['build', '--format', 'docker'];
  const options = [...pairs('--build-arg', build.args), ...pairs('--label', build.labels)];
  const platform = ['--platform', PLATFORMS[build.architecture]];
  await runProgram(builder, [...command, ...platform, ...options, '--tag', build.image, build.context]);
}

/** Pushes an image that was built. Throws `ProgramError`. */
export async function pushImage(builder: Builder, image: string): Promise<void> {
  await runProgram(builder, ['push', image]);
}

/**
 * The id of an image that is here, `sha256:...`: the digest of its configuration, or of its manifest where Docker keeps
 * images as containerd does. Undefined where there is none of this name.
 */
export async function idOfImage(builder: Builder, image: string): Promise<string | undefined> {
  const format = builder === 'buildah' ? '{{.FromImageID}}' : '{{.Id}}';
  const inspect = builder === 'buildah' ? ['inspect', '--type', 'image'] : ['image', 'inspect'];
  try {
    const { stdout } = await run(builder, [...inspect, '--format', format, image]);
    return `sha256:${stdout.trim().replace(/^sha256:/, '')}`;
  } catch {
    return undefined;
  }
}
