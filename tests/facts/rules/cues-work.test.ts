import { expect, test } from 'vitest';
import { lintEngine } from './lint-engine.ts';

const CUES = 'cues: [keep the bridge open]';
const AT = 'statements[council-closed-bridge].corrects[0].cues[1]: ';
const ADVICE = 'Word the cue as people would say it, with the words that carry what is false, or take it out.';

test('cues that call up their correction pass', async () => {
  expect(await lintEngine({ [CUES]: 'cues: [keep the bridge open, council kept the bridge open]' })).toEqual([]);
});

test('a cue that its own "unless" turns off is reported', async () => {
  const changes = { [CUES]: 'cues: [keep the bridge open, bridge open for ferries]\n        unless: [ferries]' };
  expect(await lintEngine(changes)).toEqual([
    `${AT}told "bridge open for ferries", the bot does not correct it: it says that the article does not state it. ${ADVICE}`,
  ]);
});

test('a cue without a word of content is reported', async () => {
  expect(await lintEngine({ [CUES]: 'cues: [keep the bridge open, that it was so]' })).toEqual([
    `${AT}told "that it was so", the bot does not correct it: it says that the article does not state it. ${ADVICE}`,
  ]);
});
