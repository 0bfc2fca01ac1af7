import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 20_000,
    // What the engine learns from facts/questions.yaml takes some seconds on a busy machine.
    hookTimeout: 60_000,
  },
});
