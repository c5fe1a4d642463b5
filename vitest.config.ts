import { defineConfig } from 'vitest/config';
import { virtualModule } from './scripts/build/virtual-modules.ts';

export default defineConfig({
  plugins: [
    {
      name: 'clan-bot-virtual-modules',
      resolveId: (id) => (id.startsWith('clan-bot:') ? `\0${id}` : undefined),
      load: (id) =>
        id.startsWith('\0clan-bot:') ? virtualModule(import.meta.dirname, id.slice(1)) : undefined,
    },
  ],
  test: {
    include: ['{functions,shared,scripts,local,test}/**/*.test.ts'],
    globalSetup: ['test/platform/build-once.ts'],
    pool: 'forks',
    // Vitest would leave a processor of two to itself. Three at a time are no faster.
    maxWorkers: 2,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
