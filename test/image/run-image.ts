import { spawn } from 'node:child_process';
import { chownSync, mkdirSync } from 'node:fs';
import { RunningScript } from '../platform/run-script.ts';
import type { UnpackedImage } from './image-store.ts';

/** A user that no image and no machine knows. */
export const STRANGER = 12_345;

// The mounts are seen by this process alone and end with it. "exec" keeps the process id.
const CONTAINER = `set -e
root=$1 user=$2 directory=$3 writable=$4; shift 4
mount --bind "$root" "$root"
mount -o remount,bind,ro "$root"
mount --rbind /dev "$root/dev"
mount --bind /proc "$root/proc"
while [ -n "$writable" ]; do
  pair=\${writable%%,*}; writable=\${writable#"$pair"}; writable=\${writable#,}
  mount --bind "\${pair%%=*}" "$root\${pair#*=}"
done
exec chroot --userspec="$user:$user" --groups= "$root" sh -c 'cd "$0" && exec "$@"' "$directory" "$@"`;

/**
 * Starts what the image starts, or another command in it, as a container would: in its folder, with its variables and
 * those given and no others, as a user that nobody knows, on files that cannot be written. `writable`: folders of this
 * machine, each by the image's folder in whose place it stands; they are made, and given to that user.
 */
export function runImage(
  image: UnpackedImage,
  options: {
    readonly env?: Readonly<Record<string, string>>;
    readonly writable?: Readonly<Record<string, string>>;
    readonly command?: readonly string[];
  },
): RunningScript {
  const writable = Object.entries(options.writable ?? {});
  for (const [, folder] of writable) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chownSync(folder, STRANGER, STRANGER);
  }
  const pairs = writable.map(([place, folder]) => `${folder}=${place}`).join(',');
  const args = [image.root, String(STRANGER), image.workingDirectory, pairs];
  return new RunningScript(
    spawn(
      'unshare',
      [
        '--mount',
        '--propagation',
        'private',
        'sh',
        '-c',
        CONTAINER,
        'sh',
        ...args,
        ...(options.command ?? image.command),
      ],
      { env: { ...image.environment, ...options.env }, stdio: ['ignore', 'pipe', 'pipe'] },
    ),
  );
}
