import { readdirSync, readFileSync } from 'node:fs';

/** What the processes that this one started hold together. */
export interface Held {
  readonly memoryMb: number;
  readonly handles: number;
}

/** Undefined where the system does not tell (`/proc` is of Linux). A process that ends meanwhile is left out. */
export function heldByChildren(): Held | undefined {
  try {
    const held = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(heldByChild);
    return {
      memoryMb: held.reduce((sum, { memoryMb }) => sum + memoryMb, 0),
      handles: held.reduce((sum, { handles }) => sum + handles, 0),
    };
  } catch {
    return undefined;
  }
}

const NOTHING: Held = { memoryMb: 0, handles: 0 };

function heldByChild(pid: string): Held {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    if (Number(/PPid:\s+(\d+)/.exec(status)?.[1]) !== process.pid) return NOTHING;
    return {
      memoryMb: Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024,
      handles: readdirSync(`/proc/${pid}/fd`).length,
    };
  } catch {
    return NOTHING;
  }
}
