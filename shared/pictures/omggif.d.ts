/** What is used of omggif 1.0.10; DefinitelyTyped's declarations need the types of browsers. */
declare module 'omggif' {
  export class GifReader {
    constructor(bytes: Uint8Array);
    readonly width: number;
    readonly height: number;
    /** Throws for a frame that is not there. */
    frameInfo(frame: number): { readonly width: number; readonly height: number };
    /** Throws for data that are no GIF's; logs where a frame is short. */
    decodeAndBlitFrameRGBA(frame: number, pixels: Uint8Array): void;
  }
}
