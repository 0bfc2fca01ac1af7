import { describe, expect, test } from 'vitest';
import { standsAlone } from '../../../src/facts/rules/stands-alone.ts';
import { runRule } from './run-rule.ts';

describe('a first word that needs the sentence before is reported', () => {
  test.for([['He'], ['They'], ['It'], ['This'], ['Her'], ['However']])('%s', async ([word]) => {
    expect(await runRule(standsAlone, { 'Mayor Anna Berg said': `${word} said` })).toEqual([
      `statements[berg-safety-first].text: "${word}" points to a sentence that is not shown with ` +
        'this one. Name who or what is meant.',
    ]);
  });
});

describe('other first words pass', () => {
  test.for([['Mayor Anna Berg said'], ['Heather Berg said'], ['It was Mayor Berg who said'], ['Itself closed, said']])(
    '%s',
    async ([words = '']) => {
      expect(await runRule(standsAlone, { 'Mayor Anna Berg said': words })).toEqual([]);
    },
  );
});
