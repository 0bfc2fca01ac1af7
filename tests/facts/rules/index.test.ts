import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as index from '../../../src/facts/rules/index.ts';

const RULES = join(import.meta.dirname, '../../../src/facts/rules');
const listed: readonly unknown[] = Object.values(index).flat();

describe('every file of a rule', () => {
  test.for(readdirSync(RULES).filter((name) => name !== 'index.ts'))(
    '%s has one rule, in use and tested',
    async (name) => {
      const module: Record<string, unknown> = await import(join(RULES, name));
      const rules = Object.values(module);
      expect(rules).toHaveLength(1);
      expect(listed).toContain(rules[0]);
      expect(existsSync(join(import.meta.dirname, name.replace('.ts', '.test.ts')))).toBe(true);
    },
  );
});
