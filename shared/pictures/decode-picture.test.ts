import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { picture } from '../../local/demo/seed-submission.ts';
import { decodePicture } from './decode-picture.ts';

const sample = (name: string) => readFileSync(join(import.meta.dirname, 'samples', name));
/** One transparent pixel. */
const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const SAMPLES = [
  ['image/png', Buffer.from(picture())],
  ['image/jpeg', sample('small.jpg')],
  ['image/gif', GIF],
  ['image/webp', sample('small.webp')],
  ['image/avif', sample('small.avif')],
] as const;

function png(width: number, height: number, [depth, color, interlace]: number[], raster: Buffer): Buffer {
  const chunk = (type: string, content: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
    const around = Buffer.alloc(8);
    around.writeUInt32BE(content.length, 0);
    around.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth ?? 8, color ?? 0, 0, 0, interlace ?? 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(raster)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
const broken = { name: 'PictureError', reason: 'broken' };

describe('a picture', () => {
  it.each(SAMPLES)('of type %s is decoded', async (type, bytes) => {
    await expect(decodePicture(type, bytes)).resolves.toBeUndefined();
  });

  it.each(SAMPLES)('of type %s that is cut off anywhere is broken', async (type, bytes) => {
    for (const part of [0.2, 0.5, 0.8, 0.95]) {
      const length = Math.min(Math.floor(bytes.length * part), bytes.length - 3);
      await expect(decodePicture(type, bytes.subarray(0, length))).rejects.toMatchObject(broken);
    }
  });

  it.each(SAMPLES)('of type %s that is only its first bytes is broken', async (type, bytes) => {
    const text = Buffer.concat([bytes.subarray(0, 16), Buffer.from('<html>'.repeat(40))]);
    await expect(decodePicture(type, text)).rejects.toMatchObject(broken);
  });

  it('of type PNG may be interlaced, of one bit, and be followed by anything', async () => {
    // Passes of a 3 by 3 picture: 1, 0, 0, 1, 1 and 1 by 1, 2, 1 and one rows of one byte and their filter.
    const passes = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    const bytes = Buffer.concat([png(3, 3, [1, 0, 1], passes), Buffer.from('trailing')]);
    await expect(decodePicture('image/png', bytes)).resolves.toBeUndefined();
  });

  it.each([
    ['a raster that is too short', png(2, 2, [8, 0, 0], Buffer.from([0, 1, 2, 0, 1]))],
    ['a raster that is too long', png(2, 2, [8, 0, 0], Buffer.alloc(7))],
    ['a filter that does not exist', png(2, 2, [8, 0, 0], Buffer.from([5, 1, 2, 0, 1, 2]))],
    ['a colour type that does not exist', png(2, 2, [8, 5, 0], Buffer.alloc(6))],
  ])('of type PNG with %s is broken', async (_, bytes) => {
    await expect(decodePicture('image/png', bytes)).rejects.toMatchObject(broken);
  });

  it('with a wrong checksum is broken', async () => {
    const bytes = Buffer.from(picture());
    bytes[bytes.length - 30] = 255 - (bytes[bytes.length - 30] ?? 0);
    await expect(decodePicture('image/png', bytes)).rejects.toMatchObject(broken);
  });

  it('that stands for more pixels than may be decoded is refused by its header', async () => {
    const large = { name: 'PictureError', reason: 'too-many-pixels' };
    const huge = png(60_000, 60_000, [8, 0, 0], Buffer.alloc(10));
    await expect(decodePicture('image/png', huge)).rejects.toMatchObject(large);
    const gif = Buffer.from(GIF);
    gif.writeUInt16LE(65_535, 6);
    gif.writeUInt16LE(65_535, 8);
    await expect(decodePicture('image/gif', gif)).rejects.toMatchObject(large);
    const avif = sample('small.avif');
    avif.writeUInt32BE(60_000, avif.indexOf('ispe') + 8);
    avif.writeUInt32BE(60_000, avif.indexOf('ispe') + 12);
    await expect(decodePicture('image/avif', avif)).rejects.toMatchObject(large);
    const jpeg = sample('small.jpg');
    const frame = Math.max(jpeg.indexOf(Buffer.from([0xff, 0xc2])), jpeg.indexOf(Buffer.from([0xff, 0xc0])));
    jpeg.writeUInt16BE(65_000, frame + 5);
    jpeg.writeUInt16BE(65_000, frame + 7);
    await expect(decodePicture('image/jpeg', jpeg)).rejects.toMatchObject(large);
  });

  it.each(SAMPLES)(
    'of type %s that takes longer than it may is refused, and its thread ends',
    async (type, bytes) => {
      // A thread is known by its port.
      const threads = () => process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length;
      const before = threads();
      // It does not even start within no time.
      const decoding = decodePicture(type, bytes, { limitMs: 0 });
      expect(threads()).toBe(before + 1);
      await expect(decoding).rejects.toMatchObject({ name: 'PictureError', reason: 'too-slow' });
      expect(threads()).toBe(before);
    },
  );
});
