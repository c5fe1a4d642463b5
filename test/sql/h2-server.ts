import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const SERVER = 'org.h2.tools.Server';
/** The compiler and the collector that take the least processor time in a process of a few minutes. */
const JVM = ['-Xmx384m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
const JARS = ['/usr/share/java/h2.jar', '/usr/local/share/java/h2.jar'];

/** Why H2 cannot run here, with what would make it run; undefined where it can. */
export function h2Missing(): string | undefined {
  if (jar() === undefined) return 'H2 is not installed: "apt-get install libh2-java" (or set H2_JAR)';
  if (spawnSync('java', ['-version']).error !== undefined)
    return 'Java is not installed: "apt-get install default-jre-headless"';
  return undefined;
}

function jar(): string | undefined {
  return [process.env['H2_JAR'], ...JARS].find((path) => path !== undefined && existsSync(path));
}

/** H2 with its PostgreSQL port on the loopback interface; its databases are gone when it is stopped. */
export class H2Server {
  readonly port: number;
  readonly #process: ChildProcess;
  readonly #directory: string;

  private constructor(port: number, process: ChildProcess, directory: string) {
    this.port = port;
    this.#process = process;
    this.#directory = directory;
  }

  static async start(): Promise<H2Server> {
    const directory = mkdtempSync(join(tmpdir(), 'h2-'));
    const options = ['-pg', '-pgPort', '0', '-baseDir', directory, '-ifNotExists'];
    // The shell ends H2 when its input ends, and that ends with this process, however it does.
    const watched = 'java "$@" < /dev/null & cat > /dev/null; kill $!; wait';
    const child = spawn('sh', ['-c', watched, 'sh', ...JVM, '-cp', jar() ?? '', SERVER, ...options], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    for await (const line of createInterface({ input: child.stdout })) {
      const [, port] = /pg:\/\/[^\s:]+:(\d+)/.exec(line) ?? [];
      if (port !== undefined) return new H2Server(Number(port), child, directory);
    }
    rmSync(directory, { recursive: true });
    throw new Error('H2 ended before it had opened its port.');
  }

  async stop(): Promise<void> {
    const gone = once(this.#process, 'exit');
    this.#process.stdin?.end();
    await gone;
    rmSync(this.#directory, { recursive: true });
  }
}
