import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFunctionLog } from './function-log.ts';

let folder: string;
let shown: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'log-'));
  shown = [];
});
afterEach(() => rm(folder, { recursive: true }));

const open = (maxBytes?: number) => openFunctionLog(folder, 'xp', (line) => shown.push(line), maxBytes);
const line = (level: string, message: string) =>
  `${JSON.stringify({ time: 'now', level, message, clan: 'tophat' })}\n`;

describe("a function's log", () => {
  it('keeps everything and shows errors, also those that come in pieces, with a letter cut in two', async () => {
    const log = open();
    const take = log.newStream();
    const bytes = Buffer.from(
      line('info', 'all well') + line('error', 'Grüße 🎩') + line('critical', 'worse'),
    );
    for (const byte of bytes) take(Buffer.from([byte]));
    log.close();
    expect(shown).toEqual([
      '[xp] error: Grüße 🎩 {"clan":"tophat"}',
      '[xp] critical: worse {"clan":"tophat"}',
    ]);
    expect(await readFile(join(folder, 'xp.log'))).toEqual(bytes);
  });

  it('shows what is no line of the log, cut to a readable length', () => {
    const log = open();
    log.newStream()(Buffer.from(`SyntaxError: ${'x'.repeat(2_000)}\n\n`));
    log.close();
    expect(shown).toHaveLength(1);
    expect(shown[0]?.length).toBeLessThan(600);
  });

  it('goes on in a new file when it has grown, and keeps one file before it', async () => {
    const log = open(100);
    const take = log.newStream();
    for (let count = 0; count < 10; count += 1) take(Buffer.from(line('info', `message ${count}`)));
    log.close();
    expect((await readdir(folder)).sort()).toEqual(['xp.log', 'xp.log.1']);
    expect(await readFile(join(folder, 'xp.log'), 'utf8')).toContain('message 9');
    expect((await readFile(join(folder, 'xp.log'))).length).toBeLessThan(300);
  });
});
