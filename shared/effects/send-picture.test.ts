import { describe, expect, it } from 'vitest';
import { discordError } from '../../test/support/recorded.ts';
import type { BinaryFile } from '../discord/client.ts';
import type { AttachedPicture } from '../drawing/picture.ts';
import { createLogger } from '../log/create-logger.ts';
import { replyPictures } from './send-picture.ts';

const ATTACHED: AttachedPicture = {
  name: 'rank-card.png',
  description: 'Wolf: E4',
  picture: {
    ...{ kind: 'rank-card', color: '#c8a24a', clan: 'C', name: 'Wolf', rank: 'E4', rankType: 'x' },
    ...{ figures: [], note: '' },
  },
};
const BYTES = new Uint8Array([1, 2, 3]);

/** What is sent of a text with a picture that is drawn by `draw`; timers of which ones run out at once. */
async function sent(
  draw: () => Promise<Uint8Array>,
  options: { readonly runOut?: (ms: number) => boolean; readonly refuse?: unknown } = {},
) {
  const files: (BinaryFile | undefined)[] = [];
  const lines: string[] = [];
  const pictures = replyPictures({
    drawing: { draw, prepare: async () => {} },
    timer: (ms) => ({
      over: options.runOut?.(ms) === true ? Promise.resolve() : new Promise(() => {}),
      stop: () => {},
    }),
  });
  const send = async (file?: BinaryFile) => {
    files.push(file);
    if (file !== undefined && options.refuse !== undefined) throw options.refuse;
  };
  const log = createLogger({ level: 'debug', write: (line) => lines.push(line) });
  const ended = await pictures.send(send, ATTACHED, { log }).then(
    () => undefined,
    (error: unknown) => error,
  );
  return { files, lines: lines.join('\n'), ended };
}

const FILE = { name: 'rank-card.png', description: 'Wolf: E4', contentType: 'image/png', bytes: BYTES };

describe('a text with a picture', () => {
  it('is sent once with it, when it is drawn in time', async () => {
    expect((await sent(async () => BYTES)).files).toEqual([FILE]);
  });

  it('goes alone after 300 ms, and the picture follows by an edit', async () => {
    const drawing = Promise.withResolvers<Uint8Array>();
    const sending = sent(() => drawing.promise, {
      runOut(ms) {
        if (ms === 300) setImmediate(() => drawing.resolve(BYTES));
        return ms === 300;
      },
    });
    expect((await sending).files).toEqual([undefined, FILE]);
  });

  it('goes alone when the picture cannot be drawn, and the log says so', async () => {
    const { files, lines } = await sent(() => Promise.reject(new Error('no native file')));
    expect(files).toEqual([undefined]);
    expect(lines).toContain('A picture could not be drawn');
    expect(lines).toContain('no native file');
  });

  it('goes alone when the picture takes for ever', async () => {
    const { files, lines } = await sent(() => new Promise(() => {}), { runOut: () => true });
    expect(files).toEqual([undefined]);
    expect(lines).toContain('not drawn in time');
  });

  it('is sent without it when Discord refuses the file', async () => {
    const { files, lines, ended } = await sent(async () => BYTES, { refuse: discordError(413, 40005) });
    expect(files).toEqual([FILE, undefined]);
    expect(lines).toContain('Discord refused a picture');
    expect(ended).toBeUndefined();
  });

  it.each([
    ['Discord answers 503', discordError(503)],
    ['the message is gone', discordError(404, 10008)],
    ['the token died', discordError(401, 50027)],
  ])('ends as sending a text does, when %s', async (_, refuse) => {
    const { files, ended } = await sent(async () => BYTES, { refuse });
    expect(files).toEqual([FILE]);
    expect(ended).toBe(refuse);
  });
});
