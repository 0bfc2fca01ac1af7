import { defineConfig } from 'vitest/config';
import { hashCode } from './code-hash.js';

export default defineConfig({
  // As in the programs: bots in tests use the index that the build made, and spend no seconds on making it anew.
  define: { CODE_HASH: JSON.stringify(hashCode()) },
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 20_000,
    // What the engine learns from facts/questions-*.yaml takes some seconds on a busy machine.
    hookTimeout: 60_000,
  },
});
