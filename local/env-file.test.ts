import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { EnvFileError, findEnvFile, loadEnvFile, readEnvFile } from './env-file.ts';

const TEXT = 'CLAN_NAME=newclan\r\nGREETING=Grüße 🐺\r\n';
const VARIABLES = { CLAN_NAME: 'newclan', GREETING: 'Grüße 🐺' };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'env-file-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(content: string | Buffer): string {
  const file = join(folder, '.env.newclan');
  writeFileSync(file, content);
  return file;
}
const utf16le = (text: string) => Buffer.from(text, 'utf16le');

describe('a file of variables', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16, little end first', utf16le(`\ufeff${TEXT}`)],
    ['UTF-16, big end first', utf16le(`\ufeff${TEXT}`).swap16()],
  ])('is read in %s', (_, bytes) => {
    expect(readEnvFile(fileOf(bytes))).toEqual(VARIABLES);
  });

  it.each([
    ['UTF-16 without its mark', utf16le('TOKEN=secret'), /NUL characters/],
    ['bytes that are no UTF-8', Buffer.from([0x41, 0x3d, 0xff, 0xfe, 0x0a]), /not UTF-8 text/],
    ['UTF-16 cut within a character', Buffer.from([0xff, 0xfe, 0x41]), /not UTF-16LE text/],
  ])('is refused by its name when it is %s', (_, bytes, reason) => {
    const file = fileOf(bytes);
    expect(() => readEnvFile(file)).toThrow(EnvFileError);
    expect(() => readEnvFile(file)).toThrow(file);
    expect(() => readEnvFile(file)).toThrow(reason);
  });

  it('is refused by its name when it is not there, or is a directory', () => {
    expect(() => readEnvFile(join(folder, 'no-such-file'))).toThrow(/no-such-file is not there/);
    expect(() => readEnvFile(folder)).toThrow(`${folder} cannot be read (EISDIR)`);
  });
});

describe('the file of a call', () => {
  const clan = 'onlyhere';
  let units: string;
  beforeAll(() => {
    units = join(folder, 'etc/clan-bot');
    mkdirSync(units, { recursive: true });
    writeFileSync(join(units, `${clan}.env`), 'GREETING=unit\n');
  });
  afterEach(() => vi.unstubAllEnvs());

  it("is the one that it names, else the clan's, which under systemd lies with the units", () => {
    const named = fileOf('A=1\n');
    expect(findEnvFile({ clan, envFile: named }, units)).toBe(named);
    expect(findEnvFile({ clan }, units)).toBe(join(units, `${clan}.env`));
    expect(() => findEnvFile({ clan, envFile: join(folder, 'missing') }, units)).toThrow(
      /missing is not there/,
    );
  });

  it("brings the unit's data directory along, unless something says otherwise", () => {
    vi.stubEnv('DATA_DIR', undefined);
    vi.stubEnv('GREETING', undefined);
    const envFile = join(units, `${clan}.env`);
    loadEnvFile({ envFile });
    expect(process.env['DATA_DIR']).toBe(join(folder, 'var/lib/clan-bot', clan));
    expect(process.env['GREETING']).toBe('unit');
    vi.stubEnv('DATA_DIR', '/elsewhere');
    loadEnvFile({ envFile });
    expect(process.env['DATA_DIR']).toBe('/elsewhere');
    vi.stubEnv('DATA_DIR', undefined);
    loadEnvFile({ envFile: fileOf('A=1\n') });
    expect(process.env['DATA_DIR']).toBeUndefined();
  });
});
