import { describe, expect, it } from 'vitest';
import { failure, setUp } from '../../test/support/discord-client.ts';

describe('an attachment', () => {
  const address =
    'https://cdn.discordapp.com/ephemeral-attachments/1/2/proof.png?ex=65&is=64&hm=signature-of-it';

  it('is fetched as bytes and without any token', async () => {
    const { discord, sent } = setUp({
      body: Uint8Array.of(0, 255, 137, 80),
      headers: { 'content-type': 'image/png' },
    });
    expect(Array.from(await discord.download(address, 4))).toEqual([0, 255, 137, 80]);
    expect(sent()?.url).toBe(address);
    expect(sent()?.headers).not.toHaveProperty('authorization');
  });

  it.each([
    'https://evil.test/proof.png',
    'https://cdn.discordapp.com.evil.test/proof.png',
    'https://cdn.discordapp.com@evil.test/proof.png',
    'https://user@cdn.discordapp.com/proof.png',
    'https://:pass@cdn.discordapp.com/proof.png',
    'http://cdn.discordapp.com/proof.png',
    'http://plain.test/proof.png',
    'http://127.0.0.1:9002/proof.png',
    'file:///etc/passwd',
    'not a url',
  ])('is not fetched from %s', async (from) => {
    const { discord, service } = setUp();
    expect(await failure(discord.download(from, 100))).toMatchObject({ status: 0, retryable: false });
    expect(service.requests).toHaveLength(0);
  });

  it('is fetched over plain http from this machine only', async () => {
    const { discord } = setUp({ body: 'x' });
    expect(await discord.download('http://127.0.0.1:9001/a.png', 100)).toHaveLength(1);
  });

  it('is refused when it is too large, moved elsewhere or gone', async () => {
    const large = setUp({ body: 'x'.repeat(101) });
    expect(await failure(large.discord.download(address, 100))).toMatchObject({
      status: 0,
      retryable: false,
    });
    const moved = setUp({ status: 302, headers: { location: 'https://evil.test' } });
    expect(await failure(moved.discord.download(address, 100))).toMatchObject({
      status: 302,
      retryable: false,
    });
    expect(moved.service.requests).toHaveLength(1);
    for (const status of [403, 404]) {
      const gone = await failure(setUp({ status }).discord.download(address, 100));
      expect(gone).toMatchObject({ status: 404, retryable: false });
      expect(gone.message).not.toContain('signature-of-it');
    }
  });
});
