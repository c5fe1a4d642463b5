import { describe, expect, it } from 'vitest';
import { parseEnvironment } from './environment.ts';
import { EnvironmentError } from './environment-error.ts';

describe("a function's configuration", () => {
  it('has the public services as defaults and files as clan records', () => {
    const environment = parseEnvironment({ CLANS_DIR: '/clans', INVOKE_URL: '', LOG_LEVEL: '' });
    expect(environment).toMatchObject({
      registry: { kind: 'files', directory: '/clans' },
      dataDir: '.data',
      databasePath: undefined,
      databaseLatencyMs: 0,
      discordApiUrl: 'https://discord.com/api/v10',
      robloxApiUrl: 'https://apis.roblox.com',
      discordCdnHosts: ['cdn.discordapp.com', 'media.discordapp.net'],
      invokeUrl: undefined,
      logLevel: 'info',
    });
  });

  it('takes the vault where one is named, and the ids of functions', () => {
    const environment = parseEnvironment({
      VAULT_ID: 'ocid1.vault',
      CLANS_DIR: '/clans',
      FUNCTION_IDS: '{"xp":"ocid1.fnfunc"}',
      DISCORD_CDN_HOSTS: '127.0.0.1:9000, cdn.test,',
      INVOKE_URL: 'http://127.0.0.1:8080/',
    });
    expect(environment.registry).toEqual({ kind: 'vault', vaultId: 'ocid1.vault' });
    expect(environment.functionId('xp')).toBe('ocid1.fnfunc');
    expect(environment.functionId('points')).toBeUndefined();
    expect(environment.functionId('constructor')).toBeUndefined();
    expect(environment.invokeUrl).toBe('http://127.0.0.1:8080');
    expect(environment.discordCdnHosts).toEqual(['127.0.0.1:9000', 'cdn.test']);
  });

  it.each([
    [{}, 'VAULT_ID'],
    [{ CLANS_DIR: '/c', DISCORD_API_URL: 'discord.com/secret' }, 'DISCORD_API_URL: expected an http(s) URL'],
    [{ CLANS_DIR: '/c', FUNCTION_IDS: '{secret' }, 'FUNCTION_IDS: expected JSON'],
    [{ CLANS_DIR: '/c', FUNCTION_IDS: '{"xp":1}' }, 'FUNCTION_IDS: expected JSON'],
    [{ CLANS_DIR: '/c', LOG_LEVEL: 'secret' }, 'LOG_LEVEL'],
    [
      { CLANS_DIR: '/c', DATABASE_LATENCY_MS: '5 secret' },
      'DATABASE_LATENCY_MS: expected whole milliseconds',
    ],
  ])('that is wrong is named without its value: %j', (variables, message) => {
    expect(() => parseEnvironment(variables)).toThrow(EnvironmentError);
    expect(() => parseEnvironment(variables)).toThrow(message);
    expect(() => parseEnvironment(variables)).not.toThrow('secret');
  });
});
