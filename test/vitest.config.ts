import { defineConfig } from 'vitest/config';

const project = (name: string, more: object = {}) => ({
  extends: true as const,
  test: { name, include: [`test/${name}/**/*.test.{ts,tsx}`], ...more },
});

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    setupFiles: ['test/helpers/all-words.ts', 'test/helpers/random-cases.ts'],
    // files share what they import: no test mocks a module, and loading it anew took a fifth of the time
    isolate: false,
    hookTimeout: 120_000,
    // as many files at once as there are processors; by itself vitest leaves one of two idle
    maxWorkers: '100%',
    env: { NODE_ENV: 'test', TZ: 'UTC', NO_COLOR: '1' },
    projects: [
      project('unit', { testTimeout: 120_000 }),
      project('screens', { testTimeout: 120_000 }),
      project('cli', { testTimeout: 180_000 }),
      // after the others: what it waits for is a screen, not a processor
      project('pty', { testTimeout: 240_000, sequence: { groupOrder: 1 } }),
      ...(process.env.DESK_DEEP ? [project('deep', { testTimeout: 1_200_000, fileParallelism: false })] : []),
    ],
  },
});
