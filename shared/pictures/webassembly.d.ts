/** What is used of WebAssembly: its types come with those of browsers, which this project does not load. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module, imports: unknown);
    readonly exports: unknown;
  }
}
