import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import avif from '@jsquash/avif/codec/dec/avif_dec.js';
import jpeg from '@jsquash/jpeg/codec/dec/mozjpeg_dec.js';
import webp from '@jsquash/webp/codec/dec/webp_dec.js';
import { PictureError, requirePixels } from './picture-error.ts';
import { avifSize, jpegSize } from './picture-size.ts';
import { stillWebp } from './webp.ts';

/** What 512 MB leave room for: 4 bytes a pixel in the decoder and once more outside; AVIF needs about five times that. */
const MAX_PIXELS = { jpeg: 25_000_000, webp: 25_000_000, avif: 9_000_000 } as const;

const KEEP_ORIENTATION = false;
const BITS = 8;

/** The decoders' glue makes its result by this constructor of browsers, which Node.js does not have. */
class Pixels {
  readonly data: Uint8ClampedArray;
  constructor(data: Uint8ClampedArray) {
    this.data = data;
  }
}

type Decoder = { readonly decode: (bytes: Buffer, option?: number | boolean) => unknown };
type MakeDecoder = (options: Readonly<Record<string, unknown>>) => Promise<Decoder>;

/** Decodes a whole JPEG, baseline or progressive, by mozjpeg. One that ends too early is broken. */
export async function decodeJpeg(bytes: Buffer): Promise<void> {
  const size = jpegSize(bytes);
  if (size === undefined) throw new PictureError('broken', 'The JPEG has no size.');
  requirePixels(size.width, size.height, MAX_PIXELS.jpeg);
  const said = await run(jpeg, 'jpeg/codec/dec/mozjpeg_dec.wasm', bytes, KEEP_ORIENTATION);
  // It goes on after this warning and paints the rest grey.
  if (/premature end/i.test(said)) throw new PictureError('broken', `The JPEG is cut off: ${said.trim()}`);
}

/** Decodes a WebP by libwebp; of an animated one the first frame. */
export async function decodeWebp(bytes: Buffer): Promise<void> {
  const still = stillWebp(bytes);
  requirePixels(still.width, still.height, MAX_PIXELS.webp);
  await run(webp, 'webp/codec/dec/webp_dec.wasm', still.bytes);
}

/** Decodes an AVIF by libavif; of a sequence the picture that stands for it. */
export async function decodeAvif(bytes: Buffer): Promise<void> {
  const size = avifSize(bytes);
  if (size === undefined) throw new PictureError('broken', 'The AVIF has no size.');
  requirePixels(size.width, size.height, MAX_PIXELS.avif);
  await run(avif, 'avif/codec/dec/avif_dec.wasm', bytes, BITS);
}

/** A decoder of its own for each picture, whose memory goes with it. Returns what it said. */
async function run(
  make: MakeDecoder,
  file: string,
  ...input: [Buffer, (number | boolean)?]
): Promise<string> {
  const code = new WebAssembly.Module(readFileSync(placeOf(file)));
  const said: string[] = [];
  Object.assign(globalThis, { ImageData: Reflect.get(globalThis, 'ImageData') ?? Pixels });
  const decoder = await make({
    noInitialRun: true,
    printErr: (line: string) => said.push(line),
    instantiateWasm(imports: unknown, done: (instance: WebAssembly.Instance) => void) {
      const instance = new WebAssembly.Instance(code, imports);
      done(instance);
      return instance.exports;
    },
  });
  let pixels: unknown;
  try {
    pixels = decoder.decode(...input);
  } catch (error) {
    throw new PictureError('broken', `The picture cannot be decoded: ${said.join(' ')}`, { cause: error });
  }
  if (pixels === null || pixels === undefined)
    throw new PictureError('broken', `The picture cannot be decoded: ${said.join(' ')}`);
  return said.join('\n');
}

/** The build lays the file beside the bundle; the sources find it in its package. */
function placeOf(file: string): string {
  const beside = join(import.meta.dirname, basename(file));
  if (existsSync(beside)) return beside;
  return createRequire(join(import.meta.dirname, 'here.js')).resolve(`@jsquash/${file}`);
}
