/** The part of Fn's FDK that `serve.ts` uses; the package has no types of its own. */
declare module '@fnproject/fdk' {
  interface Context {
    /** The first value of a header of the invocation; the gateway's own come as `Fn-Http-H-<Name>`. */
    getHeader(name: string): string | null;
    setResponseHeader(name: string, ...values: string[]): void;
  }
  /** Writes the text as it is. Anything else under a JSON content type would be encoded a second time. */
  function rawResult(text: string): object;
  /** Serves `FN_LISTENER` until the process ends; an error that `answer` throws becomes a 502. */
  function handle(
    answer: (body: Buffer, context: Context) => Promise<object>,
    options: { inputMode: 'buffer' },
  ): void;
  const fdk: { rawResult: typeof rawResult; handle: typeof handle };
  export default fdk;
  export type { Context };
}
