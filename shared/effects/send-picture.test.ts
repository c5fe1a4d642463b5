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

describe('a picture that is drawn ahead', () => {
  const log = createLogger({ level: 'none' });
  const timer = () => ({ over: new Promise<void>(() => {}), stop: () => {} });

  /** How often is drawn when this one is drawn ahead and then, as the outbox gives it back, these are sent. */
  async function drawn(ahead: AttachedPicture, ...then: readonly AttachedPicture[]) {
    const names: string[] = [];
    const files: (BinaryFile | undefined)[] = [];
    const pictures = replyPictures({
      drawing: {
        async draw(picture) {
          names.push(JSON.stringify(picture));
          return BYTES;
        },
        prepare: async () => {},
      },
      timer,
    });
    await pictures.drawAhead(ahead, { log });
    for (const attached of then) {
      const read: AttachedPicture = JSON.parse(JSON.stringify(attached));
      await pictures.send(async (file) => void files.push(file), read, { log });
    }
    return { times: names.length, files };
  }

  it('is sent without being drawn again', async () => {
    expect(await drawn(ATTACHED, ATTACHED)).toEqual({ times: 1, files: [FILE] });
  });

  it('is drawn again when it is sent once more', async () => {
    expect((await drawn(ATTACHED, ATTACHED, ATTACHED)).times).toBe(2);
  });

  it('is not sent in place of another one', async () => {
    const other = { ...ATTACHED, name: 'other.png' };
    expect(await drawn(ATTACHED, other)).toEqual({ times: 2, files: [{ ...FILE, name: 'other.png' }] });
  });

  it('leaves the text alone when it cannot be drawn', async () => {
    const files: (BinaryFile | undefined)[] = [];
    const drawing = { draw: () => Promise.reject(new Error('no native file')), prepare: async () => {} };
    const pictures = replyPictures({ drawing, timer });
    await pictures.drawAhead(ATTACHED, { log });
    await pictures.send(async (file) => void files.push(file), ATTACHED, { log });
    expect(files).toEqual([undefined]);
  });
});
