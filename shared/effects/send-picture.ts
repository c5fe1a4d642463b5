import type { BinaryFile } from '../discord/client.ts';
import { DiscordError, isDiscordCode } from '../discord/errors.ts';
import type { AttachedPicture, Drawing } from '../drawing/picture.ts';
import type { Logger } from '../log/logger.ts';
import type { ReplyPictures } from './performer.ts';

/** A text that is ready does not wait longer for its picture, in milliseconds. */
const PATIENCE_MS = 300;
/** A picture that takes longer is given up. */
const LIMIT_MS = 5_000;

/** What pictures of replies are drawn with. */
export interface PictureServices {
  readonly drawing: Drawing;
  /** `over` resolves after so many milliseconds, unless stopped. */
  readonly timer: (ms: number) => { readonly over: Promise<void>; readonly stop: () => void };
}

/**
 * Sends texts with their pictures. Where one is not drawn within 300 ms the text goes alone and is sent again with it; one
 * that cannot be drawn, or that Discord refuses, leaves the text alone, and the log says so.
 */
export function replyPictures(services: PictureServices): ReplyPictures {
  /** What was begun last and is not sent yet. */
  let ahead: { readonly key: string; readonly file: Promise<BinaryFile | undefined> } | undefined;
  const draw = (attached: AttachedPicture, log: Logger) => {
    const begun = ahead;
    ahead = undefined;
    return begun?.key === JSON.stringify(attached)
      ? begun.file
      : drawWithin(LIMIT_MS, attached, services, log);
  };
  return {
    async drawAhead(attached, { log }) {
      const file = drawWithin(LIMIT_MS, attached, services, log);
      ahead = { key: JSON.stringify(attached), file };
      await file;
    },
    async send(send, attached, { log }) {
      const drawing = draw(attached, log);
      const patience = services.timer(PATIENCE_MS);
      const inTime = await Promise.race([drawing, patience.over.then(() => 'late' as const)]);
      patience.stop();
      if (inTime !== 'late') return sendFile(send, inTime, log, () => send());
      await send();
      const drawn = await drawing;
      if (drawn !== undefined) await sendFile(send, drawn, log, async () => {});
    },
    prepare: () => services.drawing.prepare(),
  };
}

/** Undefined when it cannot be drawn. Never throws. */
async function drawWithin(
  limitMs: number,
  { picture, name, description }: AttachedPicture,
  { drawing, timer }: PictureServices,
  log: Logger,
): Promise<BinaryFile | undefined> {
  const limit = timer(limitMs);
  try {
    const bytes = await Promise.race([drawing.draw(picture), limit.over]);
    if (bytes !== undefined) return { name, description, bytes, contentType: 'image/png' };
    log.warning('A picture was not drawn in time', { limitMs });
  } catch (error) {
    log.warning('A picture could not be drawn', { error });
  } finally {
    limit.stop();
  }
  return undefined;
}

async function sendFile(
  send: (file?: BinaryFile) => Promise<void>,
  file: BinaryFile | undefined,
  log: Logger,
  otherwise: () => Promise<void>,
): Promise<void> {
  try {
    await send(file);
  } catch (error) {
    if (file === undefined || !refusesFile(error)) throw error;
    log.warning('Discord refused a picture', { error });
    await otherwise();
  }
}

/** A definite refusal that is not about the message itself. */
function refusesFile(error: unknown): boolean {
  if (!(error instanceof DiscordError) || error.retryable) return false;
  return !isDiscordCode(error, 'unknownMessage') && !isDiscordCode(error, 'webhookTokenExpired');
}
