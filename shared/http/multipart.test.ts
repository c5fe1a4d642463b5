import { expect, it } from 'vitest';
import { Multipart } from './multipart.ts';

async function read(form: Multipart): Promise<FormData> {
  return new Response(Uint8Array.from(form.bytes), {
    headers: { 'content-type': form.contentType },
  }).formData();
}

it('is read back by others as it was written, bytes and names included', async () => {
  const bytes = Uint8Array.of(0, 13, 10, 45, 45, 255);
  const form = await read(
    new Multipart([
      { name: 'payload_json', content: '{"a":"Wölfe"}', contentType: 'application/json' },
      { name: 'files[0]', content: bytes, fileName: 'a "proof".png', contentType: 'image/png' },
    ]),
  );
  const payload = form.get('payload_json');
  expect(typeof payload === 'string' ? payload : await payload?.text()).toBe('{"a":"Wölfe"}');
  const file = form.get('files[0]');
  if (!(file instanceof File)) throw new Error('expected a file');
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
  expect([file.name, file.type]).toEqual(['a "proof".png', 'image/png']);
});

it('lets no name or type add a header or end a part', () => {
  const form = new Multipart([
    { name: 'f', content: 'x', fileName: 'a"\r\nX-Evil: 1', contentType: 'image/png\r\nX-Evil: 2' },
  ]);
  const text = Buffer.from(form.bytes).toString();
  expect(text).not.toMatch(/^X-Evil/m);
  expect(text).toContain('filename="a%22%0D%0AX-Evil: 1"');
});
