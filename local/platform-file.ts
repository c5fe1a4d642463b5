import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { parseJson } from '../shared/json/json.ts';
import { writePrivateFile } from './private-file.ts';

const PlatformFile = z.object({
  pid: z.int(),
  /** The gateway. */
  url: z.string(),
  /** The Functions API, and the functions' ids, which are the permission to invoke them. */
  invokeUrl: z.string(),
  functionIds: z.record(z.string(), z.string()),
  clans: z.array(z.string()),
  clansDir: z.string(),
  /** Of an emulator that runs: `http://127.0.0.1:<port>`. */
  discordEmulatorUrl: z.optional(z.string()),
  robloxEmulatorUrl: z.optional(z.string()),
  /** The page, with the token that its switches need. */
  pageUrl: z.optional(z.string()),
});
/** What a running platform leaves in `DATA_DIR/platform.json` for `npm run job`, `npm run discord` and `npm run reset`. */
export type PlatformFile = z.infer<typeof PlatformFile>;

const pathIn = (dataDir: string): string => join(dataDir, 'platform.json');

export async function writePlatformFile(dataDir: string, content: PlatformFile): Promise<void> {
  await writePrivateFile(pathIn(dataDir), `${JSON.stringify(content, null, 2)}\n`);
}

export async function removePlatformFile(dataDir: string): Promise<void> {
  await rm(pathIn(dataDir), { force: true });
}

/** The platform that runs on this data directory; `undefined` when none does (a file left by a crash, or a damaged one, counts as none). */
export async function findRunningPlatform(dataDir: string): Promise<PlatformFile | undefined> {
  let bytes: Buffer;
  try {
    bytes = await readFile(pathIn(dataDir));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  const parsed = PlatformFile.safeParse(parseJson(bytes));
  if (!parsed.success) return undefined;
  return (await answers(parsed.data)) ? parsed.data : undefined;
}

/** Its ids are known to this platform only, so another program on the same port answers something else. */
async function answers({ invokeUrl, functionIds }: PlatformFile): Promise<boolean> {
  const id = Object.values(functionIds)[0];
  try {
    const response = await fetch(`${invokeUrl}/20181201/functions/${id}/actions/invoke`, {
      method: 'OPTIONS',
      signal: AbortSignal.timeout(3_000),
    });
    return response.status === 204;
  } catch {
    return false;
  }
}
