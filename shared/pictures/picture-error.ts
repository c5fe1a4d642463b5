/** No picture can be decoded from these bytes, it has more pixels than are decoded here, or that takes too long. */
export class PictureError extends Error {
  override readonly name = 'PictureError';
  readonly reason: 'broken' | 'too-many-pixels' | 'too-slow';

  constructor(reason: PictureError['reason'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

/**
 * Refuses a picture by the size that its header tells, before anything is decoded: a few bytes can stand for
 * gigabytes of pixels. Throws `PictureError`.
 */
export function requirePixels(width: number, height: number, max: number): void {
  if (width < 1 || height < 1) throw new PictureError('broken', 'The picture has no size.');
  if (width * height > max)
    throw new PictureError('too-many-pixels', `${width} by ${height} pixels are more than ${max}.`);
}
