/** antlr4 has types, but does not name them where NodeNext looks for them; this is the part in use here. */
declare module 'antlr4' {
  export class ErrorListener {
    syntaxError(
      recognizer: unknown,
      symbol: unknown,
      line: number,
      column: number,
      message: string,
      error: unknown,
    ): void;
  }
  export class Parser {
    readonly _interp: { predictionMode: number };
    readonly _input: { readonly tokenSource: { removeErrorListeners(): void } };
    removeErrorListeners(): void;
    addErrorListener(listener: ErrorListener): void;
  }
  export class ParserRuleContext {}
}
