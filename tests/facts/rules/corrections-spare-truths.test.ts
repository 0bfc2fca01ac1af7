import { expect, test } from 'vitest';
import { lintEngine } from './lint-engine.ts';

const CUES = 'cues: [keep the bridge open]';

test('corrections that leave every text and question alone pass', async () => {
  expect(await lintEngine()).toEqual([]);
});

test('a cue that takes true texts and innocent questions for the false premise is reported with each of them', async () => {
  const found = await lintEngine({ [CUES]: 'cues: [cracks in the piers]' });
  const advice =
    'Narrow the cues of that correction, which "council-closed-bridge" in 2024-05-02-harbour-bridge.yaml has, or add ' +
    'words of this one to its "unless".';
  const assumed = 'the bot says that it is false that the council voted to keep the bridge open';
  expect(found).toContain(
    'statements[lind-cracks].text: asked "City engineer Tom Lind found cracks in three of the twelve piers, the Harbour ' +
      `Post reported, citing an unnamed official.", ${assumed}. ${advice}`,
  );
  expect(found).toContain(
    `statements[lind-cracks].asked_as[0]: asked "How many piers have cracks?", ${assumed}. ${advice}`,
  );
});
