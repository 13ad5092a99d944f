import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { RunSummary } from './tests/helpers/RunSummary.ts';

/** Unit tests stand beside the code and need nothing but Node; everything else is under tests/. */
export default defineConfig({
  test: {
    // Most tests wait more than they reckon: three at a time fill two cores. One would be the default there.
    maxWorkers: Math.max(3, availableParallelism()),
    reporters: ['default', new RunSummary()],
    // What a machine with other work on it may need; what must be quicker says so itself.
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            '{shared,server,client}/src/**/*.test.{ts,tsx}',
            'scripts/**/*.test.ts',
            'tests/{law,helpers}/**/*.test.ts',
          ],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/{room,sockets,security,http,media,bots,persistence,documents}/**/*.test.ts'],
          globalSetup: ['tests/helpers/globalPostgres.ts'],
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          globalSetup: ['tests/helpers/globalPostgres.ts'],
          include: ['tests/e2e/**/*.test.ts'],
          setupFiles: ['tests/helpers/pagesWhenFailed.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
